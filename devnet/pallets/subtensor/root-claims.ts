// Root dividends: alpha of every subnet that lies ready for those who stake on root (claim_root of SubtensorModule, spec 424).
import { slotsOf } from '../../chain/slots.ts'
import { lessOrZero } from '../../economy/fixed-point.ts'
import { SubtensorModule } from '../../runtime/declared/subtensor-module.ts'
import type { Context } from '../context.ts'
import type { Position } from './shares.ts'

const slots = slotsOf(SubtensorModule)

/** Counts as claimed what new root stake did not earn, so that it takes nothing from those who were there before. */
export function rootStakeChanged(c: Context, { hotkey, coldkey }: Position, by: bigint): void {
  for (const [netuid, rate] of c.read(slots.RootClaimable, hotkey)) {
    const claimed = c.read(slots.RootClaimed, netuid, hotkey, coldkey)
    // I96F32: thirty-two bits of fraction.
    const share = ((by < 0n ? -by : by) * rate.bits) >> 32n
    c.write(
      slots.RootClaimed,
      [netuid, hotkey, coldkey],
      by < 0n ? lessOrZero(claimed, share) : claimed + share,
    )
  }
}
