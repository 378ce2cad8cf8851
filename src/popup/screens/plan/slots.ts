/** The places that stand in the list of shares: the largest positions, and what was added. */
import { type Address, addressOfKey, keyOf } from '#shared/domain/address.ts'
import { balanceIn, EXISTENTIAL_DEPOSIT, type Portfolio, spendable } from '#shared/domain/portfolio.ts'
import { less, type Rao, rao, sum } from '#shared/domain/units.ts'
import { byWorth, type PositionRow } from '../positions/rows.ts'
import { placeOf, type Slot, shareOf } from './shares.ts'
import type { RebalanceKept } from './terms.ts'

/** As many as are looked at one by one; all the others stay as they are. */
export const MOST_SLOTS = 30
/** Of free TAO so much is not looked at: the fee of a plan, and of what is done after it. */
const FOR_FEES = rao(100_000_000n)

export function usableFree(portfolio: Portfolio | null, account: Address | undefined): Rao {
  const balance = account && balanceIn(portfolio, account)
  return balance === undefined ? rao(0n) : less(spendable(balance, EXISTENTIAL_DEPOSIT), FOR_FEES)
}

export interface SlotsFrom {
  /** Of one account. */
  readonly rows: readonly PositionRow[]
  readonly free: Rao
  readonly choice: Pick<RebalanceKept, 'shares' | 'added'>
}

export function slotsFrom({ rows, free, choice }: SlotsFrom): {
  readonly slots: readonly Slot[]
  readonly staked: Rao
} {
  const staked = sum(rows.map(({ position }) => position.worth))
  const slotOf = (row: PositionRow): Slot => {
    const place = { hotkey: addressOfKey(row.position.hotkey), netuid: row.position.netuid }
    const id = placeOf(place)
    return { ...place, id, row, share: shareOf(row.position.worth, staked + free), typed: choice.shares[id] }
  }
  const held = new Set(rows.map(({ position }) => `${position.netuid} ${position.hotkey}`))
  const added = choice.added
    .filter(({ netuid, hotkey }) => !held.has(`${netuid} ${keyOf(hotkey)}`))
    .map((place): Slot => {
      const id = placeOf(place)
      // Nothing is wanted of it until somebody says how much.
      return { ...place, id, row: undefined, share: 0, typed: choice.shares[id] }
    })
  return { slots: [...rows.toSorted(byWorth).slice(0, MOST_SLOTS).map(slotOf), ...added], staked }
}
