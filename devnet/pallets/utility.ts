// Batches and their kin: pallet_utility (11), spec 424. A batch is one layer per call, events of a failed one included.
import { blake2b256, fromHex, join, littleEndian, toHex } from '../chain/bytes.ts'
import type { Outer } from '../runtime/declare.ts'
import { Utility } from '../runtime/declared/utility.ts'
import { type AccountId, type Context, DispatchFailure, fail } from './context.ts'
import { behaviour, type Calls, type Origin, type Outcome, requireRoot, signed } from './dispatch.ts'
import { BATCH_BASE, BATCH_ITEM } from './weights.ts'

type Failure = DispatchFailure['error']

/** Runs a call; a dispatch error is returned, anything else (a fault of the simulator) goes on. */
function attempt(
  c: Context,
  origin: Origin,
  call: Outer,
  calls: Calls,
): Outcome | { readonly error: Failure } {
  try {
    return calls.dispatch(c, origin, call)
  } catch (error) {
    if (error instanceof DispatchFailure) return { error: error.error }
    throw error
  }
}

function checkLength(calls: readonly Outer[]): void {
  if (calls.length > Utility.constants.batched_calls_limit.value) throw fail(Utility, 'TooManyCalls')
}

// An outcome without a weight of its own used what was declared.
const used = (call: Outer, outcome: Outcome, calls: Calls): bigint => outcome.refTime ?? calls.refTime(call)

const spent = (items: number, inner: bigint): Outcome => ({
  refTime: BATCH_BASE + BATCH_ITEM * BigInt(items) + inner,
})

/** The account that acts for `who` under `index` (`as_derivative`). */
export function derivativeAccount(who: AccountId, index: number): AccountId {
  const text = new TextEncoder().encode('modlpy/utilisuba')
  return toHex(blake2b256(join(text, fromHex(who), littleEndian(BigInt(index), 2))))
}

const runDerivative = (c: Context, origin: Origin, index: number, call: Outer, calls: Calls): Outcome => {
  const account = derivativeAccount(signed(origin), index)
  const filters = origin.kind === 'signed' ? origin.filters : []
  return calls.dispatch(c, { kind: 'signed', account, filters }, call)
}

const rootOnly = (_c: unknown, origin: Origin): undefined => {
  requireRoot(origin)
  return undefined
}

export const utilityCalls = behaviour(Utility, {
  batch: (c, origin, { calls: list }, calls) => {
    if (origin.kind === 'none') throw new DispatchFailure({ type: 'BadOrigin' })
    checkLength(list)
    let weight = 0n
    for (const [index, call] of list.entries()) {
      const outcome = attempt(c, origin, call, calls)
      if ('error' in outcome) {
        c.emit(Utility, 'BatchInterrupted', { index, error: outcome.error })
        return spent(index + 1, weight + calls.refTime(call))
      }
      weight += used(call, outcome, calls)
      c.emit(Utility, 'ItemCompleted', undefined)
    }
    c.emit(Utility, 'BatchCompleted', undefined)
    return spent(list.length, weight)
  },
  batch_all: (c, origin, { calls: list }, calls) => {
    if (origin.kind === 'none') throw new DispatchFailure({ type: 'BadOrigin' })
    checkLength(list)
    let weight = 0n
    for (const call of list) {
      weight += used(call, calls.dispatch(c, origin, call), calls)
      c.emit(Utility, 'ItemCompleted', undefined)
    }
    c.emit(Utility, 'BatchCompleted', undefined)
    return spent(list.length, weight)
  },
  force_batch: (c, origin, { calls: list }, calls) => {
    if (origin.kind === 'none') throw new DispatchFailure({ type: 'BadOrigin' })
    checkLength(list)
    let weight = 0n
    let failed = false
    for (const call of list) {
      const outcome = attempt(c, origin, call, calls)
      if ('error' in outcome) {
        failed = true
        weight += calls.refTime(call)
        c.emit(Utility, 'ItemFailed', { error: outcome.error })
      } else {
        weight += used(call, outcome, calls)
        c.emit(Utility, 'ItemCompleted', undefined)
      }
    }
    c.emit(Utility, failed ? 'BatchCompletedWithErrors' : 'BatchCompleted', undefined)
    return spent(list.length, weight)
  },
  as_derivative: (c, origin, { index, call }, calls) => {
    runDerivative(c, origin, index, call, calls)
    return undefined
  },
  if_else: (c, origin, { main, fallback }, calls) => {
    const first = attempt(c, origin, main, calls)
    if (!('error' in first)) {
      c.emit(Utility, 'IfElseMainSuccess', undefined)
      return undefined
    }
    calls.dispatch(c, origin, fallback)
    c.emit(Utility, 'IfElseFallbackCalled', { main_error: first.error })
    return undefined
  },
  with_weight: rootOnly,
  dispatch_as: rootOnly,
  dispatch_as_fallible: rootOnly,
})
