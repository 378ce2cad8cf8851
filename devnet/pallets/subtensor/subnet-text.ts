// What a subnet calls itself, as the runtime APIs tell it.
import { slotsOf } from '../../chain/slots.ts'
import { SubtensorModule } from '../../runtime/declared/subtensor-module.ts'
import type { Context } from '../context.ts'
import { ROOT } from './subnets.ts'

const slots = slotsOf(SubtensorModule)

/** Where no identity is set. */
const nameless = (netuid: number): Uint8Array =>
  new TextEncoder().encode(netuid === ROOT ? 'root' : `subnet ${netuid}`)

/** Names and symbols travel as lists of compact bytes. */
export const subnetName = (c: Context, netuid: number): number[] => [
  ...(c.read(slots.SubnetIdentitiesV3, netuid)?.subnet_name ?? nameless(netuid)),
]

export const subnetSymbol = (c: Context, netuid: number): number[] => [...c.read(slots.TokenSymbol, netuid)]
