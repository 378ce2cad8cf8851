// Amounts that are counted under a key, and go to another with what it has.
import type { Slot } from '../../chain/slots.ts'
import type { Context } from '../context.ts'

/** What was counted under one key is counted under another from now on, beside what that has. */
export function moveCounted<K extends readonly unknown[]>(
  c: Context,
  slot: Slot<K, bigint, bigint>,
  { from, to }: { readonly from: NoInfer<K>; readonly to: NoInfer<K> },
): void {
  const moved = c.read(slot, ...from)
  c.remove(slot, ...from)
  c.write(slot, to, moved + c.read(slot, ...to))
}
