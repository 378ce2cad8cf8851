/** The seven laws of the registry: they hold for every operation, found by walking it. */
import { existsSync, readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Codec, decode, encode, fits } from '#shared/codec.ts'
import type { Address } from '#shared/domain/address.ts'
import type { Span } from '#shared/domain/description.ts'
import type { CallName } from '#shared/operations/define.ts'
import { type AnyOperation, buildCall, type Intent, operations, readCall } from '#shared/operations/index.ts'
import { explain } from '#shared/review/explain.ts'
import { ruleOf } from '#shared/review/rules.ts'
import { readMetadata } from '#shared/runtime/metadata.ts'
import { readValues } from '../../src/background/signing/values.ts'
import { anyParams } from '../build/params.ts'
import { finneyMetadata, hasFinney } from '../fixtures/finney.ts'

/** Calls that came after the pinned runtime: their arguments in order, from the chain's own generated list (spec 448). */
const NEWER: Readonly<Record<string, string>> = {
  'SubtensorModule.claim_root_with_hotkey': 'hotkey',
  'SubtensorModule.set_min_collateral': 'netuid,hotkey,min_locked',
  'SubtensorModule.stake_into_basket': 'hotkey,amount_staked',
  'SubtensorModule.transfer_stake_and_hotkey':
    'destination_coldkey,origin_hotkey,destination_hotkey,origin_netuid,destination_netuid,alpha_amount',
}

const byName = (a: string, b: string): number => a.localeCompare(b)
const folder = resolve(import.meta.dirname, '../../src/shared/operations')
const runtime = hasFinney ? readMetadata(finneyMetadata()) : undefined
const entries: readonly (readonly [string, AnyOperation])[] = Object.entries(operations)

describe.each(entries)('the operation %s', (id, operation) => {
  const params = anyParams[id] ?? fc.constant(undefined)

  it('has its params generated', () => expect(anyParams[id]).toBeDefined())

  it('1: is filed under its own id, and its file bears that name', () => {
    expect(operation.id).toBe(id)
    expect(existsSync(resolve(folder, `${id}.ts`))).toBe(true)
  })

  it('2: is read back from the call it builds', () => {
    fc.assert(
      fc.property(params, (given) => {
        const call = buildCall(operation, given)
        expectRead(readCall({ ...call, branches: [] }), id, given)
      }),
    )
  })

  it('3: has params that cross a boundary unchanged', () => {
    fc.assert(
      fc.property(params, (given) => {
        const crossed: unknown = JSON.parse(JSON.stringify(encode(operation.params, given)))
        expect(decode(operation.params, crossed)).toEqual(given)
      }),
    )
  })

  const isPinned = operation.since === undefined
  if (isPinned)
    it.runIf(hasFinney)('4: names only calls of the pinned runtime, with exactly their arguments', () => {
      fc.assert(
        fc.property(params, (given) => {
          const call = buildCall(operation, given)
          const bytes = runtime?.encodeCall(call)
          if (runtime === undefined || bytes === undefined) throw new Error('no runtime')
          expect(runtime.argumentsOf(call.name)).toEqual(Object.keys(call.args))
          expectRead(readCall(runtime.decodeCall(bytes)), id, given)
        }),
      )
      for (const name of Object.keys(operation.calls))
        expect(runtime?.hasCall(name as CallName), name).toBe(true)
    })

  if (!isPinned)
    it('4: names only calls it was told of, with exactly their arguments', () => {
      expect(operation.since).toBeGreaterThan(424)
      for (const [name, codec] of Object.entries<Codec<unknown>>(operation.calls)) {
        const anatomy = codec.anatomy
        expect(anatomy.kind === 'object' && Object.keys(anatomy.fields).join()).toBe(NEWER[name])
      }
      fc.assert(
        fc.property(params, (given) => {
          const { name, args } = buildCall(operation, given)
          expect(Object.keys(args).join()).toBe(NEWER[name])
        }),
      )
    })

  it('6: mentions every amount and address it moves or touches', () => {
    fc.assert(
      fc.property(params, (given) => {
        const { sentence, rows } = operation.describe(given)
        const said = [...sentence, ...rows.flatMap((row) => row.value)].flatMap(valuesOf)
        for (const value of leavesOf(given)) expect(said).toContain(value)
      }),
    )
  })

  it('7: takes an empty form for what it is, and never throws', () => {
    if (operation.form === undefined) return
    const { values, missing } = readValues(operation.form.fields, {})
    if (missing.length === 0) expect(fits(operation.params, operation.form.draft(values))).toBe(true)
    expect([...Object.keys(values), ...missing].toSorted(byName)).toEqual(
      Object.keys(operation.form.fields).toSorted(byName),
    )
  })
})

