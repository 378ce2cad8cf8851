/** The addresses a person knows, and which of them another could be mistaken for. */
import type { Account, Contact } from './account.ts'
import { type Address, looksLike } from './address.ts'
import { hasArrived, type TxRecord } from './transaction.ts'

export interface KnownAddresses {
  readonly accounts: readonly Account[]
  readonly contacts: readonly Contact[]
  readonly sentTo: ReadonlySet<Address>
}

/** Everybody in what the chain has carried out: a refused transfer to a stranger makes nobody an acquaintance. */
export function sentTo(records: readonly TxRecord[]): ReadonlySet<Address> {
  return new Set(records.filter(hasArrived).flatMap(addressesIn))
}

/**
 * Also of a contact: who took a forged address from his history saved it in good faith. An account whose key is here is
 * nobody's forgery; one that is only watched may be.
 */
export function lookalikeOf(
  address: Address,
  { accounts, contacts, sentTo: paid }: KnownAddresses,
): Address | undefined {
  if (accounts.some((each) => each.kind === 'local' && each.address === address)) return undefined
  const named = [...accounts, ...contacts].map((each) => each.address)
  return [...named, ...paid].find((each) => looksLike(each, address))
}

function addressesIn({ account, description }: TxRecord): readonly Address[] {
  const spans = [description.sentence, ...description.rows.map((row) => row.value)].flat()
  return spans.flatMap((span) =>
    typeof span === 'object' && 'address' in span && span.address !== account ? [span.address] : [],
  )
}
