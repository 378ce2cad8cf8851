// What the runtime does at the beginning of every block, whatever the block brings (on_initialize, spec 424).
import type { Context } from './context.ts'
import { endSafeMode } from './safe-mode.ts'
import { beginRegistrations } from './subtensor/registration-price.ts'

export function beginRuntime(c: Context): void {
  endSafeMode(c)
  beginRegistrations(c)
}
