// devnet's declared runtime against the chain's own metadata (mainnet, spec 424): nothing may differ.
import { existsSync, readFileSync } from 'node:fs'
import { Metadata, TypeRegistry } from '@polkadot/types'
import { merkleizeMetadata } from '@polkadot-api/merkleize-metadata'
import { decAnyMetadata, metadata, unifyMetadata, type V16 } from '@polkadot-api/substrate-bindings'
import { MerkleizedMetadata } from 'dedot/merkleized-metadata'
import { describe, expect, it } from 'vitest'
import type { Runtime } from '../../devnet/runtime/declare.ts'
import { runtime } from '../../devnet/runtime/declared/runtime.ts'
import { toHex } from '../../devnet/runtime/decode.ts'
import { law } from '../../devnet/runtime/law.ts'
import { generate, type MetadataVersion } from '../../devnet/runtime/metadata.ts'

const REAL = new URL('../../../shared/subtensor/finney-424.scale', import.meta.url)
const isThere = existsSync(REAL)
const isRequired = process.env['CI'] !== undefined

/** Pieces that the law compares at spec 424. Fewer is a failure, so that the law cannot become empty unseen. */
const COMMITTED = 13_307

/** The RFC-78 digests of spec 424. Ids follow the order of a version's registry, so that each version has its own. */
const DIGEST_OF_V16 = '0x80de37ca8c53ddbf9835d5123af60e0ef5015b3d039a6ffee0ccbb41966c864f'
const DIGEST_OF_V15 = '0x677397fb96f3f7589fdba80df19934dbbaa4c461b0119ef952298f033d36a43f'
const CHAIN = {
  decimals: 9,
  tokenSymbol: 'TAO',
  base58Prefix: 42,
  specName: 'node-subtensor',
  specVersion: 424,
}

const VERSIONS: readonly MetadataVersion[] = [14, 15, 16]

const decode = (encoded: Uint8Array): V16 => {
  const { metadata: decoded } = metadata.dec(encoded.slice())
  if (decoded.tag !== 'v16') throw new Error(`metadata ${decoded.tag}`)
  return decoded.value
}
const withoutDocs = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, part: unknown) => (key === 'docs' ? undefined : part)))

if (!isThere && !isRequired) console.log('skipped: finney-424.scale is not beside the checkout')

describe.skipIf(!isThere && !isRequired)('the declared runtime and the chain', () => {
  it('agree in every declared piece', () => {
    const { differences, compared } = law(decode(generate(runtime, 16)), decode(readFileSync(REAL)), {
      strict: true,
    })
    console.log(`compared ${compared} pieces of metadata`)
    expect(differences).toEqual([])
    expect(compared).toBeGreaterThanOrEqual(COMMITTED)
  })

  it('number the same types in the same order', () => {
    const [ours, real] = [decode(generate(runtime, 16)).lookup, decode(readFileSync(REAL)).lookup]
    expect(ours).toHaveLength(real.length)
    for (const [id, entry] of ours.entries()) expect(withoutDocs(entry)).toEqual(withoutDocs(real[id]))
  })

  it('have the same RFC-78 digest', () => {
    const real = new Uint8Array(readFileSync(REAL))
    expect(toHex(merkleizeMetadata(real, CHAIN).digest())).toBe(DIGEST_OF_V16)
    expect(toHex(merkleizeMetadata(generate(runtime, 16), CHAIN).digest())).toBe(DIGEST_OF_V16)
  })
})

describe('the metadata of the declared runtime', () => {
  // wasm-builder asks the runtime for v15 and compiles its digest in: that one is what CheckMetadataHash expects.
  it('has the same v15 digest for two independent implementations', () => {
    const ours = generate(runtime, 15)
    expect(toHex(merkleizeMetadata(ours, CHAIN).digest())).toBe(DIGEST_OF_V15)
    expect(toHex(new MerkleizedMetadata(toHex(ours) as `0x${string}`, CHAIN).digest())).toBe(DIGEST_OF_V15)
  })

  it.each(VERSIONS)('is decoded as version %i by substrate-bindings', (version) => {
    const decoded = unifyMetadata(decAnyMetadata(generate(runtime, version).slice()))
    expect(decoded.version).toBe(version)
    expect(decoded.pallets).toHaveLength(runtime.pallets.length)
    expect(decoded.apis).toHaveLength(version === 14 ? 0 : runtime.apis.length)
    expect(decoded.extrinsic.extensionsByVersion[0]?.map(({ identifier }) => identifier)).toEqual(
      runtime.extensions.map(({ name }) => name),
    )
  })

  it.each(VERSIONS)(
    'is decoded as version %i by @polkadot/types, down to the arguments of a call',
    (version) => {
      const registry = new TypeRegistry()
      registry.setMetadata(new Metadata(registry, toHex(generate(runtime, version)) as `0x${string}`))
      const { pallets } = registry.metadata
      expect(pallets).toHaveLength(runtime.pallets.length)
      const call = registry.createType('Call', `0x0503${'00'}${'d4'.repeat(32)}1501`)
      expect(call.toHuman()).toMatchObject({
        section: 'balances',
        method: 'transferKeepAlive',
        args: { value: '69' },
      })
    },
  )

  it('is written once per runtime and version', () => {
    expect(generate(runtime, 16)).toBe(generate(runtime, 16))
  })

  it('lists every type that an id mentions', () => {
    const { lookup } = decode(generate(runtime, 16))
    expect(lookup.map(({ id }) => id)).toEqual(lookup.map((_, index) => index))
  })

  it('refuses a runtime whose pallets were changed behind the backs of its outer enums', () => {
    const torn: Runtime = { ...runtime, pallets: runtime.pallets.map((pallet) => ({ ...pallet, calls: {} })) }
    expect(() => generate(torn, 16)).toThrow('two different types are declared as frame_system::pallet::Call')
  })
})
