/** The accounts a person has or watches, and the people they send to. All of it is public. */
import { boolean, list, literal, type Of, object, shaped, text, union } from '../codec.ts'
import { Address } from './address.ts'

export type SecretId = string & { readonly secret: true }
export const SecretId = shaped<SecretId>(/^[0-9a-f]{32}$/)
export type Scheme = 'sr25519' | 'ed25519'
export const Scheme = literal(['sr25519', 'ed25519'])
/** Junctions alone (`//hard/soft`): a derivation password is a secret and lies with the words. */
const Path = text

const shown = { address: Address, name: text, hidden: boolean }

/** `local` signs with a secret of the vault; `watch` is an address to look at. */
export const Account = union('kind', [
  object({ kind: literal('local'), ...shown, scheme: Scheme, secret: SecretId, path: Path }),
  object({ kind: literal('watch'), ...shown }),
])
export type Account = Of<typeof Account>
export type LocalAccount = Extract<Account, { kind: 'local' }>
/** In the order a person gave them. */
export const Accounts = list(Account)

export const Contact = object({ address: Address, name: text })
export type Contact = Of<typeof Contact>
export const Contacts = list(Contact)

export const NAME_LIMIT = 40

/**
 * A name without odd spaces and controls, cut to what a row can hold. Never within a letter: half of one is kept by one store
 * and replaced by another, and a name stands under the vault's MAC.
 */
export function tidyName(typed: string): string {
  return typed
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, NAME_LIMIT)
    .replace(/\p{Cs}$/u, '')
    .trim()
}
