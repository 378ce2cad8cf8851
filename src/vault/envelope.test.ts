import { base64 } from '@scure/base'
import { describe, expect, it } from 'vitest'
import { decode, encode } from '#shared/codec.ts'
import type { SecretId } from '#shared/domain/account.ts'
import { SealedVault } from '#shared/domain/vault.ts'
import { aVault, cheap, PASSWORD, random, verdict } from '../../test/build/envelopes.ts'
import {
  addItem,
  createVault,
  type EnvelopeDeps,
  isPassword,
  type OpenVault,
  openVault,
  removeItem,
  rewrap,
  setAccounts,
  withItem,
} from './envelope.ts'
import { withPasswordKey } from './kdf.ts'

const real: EnvelopeDeps = { random, passwordKey: withPasswordKey }

describe('a sealed vault', () => {
  it('opens with its password, through argon2id, and gives its secrets back', async () => {
    const secret = random(32)
    const { vault, id } = addItem(
      await createVault(PASSWORD, real),
      { kind: 'seed', name: '', secret },
      random,
    )
    const opened = await openVault(vault.sealed, PASSWORD, real)
    expect(opened && withItem(opened, id, (bytes) => bytes.slice())).toEqual(secret)
    expect(await openVault(vault.sealed, `${PASSWORD} `, real)).toBeUndefined()
    expect(vault.sealed.kdf).toMatchObject({ alg: 'argon2id', m: 65_536, t: 3, p: 1 })
    expect(base64.decode(vault.sealed.kdf.salt)).toHaveLength(16)
  })
  it('survives the way to disk and back', async () => {
    const { sealed } = await aVault()
    expect(await verdict(decode(SealedVault, JSON.parse(JSON.stringify(encode(SealedVault, sealed)))))).toBe(
      'open',
    )
  })
  it('shares no salt, nonce, id, ciphertext or MAC with another of the same password', async () => {
    const fields = ({ sealed }: OpenVault) => [
      sealed.vid,
      sealed.kdf.salt,
      sealed.cm,
      sealed.vmk.n,
      sealed.vmk.ct,
      sealed.mac,
      ...sealed.items.flatMap((item) => [item.id, item.n, item.ct]),
    ]
    const all = [...fields(await aVault()), ...fields(await aVault())]
    expect(new Set(all).size).toBe(all.length)
  })
  it('holds no secret outside its ciphertexts', async () => {
    const secret = random(32)
    const { vault } = addItem(await createVault(PASSWORD, cheap), { kind: 'seed', name: 'n', secret }, random)
    const text = JSON.stringify(vault.sealed)
    for (const written of [base64.encode(secret), Buffer.from(secret).toString('hex'), PASSWORD]) {
      expect(text).not.toContain(written)
    }
    expect(text).not.toContain(base64.encode(vault.masterKey))
  })
  it('counts one revision with every write', async () => {
    const vault = await createVault(PASSWORD, cheap)
    expect(vault.sealed.rev).toBe(1)
    const { vault: more, id } = addItem(vault, { kind: 'seed', name: '', secret: random(32) }, random)
    expect(more.sealed.rev).toBe(2)
    expect(setAccounts(more, []).sealed.rev).toBe(3)
    expect(removeItem(more, id).sealed.rev).toBe(3)
    expect((await rewrap(more, 'another', cheap)).sealed.rev).toBe(3)
  })
})

describe('a password change', () => {
  it('moves the vault to the new password and leaves every secret where it is', async () => {
    const vault = await aVault()
    const moved = await rewrap(vault, 'another password', cheap)
    expect(moved.sealed.items).toEqual(vault.sealed.items)
    expect(moved.sealed.vid).toBe(vault.sealed.vid)
    expect(moved.sealed.kdf.salt).not.toBe(vault.sealed.kdf.salt)
    expect(await verdict(moved.sealed)).toBe('wrong-password')
    expect(await verdict(moved.sealed, 'another password')).toBe('open')
  })
  it('leaves the old record opening with the old password until the new one is stored', async () => {
    const vault = await aVault()
    await rewrap(vault, 'another password', cheap)
    expect(await verdict(vault.sealed)).toBe('open')
  })
  it('can ask whether a password is the right one', async () => {
    const { sealed } = await aVault()
    expect(await isPassword(sealed, PASSWORD, cheap)).toBe(true)
    expect(await isPassword(sealed, 'another', cheap)).toBe(false)
  })
})

describe('a vault of weaker parameters', () => {
  const legacy: EnvelopeDeps = {
    random,
    passwordKey: (password, params, use) => cheap.passwordKey(password, weaken(params), use),
  }
  const weaken = <P extends { m: number }>(params: P): P => Object.assign(params, { m: 19_456 })

  it('is raised to today at unlock: one revision, the same secrets, the same password', async () => {
    const { sealed } = await aVault(legacy)
    expect(sealed.kdf.m).toBe(19_456)
    const opened = await openVault(sealed, PASSWORD, cheap)
    expect(opened?.sealed).toMatchObject({
      rev: sealed.rev + 1,
      items: sealed.items,
      kdf: { m: 65_536, t: 3 },
    })
    const again = opened && (await openVault(opened.sealed, PASSWORD, cheap))
    expect(again?.sealed).toEqual(opened?.sealed)
    expect(await verdict(sealed)).toBe('open')
  })
})

describe('where there is no memory for today’s cost', () => {
  const poor: EnvelopeDeps = {
    random,
    passwordKey: (password, params, use) => {
      if (params.m > 19_456) throw new RangeError('could not allocate memory')
      return cheap.passwordKey(password, params, use)
    },
  }
  it('a vault is made at the least cost, and its record says so', async () => {
    const { sealed } = await createVault(PASSWORD, poor)
    expect(sealed.kdf).toMatchObject({ alg: 'argon2id', m: 19_456, t: 2, p: 1 })
    expect(await verdict(sealed)).toBe('open')
  })
  it('a vault of less cost opens unchanged', async () => {
    const { sealed } = await createVault(PASSWORD, poor)
    expect((await openVault(sealed, PASSWORD, poor))?.sealed).toBe(sealed)
  })
})

describe('a secret', () => {
  it('that is not there is not found', async () => {
    const vault = await aVault()
    const unknown = '0'.repeat(32) as SecretId
    expect(() => withItem(vault, unknown, () => true)).toThrow(expect.objectContaining({ code: 'not-found' }))
    expect(() => removeItem(vault, unknown)).toThrow(expect.objectContaining({ code: 'not-found' }))
  })
  it('is gone once removed, and the others stay', async () => {
    const vault = await aVault()
    const [first, second] = vault.ids
    if (first === undefined || second === undefined) throw new Error('no items')
    const fewer = removeItem(vault, first)
    expect(() => withItem(fewer, first, () => true)).toThrow(expect.objectContaining({ code: 'not-found' }))
    expect(withItem(fewer, second, (secret) => secret.length)).toBe(32)
    expect(await verdict(fewer.sealed)).toBe('open')
  })
  it('is wiped once lent', async () => {
    const vault = await aVault()
    const kept = withItem(vault, vault.ids[0] ?? ('' as SecretId), (secret) => secret)
    expect(kept).toEqual(new Uint8Array(16))
  })
})
