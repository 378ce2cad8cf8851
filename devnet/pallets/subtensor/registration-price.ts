// What a registration costs: more with every one, and half as much after every half-life (SubtensorModule, spec 425).
import { slotsOf } from '../../chain/slots.ts'
import { larger, ONE, smaller, times } from '../../economy/fixed-point.ts'
import { decayed } from '../../economy/half-life.ts'
import { SubtensorModule } from '../../runtime/declared/subtensor-module.ts'
import type { Context } from '../context.ts'
import { netuids, ROOT } from './subnets.ts'

const slots = slotsOf(SubtensorModule)

/** Writes a price within its bounds. */
function setPrice(c: Context, netuid: number, wanted: bigint): void {
  const least = larger(wanted, c.read(slots.MinBurn, netuid))
  const price = smaller(least, c.read(slots.MaxBurn, netuid))
  if (price !== c.read(slots.Burn, netuid)) c.write(slots.Burn, [netuid], price)
}

/** Raises the price after a registration. */
export function raisePrice(c: Context, netuid: number): void {
  const factor = larger(c.read(slots.BurnIncreaseMult, netuid).bits, ONE)
  setPrice(c, netuid, times(c.read(slots.Burn, netuid), factor))
}

/** At the beginning of a block: prices fall a little, and the counters of the last block start again. */
export function beginRegistrations(c: Context): void {
  for (const netuid of netuids(c)) {
    if (c.blockNumber > 1)
      setPrice(c, netuid, decayed(c.read(slots.Burn, netuid), c.read(slots.BurnHalfLife, netuid)))
    if (c.read(slots.RegistrationsThisBlock, netuid) > 0) c.remove(slots.RegistrationsThisBlock, netuid)
  }
  const tempo = c.read(slots.Tempo, ROOT)
  if (tempo === 0 || c.blockNumber % tempo === 0) c.remove(slots.RegistrationsThisInterval, ROOT)
}
