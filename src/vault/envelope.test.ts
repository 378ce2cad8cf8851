import { sha256 } from '@noble/hashes/sha2.js'
import { base64 } from '@scure/base'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decode, encode, fits } from '#shared/codec.ts'
import type { SecretId } from '#shared/domain/account.ts'
import { addressOf } from '#shared/domain/address.ts'
import { SealedVault } from '#shared/domain/vault.ts'
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
import { checkKdfParams, withPasswordKey } from './kdf.ts'
import { toUtf8 } from './secret.ts'

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
// A derivation that costs nothing, so that thousands of records can be tried; the bounds are the real ones.
let derivations = 0
const cheap: EnvelopeDeps = {
  random,
  passwordKey: async (password, params, use) => {
    checkKdfParams(params)
    derivations++
    return use(sha256(toUtf8(JSON.stringify([password, params.m, params.t, [...params.salt]]))))
  },
}
const real: EnvelopeDeps = { random, passwordKey: withPasswordKey }
const PASSWORD = 'correct horse battery staple'
const anAccount = (name: string, secret: SecretId): SealedVault['accounts'][number] => ({
  kind: 'local',
  address: addressOf(random(32)),
  name,
  hidden: false,
  scheme: 'sr25519',
  secret,
  path: '//0',
})
async function aVault(deps = cheap): Promise<OpenVault & { ids: SecretId[] }> {
  const first = addItem(
    await createVault(PASSWORD, deps),
    { kind: 'words', name: 'one', secret: random(16) },
    random,
  )
  const second = addItem(first.vault, { kind: 'seed', name: 'two', secret: random(32) }, random)
  const ids = [first.id, second.id]
  return { ...setAccounts(second.vault, [anAccount('main', first.id), anAccount('savings', second.id)]), ids }
}
const verdict = async (sealed: SealedVault, password = PASSWORD): Promise<string> => {
  try {
    return (await openVault(sealed, password, cheap)) === undefined ? 'wrong-password' : 'open'
  } catch (error) {
    return (error as { code: string }).code
  }
}

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

/** Every place of a record that holds a value, as a path of keys. */
function leaves(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [path]
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, key]))
}
function changed(sealed: SealedVault, path: string[], change: (value: unknown) => unknown): SealedVault {
  const copy = structuredClone(sealed) as unknown as Record<string, unknown>
  let place = copy
  for (const key of path.slice(0, -1)) place = place[key] as Record<string, unknown>
  const last = path.at(-1) ?? ''
  place[last] = change(place[last])
  return copy as unknown as SealedVault
}
/** Flips one bit of whatever is there: of the bytes behind base64, of a number, of a letter. */
function flip(bit: number): (value: unknown) => unknown {
  return (value) => {
    if (typeof value === 'boolean') return !value
    if (typeof value === 'number') return value ^ (1 << (bit % 20))
    const bytes = Buffer.from(String(value))
    const at = bit % (bytes.length * 7)
    bytes[Math.floor(at / 7)] = (bytes[Math.floor(at / 7)] ?? 0) ^ (1 << (at % 7))
    return bytes.toString()
  }
}

describe('a changed vault', () => {
  it('never opens when any bit of any field was flipped', async () => {
    const { sealed } = await aVault()
    const places = leaves(sealed)
    expect(places.length).toBeGreaterThan(25)
    const place = fc.constantFrom(...places)
    let tried = 0
    await fc.assert(
      fc.asyncProperty(place, fc.nat({ max: 10_000 }), async (path, bit) => {
        const other = changed(sealed, path, flip(bit))
        fc.pre(JSON.stringify(other) !== JSON.stringify(sealed))
        // What the codec does not read never reaches the room; what it does must not open.
        if (!fits(SealedVault, other)) return
        tried++
        expect(['wrong-password', 'vault-damaged']).toContain(await verdict(other))
      }),
      { numRuns: 1000 },
    )
    expect(tried).toBeGreaterThan(250)
  })
  it('is damaged when its items changed places', async () => {
    const { sealed } = await aVault()
    expect(await verdict({ ...sealed, items: sealed.items.toReversed() })).toBe('vault-damaged')
  })
  it('is damaged when an account was dropped, doubled or moved', async () => {
    const { sealed } = await aVault()
    for (const accounts of [
      sealed.accounts.slice(1),
      [...sealed.accounts, ...sealed.accounts],
      sealed.accounts.toReversed(),
    ]) {
      expect(await verdict({ ...sealed, accounts })).toBe('vault-damaged')
    }
  })
  it('is damaged when labels of an older revision were put back', async () => {
    const older = await aVault()
    const [first, ...rest] = older.sealed.accounts
    if (first === undefined) throw new Error('no account')
    const newer = setAccounts(older, [{ ...first, name: 'renamed' }, ...rest])
    expect(await verdict({ ...newer.sealed, accounts: older.sealed.accounts })).toBe('vault-damaged')
    expect(await verdict({ ...newer.sealed, rev: older.sealed.rev })).toBe('vault-damaged')
    expect(await verdict(newer.sealed)).toBe('open')
  })
  it('does not open an item under the id or kind of another, or in another vault', async () => {
    const vault = await aVault()
    const [one, two] = vault.sealed.items
    if (one === undefined || two === undefined) throw new Error('no items')
    const swapped = { ...vault.sealed, items: [{ ...two, id: one.id }, two] }
    const relabelled = { ...vault.sealed, items: [{ ...one, kind: 'seed' as const }, two] }
    const elsewhere = { ...vault.sealed, vid: base64.encode(random(16)) }
    for (const sealed of [swapped, relabelled, elsewhere]) {
      expect(() => withItem({ ...vault, sealed }, one.id, () => true)).toThrow(
        expect.objectContaining({ code: 'vault-damaged' }),
      )
    }
  })
  it('with derivation parameters out of bounds is damaged before anything is derived', async () => {
    const { sealed } = await aVault()
    derivations = 0
    for (const kdf of [
      { m: 8 },
      { m: 2 ** 31 },
      { t: 1 },
      { t: 13 },
      { p: 2 },
      { salt: base64.encode(random(8)) },
    ]) {
      expect(await verdict({ ...sealed, kdf: { ...sealed.kdf, ...kdf } })).toBe('vault-damaged')
    }
    expect(derivations).toBe(0)
  })
  it('with text that is no base64 is damaged', async () => {
    const { sealed } = await aVault()
    for (const path of [['kdf', 'salt'], ['cm'], ['vmk', 'n'], ['vmk', 'ct'], ['mac']]) {
      expect(await verdict(changed(sealed, path, () => 'A'))).toBe('vault-damaged')
    }
  })
  it('of an unknown version or format is not read at all', async () => {
    const { sealed } = await aVault()
    const json = encode(SealedVault, sealed) as Record<string, unknown>
    for (const strange of [{ v: 2 }, { fmt: 'other' }, { extra: 1 }]) {
      expect(() => decode(SealedVault, { ...json, ...strange })).toThrow()
    }
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
