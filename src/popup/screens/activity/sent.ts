/** What a transaction of this wallet sent and to whom, where it is one that sends TAO. */
import type { Address } from '#shared/domain/address.ts'
import type { NetworkId } from '#shared/domain/network.ts'
import type { TxRecord } from '#shared/domain/transaction.ts'
import type { Rao } from '#shared/domain/units.ts'

export interface Sent {
  readonly to: Address
  /** Absent where it was all there was. */
  readonly amount: Rao | undefined
}

/** The verb of a transfer, and of nothing else (`operations/transfer.ts`). */
const VERB = 'Send'

export function sentOf({ description: { verb, rows } }: TxRecord): Sent | undefined {
  if (verb !== VERB) return undefined
  const [to, amount] = ['To', 'Amount'].map((name) => {
    const value = rows.find(({ label }) => label === name)?.value
    return value?.length === 1 ? value[0] : undefined
  })
  if (typeof to !== 'object' || !('address' in to)) return undefined
  return { to: to.address, amount: typeof amount === 'object' && 'rao' in amount ? amount.rao : undefined }
}

export interface Recipient extends Sent {
  readonly address: Address
  /** Of the last time, ms since 1970. */
  readonly at: number
}

/** More would be a list to search in. */
const MOST = 5

/**
 * To whom a person sent last from this wallet, newest first. Only what they filled in here and the chain carried out for good:
 * an address that only looks like one of these never gets among them by sending something.
 */
export function recipientsOf(
  records: readonly TxRecord[],
  { network, but }: { readonly network: NetworkId; readonly but: readonly { readonly address: Address }[] },
): readonly Recipient[] {
  const left = new Set(but.map(({ address }) => address))
  const found: Recipient[] = []
  for (const tx of records.toSorted((a, b) => b.sentAt - a.sentAt)) {
    const sent = sentOf(tx)
    const isDone = tx.state.kind === 'final' && tx.state.outcome.kind === 'done'
    const isOwn = tx.network === network && tx.requester.kind === 'wallet'
    if (sent === undefined || !isDone || !isOwn || left.has(sent.to)) continue
    left.add(sent.to)
    found.push({ ...sent, address: sent.to, at: tx.sentAt })
  }
  return found.slice(0, MOST)
}
