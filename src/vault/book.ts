/** Changes to the accounts and secrets of an open vault: what may be added, renamed, and taken out. */

import { type Account, type LocalAccount, type SecretId, tidyName } from '#shared/domain/account.ts'
import { type Address, addressOf } from '#shared/domain/address.ts'
import { WalletError } from '#shared/domain/errors.ts'
import type { Derivation, SecretSource } from '#shared/domain/vault.ts'
import { equal } from './cipher.ts'
import { type KeyPair, publicKeyAt, type Root, withKeyPair } from './derive.ts'
import { addItem, type Item, type OpenVault, removeItem, setAccounts, withItem } from './envelope.ts'
import type { Random } from './secret.ts'
import { withRoot, withSourceBytes } from './source.ts'

/** The address a source and derivation give; nothing is kept. @throws WalletError `invalid-secret` */
export function addressFrom(source: SecretSource, derivation: Derivation, random: Random): Address {
  return withSourceBytes(source, (secret, kind) =>
    withRoot(kind, secret, (root) => addressAt(root, derivation, random)),
  )
}

/**
 * A secret and its first account. Words that are kept already are not kept twice: the account joins theirs.
 * @throws WalletError `invalid-secret`, or `duplicate` when the account is there
 */
export function addSecret(
  vault: OpenVault,
  { source, derivation, name }: { source: SecretSource; derivation: Derivation; name: string },
  random: Random,
): OpenVault {
  return withSourceBytes(source, (secret, kind) => {
    const address = withRoot(kind, secret, (root) => addressAt(root, derivation, random))
    const kept = vault.sealed.items.find((item) => item.kind === kind && holds(vault, item, secret))
    const added = kept
      ? { vault, id: kept.id }
      : addItem(vault, { kind, name: tidyName(name), secret }, random)
    return addLocal(added.vault, { address, name, secret: added.id, ...derivation })
  })
}

/**
 * Another account of a kept secret.
 * @throws WalletError `not-found`, `invalid-secret`, or `duplicate` when the account is there
 */
export function deriveAccount(
  vault: OpenVault,
  { secret, derivation, name }: { secret: SecretId; derivation: Derivation; name: string },
  random: Random,
): OpenVault {
  const address = withItem(vault, secret, (bytes, item) =>
    withRoot(item.kind, bytes, (root) => addressAt(root, derivation, random)),
  )
  return addLocal(vault, { address, name, secret, ...derivation })
}

/** An address to look at. @throws WalletError `duplicate` */
export function watchAddress(
  vault: OpenVault,
  { address, name }: { address: Address; name: string },
): OpenVault {
  const { accounts } = vault.sealed
  const known = accounts.find((account) => account.address === address)
  if (known !== undefined) throw new WalletError('duplicate', { name: known.name })
  return setAccounts(vault, [...accounts, { kind: 'watch', address, name: tidyName(name), hidden: false }])
}

/**
 * The accounts renamed, hidden, in another order, or fewer. A secret goes with its last account.
 * @throws WalletError `not-found` for an account that is not there, `refused` where anything else differs
 */
export function rearrange(vault: OpenVault, wanted: readonly Account[]): OpenVault {
  const { accounts, items } = vault.sealed
  if (new Set(wanted.map((account) => account.address)).size !== wanted.length) {
    throw new WalletError('refused', { why: 'an account stands twice' })
  }
  const arranged = wanted.map((account) => {
    const known = accounts.find((candidate) => candidate.address === account.address)
    if (known === undefined) throw new WalletError('not-found', { kind: 'account' })
    if (!isSameKey(known, account)) throw new WalletError('refused', { why: 'an account has another key' })
    return { ...known, name: tidyName(account.name), hidden: account.hidden }
  })
  const needed = new Set(arranged.map((account) => (account.kind === 'local' ? account.secret : undefined)))
  const unneeded = items.filter((item) => !needed.has(item.id))
  return setAccounts(
    unneeded.reduce((rest, item) => removeItem(rest, item.id), vault),
    arranged,
  )
}

/** The local account of an address. @throws WalletError `not-found` */
export function localAccount(vault: OpenVault, address: Address): LocalAccount {
  const account = vault.sealed.accounts.find((candidate) => candidate.address === address)
  if (account?.kind !== 'local') throw new WalletError('not-found', { kind: 'account' })
  return account
}

/**
 * Lends the key pair of a local account.
 * @throws WalletError `vault-damaged` when its secret does not give its address
 */
export function withAccountKey<T>(
  vault: OpenVault,
  { secret, path, scheme, address }: LocalAccount,
  random: Random,
  use: (pair: KeyPair) => T,
): T {
  return withItem(vault, secret, (bytes, { kind }) =>
    withRoot(kind, bytes, (root) =>
      withKeyPair(root, { path, scheme, random }, (pair) => {
        if (addressOf(pair.publicKey) !== address) throw new WalletError('vault-damaged')
        return use(pair)
      }),
    ),
  )
}

function addLocal(vault: OpenVault, account: Omit<LocalAccount, 'kind' | 'hidden'>): OpenVault {
  const { accounts } = vault.sealed
  const local: LocalAccount = { ...account, kind: 'local', name: tidyName(account.name), hidden: false }
  const known = accounts.find((candidate) => candidate.address === account.address)
  if (known?.kind === 'local') throw new WalletError('duplicate', { name: known.name })
  // What was only watched can be signed with from now on, and keeps its place.
  return setAccounts(
    vault,
    known === undefined ? [...accounts, local] : accounts.map((each) => (each === known ? local : each)),
  )
}

function addressAt(root: Root, derivation: Derivation, random: Random): Address {
  return addressOf(publicKeyAt(root, { ...derivation, random }))
}

function holds(vault: OpenVault, item: Item, secret: Uint8Array): boolean {
  return withItem(vault, item.id, (kept) => equal(kept, secret))
}

function isSameKey(known: Account, wanted: Account): boolean {
  if (known.kind === 'watch' || wanted.kind === 'watch') return known.kind === wanted.kind
  return known.scheme === wanted.scheme && known.secret === wanted.secret && known.path === wanted.path
}
