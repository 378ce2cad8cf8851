/** The sealed vault: password → key → master key → a key per secret, with everything public under one MAC. */

import { bytesToHex } from '@noble/hashes/utils.js'
import { base64 } from '@scure/base'
import { encode } from '#shared/codec.ts'
import type { SecretId } from '#shared/domain/account.ts'
import { WalletError } from '#shared/domain/errors.ts'
import { SealedVault } from '#shared/domain/vault.ts'
import { canonical } from './canonical.ts'
import { authenticate, commitment, equal, KEY_LENGTH, seal, unseal, withSubkey } from './cipher.ts'
import {
  type Cost,
  checkKdfParams,
  DEFAULT_COST,
  isWeakerThanDefault,
  type KdfParams,
  LEAST_COST,
  newKdfParams,
  type withPasswordKey,
} from './kdf.ts'
import type { Random } from './secret.ts'

/** An open vault: the record as it is to be stored, and the master key in the clear. Whoever holds it wipes it. */
export interface OpenVault {
  sealed: SealedVault
  masterKey: Uint8Array
}

export interface EnvelopeDeps {
  random: Random
  /** argon2id, as `withPasswordKey` computes it. */
  passwordKey: typeof withPasswordKey
}

export type Item = SealedVault['items'][number]

type Unsigned = Omit<SealedVault, 'mac'>
type Head = Pick<SealedVault, 'fmt' | 'v' | 'vid'>
type Wrap = Pick<SealedVault, 'kdf' | 'cm' | 'vmk'>

const MAC_LENGTH = 32
const ID_LENGTH = 16

/** A vault without secrets or accounts, and open. */
export async function createVault(password: string, deps: EnvelopeDeps): Promise<OpenVault> {
  const masterKey = deps.random(KEY_LENGTH)
  const head: Head = { fmt: 'taokey-vault', v: 1, vid: base64.encode(deps.random(ID_LENGTH)) }
  const wrap = await wrapAtBest(password, masterKey, head, deps)
  return { masterKey, sealed: signed({ ...head, rev: 1, ...wrap, items: [], accounts: [] }, masterKey) }
}

/**
 * Opens a vault. Undefined when the password is wrong; what opens with the right password and yet does not fit
 * together throws `vault-damaged`. A vault whose derivation is weaker than today's comes back with a stronger one and
 * the next revision: its secrets are not touched, and until the caller has stored it the old record still opens.
 */
export async function openVault(
  sealed: SealedVault,
  password: string,
  deps: EnvelopeDeps,
): Promise<OpenVault | undefined> {
  const masterKey = await unwrapMasterKey(sealed, password, deps)
  if (masterKey === undefined) return undefined
  if (!isAuthentic(sealed, masterKey)) {
    masterKey.fill(0)
    throw new WalletError('vault-damaged')
  }
  if (!isWeakerThanDefault(paramsOf(sealed))) return { sealed, masterKey }
  try {
    const wrap = await wrapMasterKey(password, masterKey, sealed, { ...deps, cost: DEFAULT_COST })
    return { masterKey, sealed: next(sealed, masterKey, wrap) }
  } catch (cause) {
    if (!isOutOfMemory(cause)) throw cause
    // The vault stays as it was: the password was right, and that is what was asked.
    return { sealed, masterKey }
  }
}

/** Whether this is the vault's password. Costs what an unlock costs. */
export async function isPassword(
  sealed: SealedVault,
  password: string,
  deps: EnvelopeDeps,
): Promise<boolean> {
  const masterKey = await unwrapMasterKey(sealed, password, deps)
  masterKey?.fill(0)
  return masterKey !== undefined
}

/** The vault under another password: 32 bytes wrapped anew, one record, no half state. The old one must be known to be right. */
export async function rewrap(vault: OpenVault, password: string, deps: EnvelopeDeps): Promise<OpenVault> {
  const wrap = await wrapAtBest(password, vault.masterKey, vault.sealed, deps)
  return { ...vault, sealed: next(vault.sealed, vault.masterKey, wrap) }
}

/** The vault with one more secret, and the random id under which it is kept. */
export function addItem(
  vault: OpenVault,
  { kind, name, secret }: { kind: Item['kind']; name: string; secret: Uint8Array },
  random: Random,
): { vault: OpenVault; id: SecretId } {
  const id = bytesToHex(random(ID_LENGTH)) as SecretId
  const { sealed, masterKey } = vault
  const box = withSubkey(masterKey, itemPurpose(sealed, id), (key) =>
    seal(key, secret, itemBound(sealed, { id, kind }), random),
  )
  const item: Item = { id, kind, name, n: base64.encode(box.nonce), ct: base64.encode(box.box) }
  return { id, vault: { masterKey, sealed: next(sealed, masterKey, { items: [...sealed.items, item] }) } }
}

/** The vault without a secret; the accounts that came from it are the caller's to take out. */
export function removeItem(vault: OpenVault, id: SecretId): OpenVault {
  findItem(vault.sealed, id)
  const items = vault.sealed.items.filter((item) => item.id !== id)
  return { ...vault, sealed: next(vault.sealed, vault.masterKey, { items }) }
}

