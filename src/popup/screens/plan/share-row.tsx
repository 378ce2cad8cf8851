/** A place with its share, and the share it should have. */
import type { Subnet } from '#shared/domain/directory.ts'
import { printBasisPoints } from '#shared/domain/price.ts'
import { SubnetBadge, SubnetName } from '../../ui/stake/subnet-badge.tsx'
import type { Slot } from './shares.ts'

export interface ShareRowProps {
  readonly slot: Slot
  readonly subnet: Subnet | undefined
  readonly validator: string
  readonly isWrong: boolean
  readonly onType: (typed: string) => void
}

export function ShareRow({ slot, subnet, validator, isWrong, onType }: ShareRowProps) {
  const { netuid, share, typed } = slot
  const name = netuid === 0 ? 'Root' : subnet?.name || `Subnet ${netuid}`
  const now = printBasisPoints(share)
  return (
    <div className="share-row">
      <SubnetBadge netuid={netuid} symbol={subnet?.symbol ?? ''} />
      <span className="grow">
        <b className="cut">
          <SubnetName netuid={netuid} name={subnet?.name ?? ''} />
        </b>
        <small className="cut muted">
          <bdi>{validator}</bdi> · {now} now
        </small>
      </span>
      <span className={isWrong ? 'input share bad' : 'input share'}>
        <input
          type="text"
          inputMode="decimal"
          autoComplete="off"
          spellCheck={false}
          aria-label={`Share of ${name} with ${validator}, in percent`}
          aria-invalid={isWrong}
          value={typed ?? now.replace('%', '')}
          onChange={({ target }) => onType(target.value)}
        />
        <span className="unit">%</span>
      </span>
    </div>
  )
}
