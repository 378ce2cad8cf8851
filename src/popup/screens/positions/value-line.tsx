/** How what is owned went lately, in the line under the total; pressing it shows more. */
import { ChartLine, ChevronRight } from 'lucide-react'
import type { Address } from '#shared/domain/address.ts'
import type { NetworkId } from '#shared/domain/network.ts'
import { useNavigation } from '../../navigation.ts'
import { useTopic } from '../../use-topic.ts'
import { usePreference } from '../home/preferences.ts'
import { useNow } from '../home/use-now.ts'
import { ByHowMuch } from './by-how-much.tsx'
import { fromOf, usePast } from './past.ts'
import './positions.css'

const HOUR_MS = 3600_000

export interface ValueLineProps {
  readonly network: NetworkId
  /** Null for all accounts. */
  readonly address: Address | null
  readonly isStaked: boolean
  /** Beside more than the block there is no room for words. */
  readonly isBrief: boolean
}

/** Where amounts are hidden it leads there all the same, and says neither how much nor whether up or down. */
export function ValueLine({ network, address, isStaked, isBrief }: ValueLineProps) {
  const { go } = useNavigation()
  const isHidden = usePreference('hide-amounts')
  const now = useNow(HOUR_MS)
  const positions = useTopic('positions')?.positions
  const block = positions?.network === network ? positions.block.number : undefined
  const { past } = usePast({ network, account: address, from: fromOf('week', now), block })
  if (past === undefined && !isStaked) return null
  const open = () => go({ kind: 'value' })
  if (isBrief)
    return (
      <button
        type="button"
        className="value-line"
        aria-label="Value over time"
        title="Value over time"
        onClick={open}
      >
        <ChartLine strokeWidth={1.75} aria-hidden />
      </button>
    )
  return (
    <button type="button" className="value-line" onClick={open}>
      {isHidden || past === undefined ? (
        <span>Value over time</span>
      ) : (
        <>
          <span className="unseen">Value: </span>
          <ByHowMuch past={past} />
        </>
      )}
      <ChevronRight strokeWidth={1.75} aria-hidden />
    </button>
  )
}
