/** How what is owned went, on the first screen, and what root has earned and nobody has claimed. */
import type { Address } from '#shared/domain/address.ts'
import type { NetworkId } from '#shared/domain/network.ts'
import { useNavigation } from '../../navigation.ts'
import { Button } from '../../ui/button.tsx'
import { useTopic } from '../../use-topic.ts'
import { PrivateAmount } from '../home/concealed.tsx'
import type { Sum } from '../home/holdings.ts'
import { ValueStrip } from './value-strip.tsx'
import './positions.css'

export interface GainsProps {
  readonly network: NetworkId
  /** The accounts in view. */
  readonly addresses: readonly Address[]
  readonly sum: Sum | undefined
  readonly isAll: boolean
  readonly canSign: boolean
}

export function Gains({ network, addresses, sum, isAll, canSign }: GainsProps) {
  const { go } = useNavigation()
  const view = useTopic('positions')
  const positions = view?.positions?.network === network ? view.positions : undefined
  if (sum === undefined || (positions === undefined && sum.positions === 0)) return null
  return (
    <>
      <ValueStrip
        network={network}
        address={isAll ? null : (addresses[0] ?? null)}
        block={positions?.block.number}
      />
      {sum.claimable > 0n && canSign && (
        <section className="card claim" aria-label="Root dividends">
          <span className="grow">
            <b>
              <PrivateAmount value={sum.claimable} />
            </b>
            <small>Root dividends, not claimed yet</small>
          </span>
          <Button small onClick={() => go({ kind: 'operation', operation: 'claim-root' })}>
            Claim
          </Button>
        </section>
      )}
    </>
  )
}
