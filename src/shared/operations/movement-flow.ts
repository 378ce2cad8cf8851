/** What moving or swapping stake leaves behind. */
import type { Address } from '../domain/address.ts'
import { swapLimit } from '../domain/price.ts'
import { lesser, type Netuid } from '../domain/units.ts'
import { type Flow, tradedSide } from './flow.ts'
import { type MovementFacts, ratioAfter } from './movement.ts'

interface Moved {
  readonly hotkey: Address
  readonly newHotkey: Address
  readonly from: Netuid
  readonly to: Netuid
}

/** Within a subnet stake changes hands alone; across, it goes through both pools. */
export function movementFlow({ hotkey, newHotkey, from, to }: Moved, facts: MovementFacts): Flow {
  const { moved, sale, purchase } = facts.legs
  const origin = { hotkey, netuid: from }
  const destination = { hotkey: newHotkey, netuid: to }
  if (from === to)
    return { from: { ...origin, amount: moved }, to: { ...destination, amount: moved }, free: 0n }
  const legs = [
    { netuid: from, spot: facts.fromPrice },
    { netuid: to, spot: facts.toPrice },
  ] as const
  return {
    from: tradedSide(origin, moved, { quote: sale, spot: facts.fromPrice }),
    to: tradedSide(destination, purchase.alpha, { quote: purchase, spot: facts.toPrice }),
    free: 0n,
    // Never beyond what the prices certainly are now: each is told rounded down.
    reaches: lesser(ratioAfter(facts), swapLimit(...legs, 0)),
  }
}
