/** Sealed vaults whose password key costs nothing to derive. */
import { sha256 } from '@noble/hashes/sha2.js'
import type { SecretId } from '../../src/shared/domain/account.ts'
import { addressOf } from '../../src/shared/domain/address.ts'
import type { SealedVault } from '../../src/shared/domain/vault.ts'
import {
  addItem,
  createVault,
  type EnvelopeDeps,
  type OpenVault,
  openVault,
  setAccounts,
} from '../../src/vault/envelope.ts'
import { checkKdfParams } from '../../src/vault/kdf.ts'
import { toUtf8 } from '../../src/vault/secret.ts'

export const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
// A derivation that costs nothing, so that thousands of records can be tried; the bounds are the real ones.
/** How often a key was derived. */
export const derived = { count: 0 }
export const cheap: EnvelopeDeps = {
  random,
  passwordKey: async (password, params, use) => {
    checkKdfParams(params)
    derived.count += 1
    return use(sha256(toUtf8(JSON.stringify([password, params.m, params.t, [...params.salt]]))))
  },
}
export const PASSWORD = 'correct horse battery staple'
const anAccount = (name: string, secret: SecretId): SealedVault['accounts'][number] => ({
  kind: 'local',
  address: addressOf(random(32)),
  name,
  hidden: false,
  scheme: 'sr25519',
  secret,
  path: '//0',
})
export async function aVault(deps = cheap): Promise<OpenVault & { ids: SecretId[] }> {
  const first = addItem(
    await createVault(PASSWORD, deps),
    { kind: 'words', name: 'one', secret: random(16) },
    random,
  )
  const second = addItem(first.vault, { kind: 'seed', name: 'two', secret: random(32) }, random)
  const ids = [first.id, second.id]
  return { ...setAccounts(second.vault, [anAccount('main', first.id), anAccount('savings', second.id)]), ids }
}
export const verdict = async (sealed: SealedVault, password = PASSWORD): Promise<string> => {
  try {
    return (await openVault(sealed, password, cheap)) === undefined ? 'wrong-password' : 'open'
  } catch (error) {
    return (error as { code: string }).code
  }
}
