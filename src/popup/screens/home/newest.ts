/** Which transactions stand on the first screen. */
import type { NetworkId } from '#shared/domain/network.ts'
import type { TxRecord } from '#shared/domain/transaction.ts'
import type { Scope } from './holdings.ts'

/** The newest of the scope on the network in front. */
export function newestOf(
  records: readonly TxRecord[],
  { scope, network, count }: { readonly scope: Scope; readonly network: NetworkId; readonly count: number },
): readonly TxRecord[] {
  return records
    .filter((tx) => tx.network === network && (scope === 'all' || tx.account === scope))
    .toSorted((a, b) => b.sentAt - a.sentAt)
    .slice(0, count)
}
