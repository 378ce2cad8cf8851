/** `contacts.*` of the popup contract. Accounts are changed in the vault room, and stored with the vault. */
import { NAME_LIMIT, tidyName } from '#shared/domain/account.ts'
import { publicKeyOf } from '#shared/domain/address.ts'
import { WalletError } from '#shared/domain/errors.ts'
import type { Handlers } from '#shared/protocol/contract.ts'
import type { walletMethods } from '#shared/protocol/popup-contract.ts'
import type { Store } from '../storage/area.ts'
import { keys } from '../storage/keys.ts'

type Names = 'contacts.save' | 'contacts.remove'

export function contactHandlers({
  store,
}: {
  readonly store: Store
}): Handlers<Pick<typeof walletMethods, Names>> {
  return {
    'contacts.save': async ({ contact: { address, name } }) => {
      // The codec knows the shape of an address; only this knows its checksum.
      publicKeyOf(address)
      const saved = { address, name: tidyName(name) || address.slice(0, NAME_LIMIT) }
      await store.update(keys.contacts, (contacts) => {
        const isThere = contacts.some((each) => each.address === address)
        return isThere
          ? contacts.map((each) => (each.address === address ? saved : each))
          : [...contacts, saved]
      })
    },
    'contacts.remove': async ({ address }) => {
      let wasThere = false
      await store.update(keys.contacts, (contacts) => {
        wasThere = contacts.some((each) => each.address === address)
        return wasThere ? contacts.filter((each) => each.address !== address) : contacts
      })
      if (!wasThere) throw new WalletError('not-found', { kind: 'contact' })
    },
  }
}
