// Calls the runtime refuses from anyone (BaseCallFilter, spec 424): safe mode, and a batch directly inside a batch.
import { slotsOf } from '../chain/slots.ts'
import type { Outer } from '../runtime/declare.ts'
import { SafeMode } from '../runtime/declared/safe-mode.ts'
import type { Context } from './context.ts'
import { nameOf } from './dispatch.ts'

const { EnteredUntil } = slotsOf(SafeMode)

const BATCHES = new Set(['Utility.batch', 'Utility.batch_all', 'Utility.force_batch'])
const SAFE_PALLETS = new Set(['Sudo', 'Multisig', 'System', 'SafeMode', 'Timestamp'])
const SAFE_CALLS = new Set([
  'SubtensorModule.set_weights',
  'SubtensorModule.serve_axon',
  'Commitments.set_commitment',
])

/** Whether the runtime lets this call through at all. */
export function passesBaseFilter(c: Context, call: Outer): boolean {
  if (c.read(EnteredUntil) !== undefined && !SAFE_PALLETS.has(call.type) && !SAFE_CALLS.has(nameOf(call)))
    return false
  if (!BATCHES.has(nameOf(call))) return true
  const { calls } = call.value.value as { readonly calls: readonly Outer[] }
  return !calls.some((inner) => BATCHES.has(nameOf(inner)))
}
