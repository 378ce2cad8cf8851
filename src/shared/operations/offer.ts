/** Whether the live runtime has an operation's calls with just the arguments the wallet knows: by name, order and type. */
import { boolean, bytes, type Codec } from '../codec.ts'
import { Address } from '../domain/address.ts'
import { Hash } from '../domain/bytes.ts'
import type { Offer } from '../domain/offer.ts'
import { AlphaRao, Netuid, Rao, RaoPerAlpha } from '../domain/units.ts'
import type { ArgumentType, Runtime } from '../runtime/metadata.ts'
import { U16, U32 } from './arguments.ts'
import type { CallName, CallShapes } from './define.ts'

interface Offerable {
  readonly calls: CallShapes
  readonly form?: { readonly fields: unknown }
}

/** An operation without a form is never offered; another only while all of its calls are what the wallet takes them for. */
export function offerOf({ calls, form }: Offerable, runtime: Runtime): Offer {
  const names = Object.keys(calls) as CallName[]
  if (form === undefined) return { kind: 'hidden', why: 'explained', call: names[0] ?? '' }
  for (const call of names) {
    const types = runtime.argumentTypesOf(call)
    if (types === undefined) return { kind: 'hidden', why: 'missing', call }
    const known = calls[call]
    if (known === undefined || !isKnown(known, types)) return { kind: 'hidden', why: 'changed', call }
  }
  return { kind: 'offered' }
}

function isKnown(codec: Codec<unknown>, types: Readonly<Record<string, ArgumentType>>): boolean {
  const anatomy = codec.anatomy
  if (anatomy.kind !== 'object') return false
  const names = Object.keys(anatomy.fields)
  return (
    names.join() === Object.keys(types).join() &&
    names.every((name) => {
      const known = anatomy.fields[name]
      const type = types[name]
      return known !== undefined && type !== undefined && fitsType(known, type)
    })
  )
}

/** The integer, plain or compact, that an amount or a number of the wallet's stands for. */
const INTEGERS = new Map<Codec<unknown>, string>([
  [Rao, 'u64'],
  [AlphaRao, 'u64'],
  [RaoPerAlpha, 'u64'],
  [Netuid, 'u16'],
  [U16, 'u16'],
  [U32, 'u32'],
])

function fitsType(codec: Codec<unknown>, type: ArgumentType): boolean {
  const integer = INTEGERS.get(codec)
  if (integer !== undefined)
    return (
      (type.type === 'primitive' && type.value === integer) ||
      (type.type === 'compact' && type.size === integer)
    )
  if (codec === Address) return type.type === 'AccountId32'
  if (codec === boolean) return type.type === 'primitive' && type.value === 'bool'
  if (codec === bytes) return type.type === 'sequence' && isByte(type.value)
  if (codec === Hash) return type.type === 'array' && type.len === 32 && isByte(type.value)
  const anatomy = codec.anatomy
  if (anatomy.kind === 'list') return type.type === 'sequence' && fitsType(anatomy.of, type.value)
  if (anatomy.kind === 'optional') return type.type === 'option' && fitsType(anatomy.of, type.value)
  if (anatomy.kind === 'object') return type.type === 'enum' && fitsEnum(anatomy.fields, type.value)
  return false
}

type Variants = Extract<ArgumentType, { type: 'enum' }>['value']

/** One variant by its name with what it holds, or any of an enum whose variants hold nothing. */
function fitsEnum({ type, value }: Readonly<Record<string, Codec<unknown>>>, variants: Variants): boolean {
  if (type === undefined || value === undefined) return false
  const anatomy = type.anatomy
  if (anatomy.kind !== 'literal') return Object.values(variants).every((variant) => variant.type === 'void')
  return anatomy.values.every((name) => {
    const variant = variants[String(name)]
    return variant?.type === 'lookupEntry' && fitsType(value, variant.value)
  })
}

function isByte(type: ArgumentType): boolean {
  return type.type === 'primitive' && type.value === 'u8'
}
