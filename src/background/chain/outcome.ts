/** What an extrinsic did, by the events of its block: what went wrong in it, what changed hands, and both in words. */
import { WalletError } from '#shared/domain/errors.ts'
import type { Outcome } from '#shared/domain/outcome.ts'
import { rao } from '#shared/domain/units.ts'
import { ALL_OR_NONE } from '#shared/operations/index.ts'
import type { Runtime } from '#shared/runtime/metadata.ts'
import { effectsOf } from './effects.ts'
import { type ChainError, type ChainEvent, errorIn, eventsOf, fieldIn, nameOf } from './events.ts'
import { legsOf } from './legs.ts'
import { ownCallIn } from './own-call.ts'
import { undone, wordsOf } from './told.ts'

/**
 * Calls that carry others succeed though what they carry failed; these events tell of it, under these fields
 * (Utility, Proxy, Multisig, Sudo and Scheduler, spec 424).
 */
const INNER: Readonly<Record<string, string>> = {
  'Utility.BatchInterrupted': 'error',
  'Utility.ItemFailed': 'error',
  'Utility.DispatchedAs': 'result',
  'Proxy.ProxyExecuted': 'result',
  'Multisig.MultisigExecuted': 'result',
  'Sudo.Sudid': 'sudo_result',
  'Sudo.SudoAsDone': 'sudo_result',
}

export interface InBlock {
  /** Its number in the block. */
  readonly index: number
  /** Its bytes, for what came of each call in it. */
  readonly extrinsic?: Uint8Array
  /** The number of the envelope that it came in. */
  readonly envelope?: number
}

/**
 * Reads System.Events of a block with the runtime that executed it.
 * @throws WalletError `unreadable` when the events do not decode or say nothing of this extrinsic
 */
export function readOutcome(
  runtime: Runtime,
  events: Uint8Array,
  { index, extrinsic, envelope }: InBlock,
): Outcome {
  const own = eventsOf(runtime, events, index)
  const fee = feeOf(own)
  const around = envelope === undefined ? 0n : feeOf(eventsOf(runtime, events, envelope))
  const known = extrinsic && ownCallIn(extrinsic, runtime)
  const legs = known && legsOf(known.call, own)
  const effects = effectsOf(own)
  const error = errorOf(own)
  const says = [
    ...(error !== undefined && known?.call.name === ALL_OR_NONE ? [undone(known.call.branches.length)] : []),
    ...wordsOf(effects, legs, known?.signer),
  ]
  const told = {
    ...(fee !== undefined && around !== undefined ? { fee: rao(fee + around) } : {}),
    ...(effects.length > 0 ? { effects } : {}),
    ...(legs === undefined ? {} : { legs }),
    ...(says.length > 0 ? { says } : {}),
  }
  return error === undefined ? { kind: 'done', ...told } : { kind: 'failed', ...error, ...told }
}

function feeOf(own: readonly ChainEvent[]): bigint | undefined {
  const paid = named(own, 'TransactionPayment.TransactionFeePaid')
  const fee = paid && fieldIn(paid, 'actual_fee')
  return typeof fee === 'bigint' ? fee : undefined
}

function errorOf(own: readonly ChainEvent[]): ChainError | undefined {
  const failed = named(own, 'System.ExtrinsicFailed')
  if (failed) return nameOf(fieldIn(failed, 'dispatch_error'))
  if (named(own, 'System.ExtrinsicSuccess') === undefined)
    throw new WalletError('unreadable', { why: 'a block without a word on its extrinsic' })
  for (const event of own) {
    const field = Object.hasOwn(INNER, event.name) ? INNER[event.name] : undefined
    const error = field === undefined ? undefined : errorIn(fieldIn(event, field))
    if (error !== undefined) return error
  }
  return undefined
}

function named(events: readonly ChainEvent[], name: string): ChainEvent | undefined {
  return events.find((event) => event.name === name)
}
