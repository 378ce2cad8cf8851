/** Which accounts of the wallet are about to be swapped to another key, and which of them by this very wallet. */
import type { Account } from '#shared/domain/account.ts'
import type { SwapStanding } from '#shared/domain/standing.ts'
import { hasArrived, type TxRecord } from '#shared/domain/transaction.ts'

export interface Announced {
  readonly account: Account
  readonly swap: SwapStanding
  /** This wallet sent the announcement of this very key. */
  readonly isOurs: boolean
}

export interface Seen {
  readonly accounts: readonly Account[]
  /** In the order of the accounts. */
  readonly swaps: readonly SwapStanding[]
  readonly records: readonly TxRecord[]
}

/** Those nobody here asked for stand first. */
export function announcedOf({ accounts, swaps, records }: Seen): readonly Announced[] {
  const all = accounts.flatMap((account, at): readonly Announced[] => {
    const swap = swaps[at]
    if (swap?.announced == null) return []
    const { hash } = swap.announced
    const isOurs = records.some(
      (record) => record.account === account.address && hasArrived(record) && names(record, hash),
    )
    return [{ account, swap, isOurs }]
  })
  return all.toSorted((a, b) => Number(a.isOurs) - Number(b.isOurs))
}

function names({ description }: TxRecord, hash: string): boolean {
  return description.rows.some(({ value }) =>
    value.some((span) => typeof span === 'object' && 'code' in span && span.code === hash),
  )
}
