/** What this wallet calls an address: names a person gave, never names from elsewhere. */
import type { Account, Contact } from '#shared/domain/account.ts'
import type { Address } from '#shared/domain/address.ts'

/** Own accounts before contacts. */
export function namesOf(
  accounts: readonly Account[],
  contacts: readonly Contact[],
): (address: Address) => string | undefined {
  const names = new Map<Address, string>()
  for (const { address, name } of [...contacts, ...accounts]) if (name !== '') names.set(address, name)
  return (address) => names.get(address)
}
