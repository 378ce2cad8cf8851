// Safe mode: pallet_safe_mode (20) as the runtime of spec 424 sets it up. Only root enters; nobody can for a deposit.
import { slotsOf } from '../chain/slots.ts'
import { SafeMode } from '../runtime/declared/safe-mode.ts'
import { type Context, fail } from './context.ts'
import { behaviour, requireRoot, signed } from './dispatch.ts'

const { EnteredUntil } = slotsOf(SafeMode)

/** A day of blocks: what root enters or extends for. */
export const SAFE_MODE_BLOCKS = 7_200

type Reason = 'Timeout' | 'Force'

function enteredUntil(c: Context): number {
  const until = c.read(EnteredUntil)
  if (until === undefined) throw fail(SafeMode, 'Exited')
  return until
}

function exit(c: Context, reason: Reason): void {
  enteredUntil(c)
  c.remove(EnteredUntil)
  c.emit(SafeMode, 'Exited', { reason: { type: reason } })
}

export function enterSafeMode(c: Context, blocks: number): void {
  if (c.exists(EnteredUntil)) throw fail(SafeMode, 'Entered')
  const until = c.blockNumber + blocks
  c.write(EnteredUntil, [], until)
  c.emit(SafeMode, 'Entered', { until })
}

export const leaveSafeMode = (c: Context): void => exit(c, 'Force')

/** At the beginning of a block: safe mode ends by itself after its last block. */
export function endSafeMode(c: Context): void {
  const until = c.read(EnteredUntil)
  if (until !== undefined && c.blockNumber > until) exit(c, 'Timeout')
}

const notConfigured = (): never => {
  throw fail(SafeMode, 'NotConfigured')
}

export const safeModeCalls = behaviour(SafeMode, {
  enter: (c, origin) => {
    signed(origin)
    if (c.exists(EnteredUntil)) throw fail(SafeMode, 'Entered')
    return notConfigured()
  },
  extend: (c, origin) => {
    signed(origin)
    enteredUntil(c)
    return notConfigured()
  },
  force_enter: (c, origin) => {
    requireRoot(origin)
    enterSafeMode(c, SAFE_MODE_BLOCKS)
    return undefined
  },
  force_extend: (c, origin) => {
    requireRoot(origin)
    const until = enteredUntil(c) + SAFE_MODE_BLOCKS
    c.write(EnteredUntil, [], until)
    c.emit(SafeMode, 'Extended', { until })
    return undefined
  },
  force_exit: (c, origin) => {
    requireRoot(origin)
    leaveSafeMode(c)
    return undefined
  },
  release_deposit: (_c, origin) => {
    signed(origin)
    return notConfigured()
  },
})
