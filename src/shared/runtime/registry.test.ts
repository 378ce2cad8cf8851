import { merkleizeMetadata } from '@polkadot-api/merkleize-metadata'
import { metadata as metadataCodec, type V14Lookup } from '@polkadot-api/substrate-bindings'
import { describe, expect, it } from 'vitest'
import { finneyMetadata, hasFinney } from '../../../test/fixtures/finney.ts'
import { toHex } from '../domain/bytes.ts'
import { readMetadata } from './metadata.ts'

const DIGEST = '0x80de37ca8c53ddbf9835d5123af60e0ef5015b3d039a6ffee0ccbb41966c864f'

/** Mainnet's metadata with other types than it has; every other part stays. */
function retold(change: (lookup: V14Lookup) => V14Lookup): Uint8Array {
  const decoded = metadataCodec.dec(finneyMetadata())
  if (decoded.metadata.tag !== 'v16') throw new Error('the fixture is of version 16')
  const { value } = decoded.metadata
  return metadataCodec.enc({
    ...decoded,
    metadata: { tag: 'v16', value: { ...value, lookup: change(value.lookup) } },
  })
}
const digestOf = (metadata: Uint8Array): string =>
  toHex(merkleizeMetadata(metadata, { decimals: 9, tokenSymbol: 'TAO' }).digest())
const named = (lookup: V14Lookup, path: string) => lookup.filter((entry) => entry.path.join('::') === path)

describe.runIf(hasFinney)('metadata with the digest of a chain', () => {
  it('is refused when a type stands at another place than its id says', () => {
    const lying = retold((lookup) => {
      const own = structuredClone(lookup).map((entry) => ({ ...entry, id: entry.id + lookup.length }))
      for (const { def } of named(own, 'pallet_balances::pallet::Call'))
        if (def.tag === 'variant')
          for (const call of def.value) if (call.name === 'transfer_all') call.name = 'burn_dust'
      return [...own, ...lookup]
    })
    expect(digestOf(lying)).toBe(DIGEST)
    expect(() => readMetadata(lying)).toThrow(expect.objectContaining({ code: 'unreadable' }))
  })
  it.each(['Option', 'Result'])('is refused when an %s holds another type than its parameter', (name) => {
    const lying = retold((lookup) => {
      for (const { params } of named(lookup, name))
        for (const param of params) if (param.type !== undefined) param.type = param.type === 0 ? 1 : 0
      return lookup
    })
    expect(digestOf(lying)).toBe(DIGEST)
    expect(() => readMetadata(lying)).toThrow(expect.objectContaining({ code: 'unreadable' }))
  })
  it.each([
    ['an empty tuple', { tag: 'tuple', value: [] }],
    ['an enum without a variant', { tag: 'variant', value: [] }],
    ['an array of none', { tag: 'array', value: { len: 0, type: 2 } }],
  ] as const)('is refused with a list of %s, which seven bytes could make a billion long', (_, def) => {
    const endless = retold((lookup) => {
      const plain = { path: [], params: [], docs: [] }
      const inner = { ...plain, id: lookup.length, def: structuredClone(def) } as V14Lookup[number]
      const wrapped = { ...plain, id: inner.id + 1, def: { tag: 'tuple' as const, value: [inner.id] } }
      const list = { ...plain, id: inner.id + 2, def: { tag: 'sequence' as const, value: wrapped.id } }
      return [...lookup, inner, wrapped, list]
    })
    expect(digestOf(endless)).toBe(DIGEST)
    expect(() => readMetadata(endless)).toThrow(expect.objectContaining({ code: 'unreadable' }))
  })
  it('is read when it is the chain’s own', () => {
    const own = retold((lookup) => lookup)
    expect(digestOf(own)).toBe(DIGEST)
    expect(readMetadata(own).spec).toBe(424)
  })
})