/** The vault with this list of accounts. */
export function setAccounts(vault: OpenVault, accounts: SealedVault['accounts']): OpenVault {
  return { ...vault, sealed: next(vault.sealed, vault.masterKey, { accounts }) }
}

/**
 * Lends the bytes of one secret.
 * @throws WalletError `not-found`, or `vault-damaged` when the item is not what was put there
 */
export function withItem<T>(vault: OpenVault, id: SecretId, use: (secret: Uint8Array, item: Item) => T): T {
  const { sealed, masterKey } = vault
  const item = findItem(sealed, id)
  const opened = withSubkey(masterKey, itemPurpose(sealed, id), (key) =>
    unseal(key, { nonce: bytesOf(item.n), box: bytesOf(item.ct) }, itemBound(sealed, item), (secret) =>
      use(secret, item),
    ),
  )
  if (opened === undefined) throw new WalletError('vault-damaged')
  return opened.value
}

function findItem(sealed: SealedVault, id: SecretId): Item {
  const item = sealed.items.find((candidate) => candidate.id === id)
  if (item === undefined) throw new WalletError('not-found', { kind: 'secret' })
  return item
}

function itemPurpose({ vid }: Head, id: SecretId): string {
  return `item/v1/${vid}/${id}`
}

/** An item opens only in its own vault, under its own id, as what it was. Its name may change, and stands under the MAC. */
function itemBound({ fmt, v, vid }: Head, { id, kind }: Pick<Item, 'id' | 'kind'>): Uint8Array {
  return canonical({ fmt, v, vid, id, kind })
}

/** Wraps at today's cost, or at the least one where that much memory cannot be had; the record says which. */
async function wrapAtBest(
  password: string,
  masterKey: Uint8Array,
  head: Head,
  deps: EnvelopeDeps,
): Promise<Wrap> {
  try {
    return await wrapMasterKey(password, masterKey, head, { ...deps, cost: DEFAULT_COST })
  } catch (cause) {
    if (!isOutOfMemory(cause)) throw cause
    return wrapMasterKey(password, masterKey, head, { ...deps, cost: LEAST_COST })
  }
}

/** What WebAssembly's memory says when it cannot grow, and an array when its memory did not. */
function isOutOfMemory(cause: unknown): boolean {
  return cause instanceof RangeError
}

async function wrapMasterKey(
  password: string,
  masterKey: Uint8Array,
  head: Head,
  { random, passwordKey, cost }: EnvelopeDeps & { cost: Cost },
): Promise<Wrap> {
  const params = newKdfParams(random, cost)
  return passwordKey(password, params, (key) => {
    const kdf = { ...params, salt: base64.encode(params.salt) }
    const cm = base64.encode(commitment(key))
    const box = seal(key, masterKey, wrapBound({ ...head, kdf, cm }), random)
    return { kdf, cm, vmk: { n: base64.encode(box.nonce), ct: base64.encode(box.box) } }
  })
}

async function unwrapMasterKey(
  sealed: SealedVault,
  password: string,
  { passwordKey }: EnvelopeDeps,
): Promise<Uint8Array | undefined> {
  const params = paramsOf(sealed)
  const committed = bytesOf(sealed.cm)
  const box = { nonce: bytesOf(sealed.vmk.n), box: bytesOf(sealed.vmk.ct) }
  checkKdfParams(params)
  return passwordKey(password, params, (key) => {
    if (!equal(commitment(key), committed)) return undefined
    const opened = unseal(key, box, wrapBound(sealed), (masterKey) => masterKey.slice())
    // The key is right, so it is the record that is not.
    if (opened?.value.length !== KEY_LENGTH) throw new WalletError('vault-damaged')
    return opened.value
  })
}

function wrapBound({ fmt, v, vid, kdf, cm }: Head & Pick<Wrap, 'kdf' | 'cm'>): Uint8Array {
  return canonical({ fmt, v, vid, kdf, cm })
}

function paramsOf({ kdf }: SealedVault): KdfParams {
  return { ...kdf, salt: bytesOf(kdf.salt) }
}

/** The next revision of a vault, with some of its parts replaced. */
function next(sealed: SealedVault, masterKey: Uint8Array, parts: Partial<Unsigned>): SealedVault {
  return signed({ ...sealed, ...parts, rev: sealed.rev + 1 }, masterKey)
}

function signed(unsigned: Unsigned, masterKey: Uint8Array): SealedVault {
  return { ...unsigned, mac: base64.encode(macOf({ ...unsigned, mac: '' }, masterKey)) }
}

function isAuthentic(sealed: SealedVault, masterKey: Uint8Array): boolean {
  const mac = bytesOf(sealed.mac)
  return mac.length === MAC_LENGTH && equal(mac, macOf(sealed, masterKey))
}

/** Over everything but the MAC itself, revision and labels included. */
function macOf(sealed: SealedVault, masterKey: Uint8Array): Uint8Array {
  const record = encode(SealedVault, { ...sealed, mac: '' })
  return withSubkey(masterKey, 'index/v1', (key) => authenticate(key, canonical(record)))
}

/** The codec checks the alphabet only; padding and stray bits are checked here. */
function bytesOf(text: string): Uint8Array {
  try {
    return base64.decode(text)
  } catch (cause) {
    throw new WalletError('vault-damaged', undefined, { cause })
  }
}
