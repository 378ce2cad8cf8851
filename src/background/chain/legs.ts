/**
 * What came of each call inside another: the tree of calls is walked beside the events, which stand in the order in which
 * the calls ran. What does not fit together is not told, rather than told wrong.
 */
import type { Leg } from '#shared/domain/outcome.ts'
import type { Branch, DecodedCall } from '#shared/runtime/metadata.ts'
import { type ChainError, type ChainEvent, errorIn, fieldIn } from './events.ts'

/** Undefined where there is one call alone, or where the events are not those of these calls. */
export function legsOf(call: DecodedCall, events: readonly ChainEvent[]): readonly Leg[] | undefined {
  if (call.branches.length === 0) return undefined
  const told = events.filter(({ name }) => TOLD.has(name))
  for (const { legs, at } of readingsOf(call, told)) {
    if (at !== told.length) continue
    return legs.length > 1 || legs.some(({ kind }) => kind !== 'done') ? legs : undefined
  }
  return undefined
}

/** Of batches, how one item ends (Utility, spec 424). */
const DONE = 'Utility.ItemCompleted'
const FAILED = 'Utility.ItemFailed'
const INTERRUPTED = 'Utility.BatchInterrupted'
const ENDS = ['Utility.BatchCompleted', 'Utility.BatchCompletedWithErrors']
const BATCHES = ['Utility.batch', 'Utility.batch_all', 'Utility.force_batch']

/** Carriers of one call that go on whatever comes of it, with the event that tells (spec 424). */
const TELLS: Readonly<Record<string, readonly [event: string, field: string]>> = {
  'Proxy.proxy': ['Proxy.ProxyExecuted', 'result'],
  'Proxy.proxy_announced': ['Proxy.ProxyExecuted', 'result'],
  'Multisig.as_multi': ['Multisig.MultisigExecuted', 'result'],
  'Utility.dispatch_as': ['Utility.DispatchedAs', 'result'],
  'Sudo.sudo': ['Sudo.Sudid', 'sudo_result'],
  'Sudo.sudo_as': ['Sudo.SudoAsDone', 'sudo_result'],
}
const TOLD = new Set([DONE, FAILED, INTERRUPTED, ...ENDS, ...Object.values(TELLS).map(([event]) => event)])
/** Carriers that fail with what they carry. */
const PASSES = new Set(['Utility.as_derivative', 'Utility.with_weight', 'Multisig.as_multi_threshold_1'])
/** More steps than any honest tree takes. */
const MOST_STEPS = 200_000

/** One way to read the events from some place on, and where it ends. */
interface Reading {
  readonly legs: readonly Leg[]
  readonly at: number
}

/** A call that was undone as a whole left no events, so more than one reading may have to be tried. */
function readingsOf(whole: DecodedCall, told: readonly ChainEvent[]): Iterable<Reading> {
  let steps = 0

  function* ran({ call, path }: Branch, at: number): Generator<Reading> {
    if (call.branches.length === 0) yield { legs: [{ kind: 'done', path }], at }
    else yield* carrier(call, `${path}.`, at)
  }

  function* carrier(call: DecodedCall, path: string, at: number): Generator<Reading> {
    const inner = call.branches.map((branch) => ({ ...branch, path: `${path}${branch.path}` }))
    if (BATCHES.includes(call.name)) yield* batch(call.name, inner, { legs: [], at })
    else if (inner.length === 1) for (const only of inner) yield* single(call.name, only, at)
  }

  function* batch(
    how: string,
    [item, ...rest]: readonly Branch[],
    { legs, at }: Reading,
  ): Generator<Reading> {
    steps += 1
    if (steps > MOST_STEPS) return
    const next = told[at]
    if (item === undefined) {
      if (next !== undefined && ENDS.includes(next.name)) yield { legs, at: at + 1 }
      return
    }
    for (const inner of ran(item, at))
      if (told[inner.at]?.name === DONE)
        yield* batch(how, rest, { legs: [...legs, ...inner.legs], at: inner.at + 1 })
    if (next === undefined) return
    const fell = [...legs, ...failed(item, errorIn(fieldIn(next, 'error')))]
    if (next.name === FAILED && how === 'Utility.force_batch')
      yield* batch(how, rest, { legs: fell, at: at + 1 })
    if (next.name === INTERRUPTED && how === 'Utility.batch')
      yield { legs: [...fell, ...rest.flatMap(skipped)], at: at + 1 }
  }

  function* single(name: string, only: Branch, at: number): Generator<Reading> {
    if (PASSES.has(name)) yield* ran(only, at)
    const [event, field] = (Object.hasOwn(TELLS, name) ? TELLS[name] : undefined) ?? []
    if (event === undefined || field === undefined) return
    const errorAt = (place: number): ChainError | undefined => {
      const end = told[place]
      return end?.name === event ? errorIn(fieldIn(end, field)) : undefined
    }
    for (const inner of ran(only, at))
      if (told[inner.at]?.name === event && errorAt(inner.at) === undefined)
        yield { legs: inner.legs, at: inner.at + 1 }
    const error = errorAt(at)
    if (error !== undefined) yield { legs: failed(only, error), at: at + 1 }
    // An approval that is not the last runs nothing yet.
    if (name === 'Multisig.as_multi') yield { legs: skipped(only), at }
  }

  return carrier(whole, '', 0)
}

function leavesOf({ call, path }: Branch): readonly string[] {
  if (call.branches.length === 0) return [path]
  return call.branches.flatMap((branch) => leavesOf({ ...branch, path: `${path}.${branch.path}` }))
}

function failed(branch: Branch, error: ChainError | undefined): readonly Leg[] {
  const { pallet, error: name } = error ?? { pallet: 'Runtime', error: 'Unknown' }
  return leavesOf(branch).map((path) => ({ kind: 'failed', path, pallet, error: name }))
}

function skipped(branch: Branch): readonly Leg[] {
  return leavesOf(branch).map((path) => ({ kind: 'skipped', path }))
}
