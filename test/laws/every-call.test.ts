/**
 * Every call the runtime has, with any arguments: its review can be made, crosses to the window, and leaves out no account.
 * What is said of amounts differs with their meaning ("all of it", "any price"); an account is always itself.
 */
import { describe, expect, it } from 'vitest'
import { runtime as declared } from '../../devnet/runtime/declared/runtime.ts'
import { generate } from '../../devnet/runtime/metadata.ts'
import { encode, list } from '../../src/shared/codec.ts'
import { addressOf } from '../../src/shared/domain/address.ts'
import { Description, Effect, Finding, Step } from '../../src/shared/domain/description.ts'
import { Rao, rao } from '../../src/shared/domain/units.ts'
import { askingOf } from '../../src/shared/review/asking.ts'
import { explain } from '../../src/shared/review/explain.ts'
import { type ArgumentType, type DecodedCall, readMetadata } from '../../src/shared/runtime/metadata.ts'
import { createChance } from '../build/mutations.ts'

const EACH = 12
const DEEPEST = 4

const runtime = readMetadata(generate(declared, 16))
const chance = createChance(20_261_127)
const [me, ...others] = [1, 2, 3, 0].map((byte) => addressOf(new Uint8Array(32).fill(byte)))
const signer = me as NonNullable<typeof me>

type Variants = Extract<ArgumentType, { type: 'enum' }>['value']
type Variant = Variants[string]

function anInteger(type: string): number | bigint {
  const bits = BigInt(type.slice(1)) - (type.startsWith('i') ? 1n : 0n)
  const value = chance.pick([0n, 1n, 1_000_000_000n, (1n << bits) - 1n]) & ((1n << bits) - 1n)
  return bits > 32n ? value : Number(value)
}

/** Any value of a type, as the decoder would give it. */
function anyOf(type: ArgumentType | Variant, depth = 0): unknown {
  const inner = (next: ArgumentType): unknown => anyOf(next, depth + 1)
  switch (type.type) {
    case 'primitive':
      if (type.value === 'bool') return chance.happens(50)
      if (type.value === 'str') return chance.pick(['', 'x', 'é\u202e'])
      return type.value === 'char' ? 'a' : anInteger(type.value)
    case 'compact':
      return anInteger(type.size)
    case 'AccountId32':
      return chance.pick([signer, ...others])
    case 'AccountId20':
      return `0x${'11'.repeat(20)}`
    case 'bitSequence':
      return [1, 0, 1]
    case 'sequence':
      if (isByte(type.value)) return chance.pick([new Uint8Array(), Uint8Array.of(0xff, 0xfe)])
      return depth > DEEPEST ? [] : Array.from({ length: chance.below(3) }, () => inner(type.value))
    case 'array':
      if (isByte(type.value)) return `0x${'ab'.repeat(type.len)}`
      return Array.from({ length: type.len }, () => inner(type.value))
    case 'tuple':
      return type.value.map(inner)
    case 'struct':
      return Object.fromEntries(Object.entries(type.value).map(([name, each]) => [name, inner(each)]))
    case 'option':
      return chance.happens(50) ? undefined : inner(type.value)
    case 'enum':
      return aVariant(type.value, depth)
    case 'lookupEntry':
      return anyOf(type.value, depth)
    default:
      return undefined
  }
}

/** Deep down a call is a remark: it carries no other. */
function aVariant(variants: Variants, depth: number): unknown {
  const isCall = 'Utility' in variants && 'Balances' in variants
  if (isCall && depth > DEEPEST)
    return { type: 'System', value: { type: 'remark', value: { remark: Uint8Array.of(1) } } }
  const name = chance.pick(Object.keys(variants))
  const variant = variants[name]
  return { type: name, value: variant === undefined ? undefined : anyOf(variant, depth + 1) }
}

function isByte(type: ArgumentType): boolean {
  return type.type === 'primitive' && type.value === 'u8'
}

function accountsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.startsWith('5') ? [value] : []
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return []
  return Object.values(value).flatMap(accountsIn)
}

function callsOf(): readonly (readonly [name: DecodedCall['name'], shape: Variant])[] {
  const { call } = runtime.lookup
  const pallets = call === null ? undefined : runtime.lookup(call)
  if (pallets?.type !== 'enum') throw new Error('no calls')
  return Object.entries(pallets.value).flatMap(([pallet, own]) => {
    const methods = own.type === 'lookupEntry' ? own.value : undefined
    if (methods?.type !== 'enum') return []
    return Object.entries(methods.value).map(
      ([method, shape]) => [`${pallet}.${method}`, shape] as [DecodedCall['name'], Variant],
    )
  })
}

describe('every call of the runtime', () => {
  const calls = callsOf()
  it('is one of many', () => expect(calls.length).toBeGreaterThan(250))
  it('has a review, whatever its arguments, and no account in them is left out', { timeout: 60_000 }, () => {
    for (const [name, shape] of calls)
      for (let time = 0; time < EACH; time++) {
        const args = anyOf(shape) as DecodedCall['args']
        const call = runtime.decodeCall(runtime.encodeCall({ name, args }))
        for (const isSite of [true, false]) {
          const { description, steps, effects, findings } = explain(call, { signer, own: [signer], isSite })
          const told = JSON.stringify([encode(Description, description), encode(list(Step), steps)])
          encode(list(Effect), effects)
          encode(list(Finding), findings)
          const hidden = accountsIn(call.args).filter((account) => !told.includes(account))
          expect([name, ...hidden]).toEqual([name])
        }
        encode(Rao, askingOf(call, signer, rao(1n)).spends)
      }
  })
})
