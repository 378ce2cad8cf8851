/** What the calls of a batch do one after another, as they are priced: each finds what those before it have left. */
import type { Address } from '#shared/domain/address.ts'
import type { Netuid, RaoPerAlpha } from '#shared/domain/units.ts'
import type { Flow } from '#shared/operations/flow.ts'
import type { Before } from '../chain/before.ts'

export interface Ledger extends Before {
  note(flow: Flow): void
  /** How much free TAO there is more of than at the start, now and when there was least of it. */
  free(): { readonly now: bigint; readonly least: bigint }
}

export function createLedger(): Ledger {
  const sums = new Map<string, bigint>()
  const prices = new Map<Netuid, RaoPerAlpha>()
  const sum = (what: string, netuid: Netuid, hotkey = ''): bigint =>
    sums.get(`${what} ${netuid} ${hotkey}`) ?? 0n
  const add = (amount: bigint, what: string, netuid: Netuid, hotkey = ''): void => {
    sums.set(`${what} ${netuid} ${hotkey}`, sum(what, netuid, hotkey) + amount)
  }
  const hold = (amount: bigint, netuid: Netuid, hotkey: Address): void => {
    add(amount, 'stake', netuid)
    add(amount, 'stake', netuid, hotkey)
  }
  let now = 0n
  let least = 0n
  return {
    sold: (netuid) => sum('sold', netuid),
    spent: (netuid) => sum('spent', netuid),
    stake: (netuid, hotkey) => sum('stake', netuid, hotkey),
    price: (netuid) => prices.get(netuid),
    free: () => ({ now, least }),
    note: ({ from, to, free }) => {
      now += free
      if (now < least) least = now
      if (from !== undefined) {
        hold(-from.amount, from.netuid, from.hotkey)
        if (from.pool !== undefined) {
          add(from.amount, 'sold', from.netuid)
          prices.set(from.netuid, from.pool.price)
        }
      }
      if (to === undefined) return
      hold(to.amount, to.netuid, to.hotkey)
      if (to.pool === undefined) return
      add(to.pool.tao, 'spent', to.netuid)
      prices.set(to.netuid, to.pool.price)
    },
  }
}
