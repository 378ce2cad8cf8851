/** The sign of a subnet. Its symbol is what somebody wrote on the chain: it is kept from turning round what stands beside it. */
import type { Netuid } from '#shared/domain/units.ts'

export interface SubnetBadgeProps {
  readonly netuid: Netuid
  /** Empty where the chain has none: then the number stands for it. */
  readonly symbol?: string | undefined
  /** Read out too: a button that is not named by its content alone has to be named by all of it. */
  readonly isSpoken?: boolean
}

/** Longer, and it would be a word. */
const MOST_LETTERS = 3

export function SubnetBadge({ netuid, symbol = '', isSpoken = false }: SubnetBadgeProps) {
  const letters = [...symbol]
  const shown = letters.length > 0 && letters.length <= MOST_LETTERS ? symbol : String(netuid)
  return (
    <span className={netuid === 0 ? 'glyph badge root' : 'glyph badge'} aria-hidden={!isSpoken}>
      <bdi>{netuid === 0 ? 'τ' : shown}</bdi>
    </span>
  )
}

/** `Chutes SN64`; of a subnet without a name its number alone. */
export function SubnetName({
  netuid,
  name,
}: {
  readonly netuid: Netuid
  readonly name?: string | undefined
}) {
  if (netuid === 0) return <>Root</>
  if (name === undefined || name === '' || name === String(netuid)) return <>Subnet {netuid}</>
  return (
    <span className="subnet-name">
      <bdi className="cut">{name}</bdi> <span className="netuid">SN{netuid}</span>
    </span>
  )
}
