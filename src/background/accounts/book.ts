/** Who an address is to this wallet: one of its own accounts, a contact, somebody sent to before, or a stranger. */
import { type Address, keyHash, looksLike, parseAddress } from '#shared/domain/address.ts'
import type { Hash } from '#shared/domain/bytes.ts'
import type { TxRecord } from '#shared/domain/transaction.ts'
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
      const sentTo = new Set(records.filter(hasArrived).flatMap(addressesIn))
      const known = [...accounts, ...contacts]
      const found = known.find(({ address }) => address === of)
      const isKnown = found !== undefined || sentTo.has(of)
      const candidates = [...known.map(({ address }) => address), ...sentTo]
      return {
        own: accounts.some(({ address }) => address === of),
        name: found?.name,
        sentBefore: sentTo.has(of),
        lookalike: isKnown ? undefined : candidates.find((address) => looksLike(address, of)),
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

/** Only what the chain has carried out: a refused transfer to a stranger makes nobody an acquaintance. */
function hasArrived({ state }: TxRecord): boolean {
  return (state.kind === 'final' || state.kind === 'in-block') && state.outcome.kind === 'done'
}

function addressesIn({ account, description }: TxRecord): readonly Address[] {
  const spans = [description.sentence, ...description.rows.map((row) => row.value)].flat()
  return spans.flatMap((span) =>
    typeof span === 'object' && 'address' in span && span.address !== account ? [span.address] : [],
  )
}