describe.each(entries)('without %s', (id, operation) => {
  it('its calls are unknown, and say so', () => {
    const others = Object.fromEntries(entries.filter(([other]) => other !== id))
    fc.assert(
      fc.property(anyParams[id] ?? fc.constant(undefined), (given) => {
        const call = { ...buildCall(operation, given), branches: [] }
        expect(readCall(call, others).kind).toBe('unknown')
        const reader = { signer: BOB as Address, own: [], isSite: true }
        const ids = explain(call, reader, others).findings.map((finding) => finding.id)
        // Some calls have a word of the review's own, which is no operation's.
        const said = ruleOf(call.name)?.says?.(call.args)
        expect(ids.includes('unknown-call')).toBe(said === undefined)
      }),
      { numRuns: 10 },
    )
  })
})

function expectRead(intent: Intent, id: string, params: unknown): void {
  if (intent.kind !== 'operation') throw new Error(`read as ${intent.kind}`)
  expect(intent.operation.id).toBe(id)
  expect(intent.params).toEqual(params)
}

describe('the registry', () => {
  it('5: gives no call to two operations', () => {
    const claimed = entries.flatMap(([, operation]) => Object.keys(operation.calls))
    expect(new Set(claimed).size).toBe(claimed.length)
  })
  it('stands in alphabetical order', () => {
    expect(Object.keys(operations)).toEqual(Object.keys(operations).toSorted(byName))
  })
  it('holds every operation file there is', () => {
    const floor = [
      'arguments.ts',
      'define.ts',
      'fact-shapes.ts',
      'facts.ts',
      'fee-rules.ts',
      'fields.ts',
      'findings.ts',
      'flow.ts',
      'index.ts',
      'limit-choice.ts',
      'movement.ts',
      'movement-flow.ts',
      'offer.ts',
      'position-rules.ts',
      'proxy-types.ts',
      'rules.ts',
      'subnet-rules.ts',
      'trade-rules.ts',
      'visible.ts',
      'way.ts',
    ]
    const files = readdirSync(folder).filter((name) => !name.endsWith('.test.ts') && !floor.includes(name))
    const ids = files.map((name) => name.replace('.ts', '')).toSorted(byName)
    expect(ids).toEqual(Object.keys(operations))
  })
})

const BOB = '5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty'

describe('a call', () => {
  const call = (args: Record<string, unknown>) =>
    ({ name: 'Balances.transfer_keep_alive', args, branches: [] }) as const
  const dest = { type: 'Id', value: BOB }
  it.each([
    ['nobody knows', { name: 'Sudo.sudo_as', args: {}, branches: [] } as const],
    ['with an argument more', call({ dest, value: 1n, memo: 'x' })],
    ['with an argument less', call({ dest })],
    ['with a float for an amount', call({ dest, value: 1.5 })],
    ['to an address that is no account', call({ dest: { type: 'Raw', value: '0x00' }, value: 1n })],
  ])('%s stays unknown', (_what, given) => {
    expect(readCall(given).kind).toBe('unknown')
  })
})

function valuesOf(span: Span): readonly unknown[] {
  return typeof span === 'string' ? [] : Object.values(span)
}

/** Every bigint and address in params, however deep. */
function leavesOf(value: unknown): readonly unknown[] {
  if (value instanceof Uint8Array) return []
  if (typeof value === 'bigint') return [value]
  if (typeof value === 'string') return value.startsWith('5') ? [value] : []
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leavesOf) : []
}
