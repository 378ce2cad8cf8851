/** The sealed vault as it lies on disk, and what may be known of it without its password. */
import { list, literal, nullable, type Of, object, shaped, text, uint, union } from '../codec.ts'
import { Accounts, Scheme, SecretId } from './account.ts'

/** Standard base64 with padding. */
export const Base64 = shaped<string>(/^[A-Za-z0-9+/]*={0,2}$/)

const Sealed = object({ n: Base64, ct: Base64 })

/**
 * Everything secret is ciphertext; the accounts are public and stand under the vault's MAC, so that nobody
 * can swap a label or an address without being caught at the next unlock.
 */
export const SealedVault = object({
  fmt: literal('taokey-vault'),
  v: literal(1),
  /** One higher with every write: of two copies the higher is the newer. */
  rev: uint,
  /** Never changes while the vault lives. */
  vid: Base64,
  kdf: object({ alg: literal('argon2id'), m: uint, t: uint, p: uint, salt: Base64 }),
  /** Key commitment: tells a wrong password from a damaged file. */
  cm: Base64,
  vmk: Sealed,
  items: list(object({ id: SecretId, kind: literal(['words', 'seed']), name: text, n: Base64, ct: Base64 })),
  accounts: Accounts,
  mac: Base64,
})
export type SealedVault = Of<typeof SealedVault>

/** Wrong passwords since the last right one, and when the next may be tried (ms since 1970). */
export const Attempts = object({ fails: uint, nextAt: uint })
export type Attempts = Of<typeof Attempts>
export const NO_ATTEMPTS: Attempts = { fails: 0, nextAt: 0 }

/** `locksAt` in ms since 1970. `damaged`: there was a vault, and no copy of it reads. */
export const VaultStatus = union('kind', [
  object({ kind: literal('absent') }),
  object({ kind: literal('damaged') }),
  object({ kind: literal('locked'), retryAt: uint }),
  object({ kind: literal('unlocked'), locksAt: uint }),
])
export type VaultStatus = Of<typeof VaultStatus>

/** Where a new secret comes from. Only ever sent on the window's own port to the vault room. */
export const SecretSource = union('kind', [
  object({ kind: literal('words'), words: text, password: text }),
  object({ kind: literal('seed'), seed: text }),
])
export type SecretSource = Of<typeof SecretSource>

export const Derivation = object({ path: text, scheme: Scheme })
export type Derivation = Of<typeof Derivation>

export const StoredVault = object({ sealed: nullable(SealedVault), attempts: Attempts })
