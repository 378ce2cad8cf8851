import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Leg } from '#shared/domain/outcome.ts'
import type { DecodedCall } from '#shared/runtime/metadata.ts'
import type { ChainEvent } from './events.ts'
import { legsOf } from './legs.ts'

/** A tree of calls and what comes of each leaf. */
type Tree = { readonly ok: boolean } | { readonly how: How; readonly of: readonly Tree[] }
type How = 'batch' | 'batch_all' | 'force_batch' | 'proxy'

const ERROR = { type: 'Token', value: { type: 'Frozen' } }
const event = (name: string, fields?: unknown): ChainEvent => ({ name, fields })
const DONE = event('Utility.ItemCompleted')
const OTHER = event('Balances.Transfer', ['a', 'b', 1n])

function callOf(tree: Tree): DecodedCall {
  if ('ok' in tree) return { name: 'Balances.transfer_all', args: {}, branches: [] }
  const branches = tree.of.map((inner, i) => ({
    path: tree.how === 'proxy' ? 'call' : `calls.${i}`,
    call: callOf(inner),
    value: undefined,
  }))
  return { name: tree.how === 'proxy' ? 'Proxy.proxy' : `Utility.${tree.how}`, args: {}, branches }
}

const FAILED = Symbol('undone as a whole')
interface Ran {
  readonly events: readonly ChainEvent[]
  readonly kinds: readonly Leg['kind'][]
}

/** What the runtime does with a tree (pallets Utility and Proxy): its events, and what becomes of every leaf. */
function run(tree: Tree): Ran | typeof FAILED {
  if ('ok' in tree) return tree.ok ? { events: [OTHER], kinds: ['done'] } : FAILED
  const count = (inner: Tree): number =>
    'ok' in inner ? 1 : inner.of.reduce((sum, each) => sum + count(each), 0)
  const all = (inner: Tree, kind: Leg['kind']): Leg['kind'][] =>
    Array.from({ length: count(inner) }, () => kind)
  const events: ChainEvent[] = []
  const kinds: Leg['kind'][] = []
  for (const [i, inner] of tree.of.entries()) {
    const ran = run(inner)
    if (ran !== FAILED) events.push(...ran.events)
    kinds.push(...(ran === FAILED ? all(inner, 'failed') : ran.kinds))
    if (tree.how === 'proxy') {
      const result = ran === FAILED ? { success: false, value: ERROR } : { success: true, value: undefined }
      events.push(event('Proxy.ProxyExecuted', { result }))
    } else if (ran !== FAILED) events.push(DONE)
    else if (tree.how === 'batch_all') return FAILED
    else if (tree.how === 'force_batch') events.push(event('Utility.ItemFailed', { error: ERROR }))
    else {
      events.push(event('Utility.BatchInterrupted', { index: i, error: ERROR }))
      return { events, kinds: [...kinds, ...tree.of.slice(i + 1).flatMap((rest) => all(rest, 'skipped'))] }
    }
  }
  if (tree.how !== 'proxy') events.push(event('Utility.BatchCompleted'))
  return { events, kinds }
}

const trees = fc.letrec<{ tree: Tree; node: Tree }>((tie) => ({
  tree: fc.oneof({ depthSize: 'small', withCrossShrink: true }, fc.record({ ok: fc.boolean() }), tie('node')),
  node: fc.oneof(
    fc.record({
      how: fc.constantFrom<How>('batch', 'batch_all', 'force_batch'),
      of: fc.array(tie('tree'), { minLength: 1, maxLength: 4 }),
    }),
    tie('tree').map((inner): Tree => ({ how: 'proxy', of: [inner] })),
  ),
})).node

describe('the legs of a call that carries others', () => {
  it('are told one by one, however they are nested', () => {
    fc.assert(
      fc.property(trees, (tree) => {
        const ran = run(tree)
        if (ran === FAILED) return
        const legs = legsOf(callOf(tree), ran.events)
        const isPlain = ran.kinds.length === 1 && ran.kinds[0] === 'done'
        expect(legs?.map(({ kind }) => kind)).toEqual(isPlain ? undefined : ran.kinds)
      }),
      { numRuns: 2000 },
    )
  })
  it('bear the places that the review gave them', () => {
    const tree: Tree = { how: 'proxy', of: [{ how: 'force_batch', of: [{ ok: true }, { ok: false }] }] }
    const ran = run(tree)
    expect(legsOf(callOf(tree), ran === FAILED ? [] : ran.events)).toEqual([
      { kind: 'done', path: 'call.calls.0' },
      { kind: 'failed', path: 'call.calls.1', pallet: 'Token', error: 'Frozen' },
    ])
  })
  it('are not told where the events are of other calls', () => {
    const tree: Tree = { how: 'batch', of: [{ ok: true }, { ok: true }] }
    expect(legsOf(callOf(tree), [DONE])).toBeUndefined()
    expect(
      legsOf(callOf(tree), [event('Proxy.ProxyExecuted', { result: { success: true } })]),
    ).toBeUndefined()
  })
  it('are not told of a carrier whose events the wallet does not know', () => {
    const call = callOf({ how: 'batch', of: [{ ok: true }, { ok: false }] })
    expect(legsOf({ ...call, name: 'Some.carrier' }, [DONE])).toBeUndefined()
  })
  it('of an approval that was not the last have not run', () => {
    const call = callOf({ how: 'proxy', of: [{ ok: true }] })
    expect(legsOf({ ...call, name: 'Multisig.as_multi' }, [OTHER])).toEqual([
      { kind: 'skipped', path: 'call' },
    ])
  })
  it('are none where one call stands alone', () => {
    expect(legsOf(callOf({ ok: true }), [OTHER])).toBeUndefined()
  })
})
