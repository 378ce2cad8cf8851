import { argon2id as independent } from '@noble/hashes/argon2.js'
import { describe, expect, it } from 'vitest'
import {
  checkKdfParams,
  DEFAULT_COST,
  isWeakerThanDefault,
  type KdfParams,
  newKdfParams,
  withPasswordKey,
} from './kdf.ts'

const counted = (length: number) => Uint8Array.from({ length }, (_, index) => index)
const floor = newKdfParams(counted, { m: 19_456, t: 2, p: 1 })
const keyOf = (password: string, params: KdfParams) => withPasswordKey(password, params, (key) => key.slice())

describe('the key of a password', () => {
  it('is argon2id as another implementation computes it', async () => {
    const expected = independent('päss wörd ', floor.salt, { m: 19_456, t: 2, p: 1, dkLen: 32 })
    expect(await keyOf('päss wörd ', floor)).toEqual(expected)
  })
  it('takes the password as typed: spaces and Unicode forms count', async () => {
    const keys = await Promise.all(['é', 'e\u0301', 'é '].map((password) => keyOf(password, floor)))
    expect(new Set(keys.map((key) => key.join())).size).toBe(3)
  })
  it('costs 64 MiB and three passes by default', () => {
    expect(newKdfParams(counted)).toEqual({ alg: 'argon2id', m: 65_536, t: 3, p: 1, salt: counted(16) })
    expect(isWeakerThanDefault(newKdfParams(counted))).toBe(false)
  })
  it('is weak when memory or passes are below the default', () => {
    expect(isWeakerThanDefault({ ...floor, t: DEFAULT_COST.t })).toBe(true)
    expect(isWeakerThanDefault({ ...floor, m: DEFAULT_COST.m })).toBe(true)
    expect(isWeakerThanDefault({ ...floor, m: 131_072, t: 4 })).toBe(false)
  })
  it('is wiped once used', async () => {
    let kept: Uint8Array = new Uint8Array()
    await withPasswordKey('password', floor, (key) => {
      kept = key
    })
    expect(kept).toEqual(new Uint8Array(32))
  })
})

describe('stored parameters', () => {
  it('are accepted at both ends of each bound', () => {
    checkKdfParams({ ...floor, m: 19_456, t: 2 })
    checkKdfParams({ ...floor, m: 1_048_576, t: 12 })
  })
  const outside: [string, Partial<Record<keyof KdfParams, unknown>>][] = [
    ['too little memory', { m: 19_455 }],
    ['memory of a few blocks', { m: 8 }],
    ['too much memory', { m: 1_048_577 }],
    ['memory of two tebibytes', { m: 2 ** 31 }],
    ['a fraction of memory', { m: 65_536.5 }],
    ['no number for memory', { m: Number.NaN }],
    ['one pass', { t: 1 }],
    ['thirteen passes', { t: 13 }],
    ['two lanes', { p: 2 }],
    ['no lane', { p: 0 }],
    ['an unknown algorithm', { alg: 'argon2i' }],
    ['a salt of eight bytes', { salt: counted(8) }],
    ['no salt', { salt: new Uint8Array() }],
  ]
  it.each(outside)('are damaged with %s, before the derivation runs', async (_, change) => {
    const params = { ...floor, ...change } as KdfParams
    let ran = false
    await expect(
      withPasswordKey('password', params, () => {
        ran = true
      }),
    ).rejects.toMatchObject({ code: 'vault-damaged' })
    expect(ran).toBe(false)
  })
})
