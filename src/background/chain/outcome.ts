/** What an extrinsic did, by the events of its block: the first thing that went wrong in it, or that nothing did. */
import { WalletError } from '#shared/domain/errors.ts'
import type { Outcome } from '#shared/domain/outcome.ts'
import { type Rao, rao } from '#shared/domain/units.ts'
import type { Runtime } from '#shared/runtime/metadata.ts'

// twox128("System") ‖ twox128("Events"), of every Substrate chain.
export const EVENTS_KEY = '0x26aa394eea5630e07c48ae0c9558cef780d41e5e16056765bc8461851072c9d7'

/** An enum value as the decoder gives it. */
interface Variant {
  readonly type: string
  readonly value?: unknown
}

interface Event {
  readonly name: string
  readonly fields: Readonly<Record<string, unknown>>
}

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

/**
 * Reads System.Events of a block with the runtime that executed it.
 * @throws WalletError `unreadable` when the events do not decode or say nothing of this extrinsic
 */
export function readOutcome(runtime: Runtime, events: Uint8Array, index: number): Outcome {
  const own = decodeEvents(runtime, events, index)
  const paid = own.find((event) => event.name === 'TransactionPayment.TransactionFeePaid')?.fields[
    'actual_fee'
  ]
  const fee: { fee?: Rao } = typeof paid === 'bigint' ? { fee: rao(paid) } : {}
  const failed = own.find((event) => event.name === 'System.ExtrinsicFailed')
  if (failed) return { kind: 'failed', ...nameOf(failed.fields['dispatch_error']), ...fee }
  if (!own.some((event) => event.name === 'System.ExtrinsicSuccess'))
    throw new WalletError('unreadable', { why: 'a block without a word on its extrinsic' })
  for (const { name, fields } of own) {
    const field = Object.hasOwn(INNER, name) ? INNER[name] : undefined
    const error = field === undefined ? undefined : errorIn(fields[field])
    if (error !== undefined) return { kind: 'failed', ...nameOf(error), ...fee }
  }
  return { kind: 'done', ...fee }
}

function decodeEvents(runtime: Runtime, bytes: Uint8Array, index: number): readonly Event[] {
  try {
    const records = runtime.builder.buildStorage('System', 'Events').value.dec(bytes.slice()) as readonly {
      readonly phase: Variant
      readonly event: Variant
    }[]
    return records
      .filter(({ phase }) => phase.type === 'ApplyExtrinsic' && phase.value === index)
      .map(({ event }) => {
        const inner = event.value as Variant
        return { name: `${event.type}.${inner.type}`, fields: (inner.value ?? {}) as Event['fields'] }
      })
  } catch (cause) {
    throw new WalletError('unreadable', { why: 'events of another runtime' }, { cause })
  }
}

/** The error in a Result or a bare DispatchError; undefined for Ok. */
function errorIn(value: unknown): unknown {
  if (!isObject(value)) return undefined
  if (value['success'] === true) return undefined
  if (value['success'] === false) return value['value']
  return value
}

/**
 * A module's error by pallet and name, `Token.FundsUnavailable` and the like by their two words, the rest of
 * sp_runtime `DispatchError` as `Runtime.<name>`.
 */
function nameOf(error: unknown): { readonly pallet: string; readonly error: string } {
  const { type, value } = (isObject(error) ? error : {}) as Partial<Variant>
  const inner = (isObject(value) ? value : {}) as Partial<Variant>
  if (type === 'Module' && typeof inner.type === 'string') {
    const own = (isObject(inner.value) ? inner.value : {}) as Partial<Variant>
    return { pallet: inner.type, error: own.type ?? 'Unknown' }
  }
  if (typeof type === 'string' && typeof inner.type === 'string') return { pallet: type, error: inner.type }
  return { pallet: 'Runtime', error: typeof type === 'string' ? type : 'Unknown' }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
