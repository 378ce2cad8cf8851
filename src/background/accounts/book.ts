/** Who an address is to this wallet: one of its own accounts, a contact, somebody sent to before, or a stranger. */
import { type Address, keyHash, parseAddress } from '#shared/domain/address.ts'
import type { Hash } from '#shared/domain/bytes.ts'
import { lookalikeOf, sentTo } from '#shared/domain/known-addresses.ts'
import type { Acquaintance } from '#shared/operations/fact-shapes.ts'
import type { Store } from '../storage/area.ts'
import { keys } from '../storage/keys.ts'
import type { Keeper } from '../vault/keeper.ts'

export interface Book {
  acquaintance(of: Address): Promise<Acquaintance>
  /** The account or contact whose public key has this blake2b-256 hash. */
  withHash(hash: Hash): Promise<Address | undefined>
}

export function createBook({ keeper, store }: { readonly keeper: Keeper; readonly store: Store }): Book {
  return {
    acquaintance: async (of) => {
      const [accounts, contacts, records] = await Promise.all([
        keeper.accounts(),
        store.get(keys.contacts),
        store.get(keys.activity),
      ])
      const paid = sentTo(records)
      return {
        own: accounts.some(({ address }) => address === of),
        name: [...accounts, ...contacts].find(({ address }) => address === of)?.name,
        sentBefore: paid.has(of),
        lookalike: lookalikeOf(of, { accounts, contacts, sentTo: paid }),
      }
    },
    withHash: async (hash) => {
      const known = [...(await keeper.accounts()), ...(await store.get(keys.contacts))]
      return known
        .map(({ address }) => address)
        .find((address) => parseAddress(address).ok && keyHash(address) === hash)
    },
  }
}
