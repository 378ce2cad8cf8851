/** How what is owned went lately, small, on the first screen; pressing it shows more. */
import type { Address } from '#shared/domain/address.ts'
import type { NetworkId } from '#shared/domain/network.ts'
import { useNavigation } from '../../navigation.ts'
import { Curve } from '../../ui/chart/curve.tsx'
import { usePreference } from '../home/preferences.ts'
import { useNow } from '../home/use-now.ts'
import { ByHowMuch } from './by-how-much.tsx'
import { fromOf, usePast } from './past.ts'
import { spanWords, toneOf } from './past-words.ts'

const HOUR_MS = 3600_000

export interface ValueStripProps {
  readonly network: NetworkId
  readonly address: Address | null
  readonly block: number | undefined
}

/** Nothing where amounts are hidden: the line alone would tell how they went. */
export function ValueStrip({ network, address, block }: ValueStripProps) {
  const { go } = useNavigation()
  const isHidden = usePreference('hide-amounts')
  const now = useNow(HOUR_MS)
  const { past } = usePast({ network, account: address, from: fromOf('week', now), block })
  if (isHidden || past === undefined) return null
  const span = spanWords(past.last.at - past.first.at)
  return (
    <button type="button" className="value-strip" onClick={() => go({ kind: 'value' })}>
      <Curve points={past.points} height={44} tone={toneOf(past.change)} label="" />
      <span className="line">
        <span className="muted grow">Value, {span}</span>
        <ByHowMuch past={past} isBare />
      </span>
    </button>
  )
}
