/** What root has earned and nobody has claimed, on the first screen. */
import { useNavigation } from '../../navigation.ts'
import { Button } from '../../ui/button.tsx'
import { PrivateAmount } from '../home/concealed.tsx'
import type { Sum } from '../home/holdings.ts'
import './positions.css'

export interface ClaimCardProps {
  readonly sum: Sum | undefined
  readonly canSign: boolean
}

export function ClaimCard({ sum, canSign }: ClaimCardProps) {
  const { go } = useNavigation()
  if (sum === undefined || sum.claimable === 0n || !canSign) return null
  return (
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
  )
}
