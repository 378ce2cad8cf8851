/** A record that was changed outside the wallet: it is damaged, and never opens as another. */
import { base64 } from '@scure/base'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decode, encode, fits } from '#shared/codec.ts'
import { SealedVault } from '#shared/domain/vault.ts'
import { aVault, derived, random, verdict } from '../../test/build/envelopes.ts'
import { setAccounts, withItem } from './envelope.ts'

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
    derived.count = 0
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
    expect(derived.count).toBe(0)
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
