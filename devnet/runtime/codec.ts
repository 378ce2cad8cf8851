// Derives the codec of a declared type from its description, so that the two cannot drift apart.
import * as scale from '@polkadot-api/substrate-bindings'
import type { AnyTy, Erased, Field, PrimitiveName, Variant } from './node.ts'

type AnyCodec = scale.Codec<Erased>

/** Codec of a declared type; called once per node. Throws on values out of range and on input that ends early. */
export function codecOf({ def, path }: Pick<AnyTy, 'def' | 'path'>): AnyCodec {
  switch (def.kind) {
    case 'primitive':
      return PRIMITIVES[def.name]
    case 'compact':
      return compactCodec(def.of)
    case 'sequence':
      return isByte(def.of) ? byteList : scale.Vector(def.of.codec)
    case 'array':
      return isByte(def.of) ? byteArray(def.length) : scale.Vector(def.of.codec, def.length)
    case 'tuple':
      return def.of.length === 0 ? scale._void : scale.Tuple(...def.of.map((part) => part.codec))
    case 'composite':
      return fieldsCodec(def.fields)
    case 'variant': {
      const some = def.variants[1]?.fields[0]
      return path.length === 1 && path[0] === 'Option' && some
        ? scale.Option(some.ty.codec)
        : enumCodec(def.variants)
    }
  }
}

const isByte = (ty: AnyTy): boolean => ty.def.kind === 'primitive' && ty.def.name === 'u8'

/** Named fields are an object, several unnamed ones an array, a single unnamed one is its content. */
function fieldsCodec(fields: readonly Field[]): AnyCodec {
  const [first] = fields
  if (!first) return scale._void
  if (first.name !== undefined)
    return scale.Struct(Object.fromEntries(fields.map((field) => [field.name, field.ty.codec])))
  return fields.length === 1 ? first.ty.codec : scale.Tuple(...fields.map((field) => field.ty.codec))
}

function enumCodec(variants: readonly Variant[]): AnyCodec {
  // The payload codecs are asked for on first use: a call may hold calls.
  const payloads = new Map<Variant, AnyCodec>()
  const payload = (variant: Variant): AnyCodec => {
    const codec = payloads.get(variant) ?? fieldsCodec(variant.fields)
    payloads.set(variant, codec)
    return codec
  }
  const byName = new Map(variants.map((variant) => [variant.name, variant]))
  const byIndex = new Map(variants.map((variant) => [variant.index, variant]))
  return scale.createCodec(
    (value: { type: string; value?: unknown }) => {
      const variant = byName.get(value.type)
      if (!variant) throw new RangeError(`no variant named ${value.type}`)
      const body = payload(variant).enc(value.value)
      const out = new Uint8Array(body.length + 1)
      out[0] = variant.index
      out.set(body, 1)
      return out
    },
    scale.createDecoder((input) => {
      const index = scale.u8.dec(input)
      const variant = byIndex.get(index)
      if (!variant) throw new RangeError(`no variant of index ${index}`)
      return { type: variant.name, value: payload(variant).dec(input) }
    }),
  )
}

function compactCodec(of: AnyTy): AnyCodec {
  const { def } = of
  if (def.kind === 'composite' && def.fields[0]) return compactCodec(def.fields[0].ty)
  if (def.kind === 'tuple') return scale._void
  if (def.kind !== 'primitive') throw new TypeError(`${of.key} has no compact form`)
  const { enc } = PRIMITIVES[def.name]
  const codec: AnyCodec = ['u64', 'u128', 'u256'].includes(def.name) ? scale.compactBn : scale.compactNumber
  return scale.createCodec((value: unknown) => {
    enc(value) // for its range check
    return codec.enc(value)
  }, codec.dec)
}

// scale-ts wraps a number that does not fit, and cuts a list that ends early; a chain does neither.
const byteList: scale.Codec<Uint8Array> = scale.createCodec(
  scale.Bytes().enc,
  scale.createDecoder((input) => takeBytes(input, scale.compactNumber.dec(input))),
)

function byteArray(length: number): scale.Codec<string> {
  return scale.createCodec(
    (value: string) => {
      if (!/^0x([0-9a-f]{2})*$/i.test(value) || value.length !== 2 + 2 * length)
        throw new RangeError(`expected 0x and ${length} bytes, got ${value.length} characters`)
      return scale.Binary.fromHex(value)
    },
    scale.createDecoder((input) => scale.Binary.toHex(takeBytes(input, length))),
  )
}

function takeBytes(input: Uint8Array, length: number): Uint8Array {
  const taken = scale.Bytes(length).dec(input)
  if (taken.length !== length) throw new RangeError(`input ends ${length - taken.length} bytes early`)
  return taken
}

const small = (codec: scale.Codec<number>, min: number, max: number): scale.Codec<number> =>
  scale.createCodec((value) => {
    if (!Number.isInteger(value) || value < min || value > max)
      throw new RangeError(`${value} is not an integer from ${min} to ${max}`)
    return codec.enc(value)
  }, codec.dec)

const big = (codec: scale.Codec<bigint>, min: bigint, max: bigint): scale.Codec<bigint> =>
  scale.createCodec((value) => {
    if (typeof value !== 'bigint' || value < min || value > max)
      throw new RangeError(`${value} is not a bigint from ${min} to ${max}`)
    return codec.enc(value)
  }, codec.dec)

const unsigned = (codec: scale.Codec<bigint>, bits: bigint) => big(codec, 0n, (1n << bits) - 1n)
const signed = (codec: scale.Codec<bigint>, bits: bigint) =>
  big(codec, -(1n << (bits - 1n)), (1n << (bits - 1n)) - 1n)

const PRIMITIVES: Readonly<Record<PrimitiveName, AnyCodec>> = {
  bool: scale.bool,
  str: scale.str,
  u8: small(scale.u8, 0, 0xff),
  u16: small(scale.u16, 0, 0xffff),
  u32: small(scale.u32, 0, 0xffffffff),
  u64: unsigned(scale.u64, 64n),
  u128: unsigned(scale.u128, 128n),
  u256: unsigned(scale.u256, 256n),
  i8: small(scale.i8, -0x80, 0x7f),
  i16: small(scale.i16, -0x8000, 0x7fff),
  i32: small(scale.i32, -0x80000000, 0x7fffffff),
  i64: signed(scale.i64, 64n),
  i128: signed(scale.i128, 128n),
}
