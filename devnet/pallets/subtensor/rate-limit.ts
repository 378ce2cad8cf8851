// What may be done again only after some blocks (LastRateLimitedBlock of SubtensorModule, spec 424).
import { slotsOf } from '../../chain/slots.ts'
import { SubtensorModule } from '../../runtime/declared/subtensor-module.ts'
import type { RateLimitKey } from '../../runtime/declared/types/subtensor.ts'
import type { Context } from '../context.ts'

const { LastRateLimitedBlock } = slotsOf(SubtensorModule)

/** Whether it was done within so many blocks; a limit of none holds nobody back. */
export function isTooSoon(c: Context, of: RateLimitKey, limit: bigint): boolean {
  const last = c.read(LastRateLimitedBlock, of)
  return last > 0n && limit > 0n && BigInt(c.blockNumber) - last <= limit
}

/** It is done now. */
export function noteDone(c: Context, of: RateLimitKey): void {
  c.write(LastRateLimitedBlock, [of], BigInt(c.blockNumber))
}
