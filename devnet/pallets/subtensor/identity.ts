// set_identity, set_subnet_identity and update_symbol: what validators and subnets call themselves (SubtensorModule, spec 424).
import { sameBytes } from '../../chain/bytes.ts'
import { slotsOf } from '../../chain/slots.ts'
import { SubtensorModule } from '../../runtime/declared/subtensor-module.ts'
import { type AccountId, type Context, DispatchFailure, fail } from '../context.ts'
import { behaviour, signed } from '../dispatch.ts'
import { netuids } from './subnets.ts'
import { isSymbol } from './symbols.ts'

const slots = slotsOf(SubtensorModule)

/** The most bytes of each field. */
const OF_A_COLDKEY = {
  ...{ name: 256, url: 256, github_repo: 256, image: 1024 },
  ...{ discord: 256, description: 1024, additional: 1024 },
} as const
const OF_A_SUBNET = {
  ...{ subnet_name: 256, github_repo: 1024, subnet_contact: 1024, subnet_url: 1024 },
  ...{ discord: 256, description: 1024, logo_url: 1024, additional: 1024 },
} as const

function requireShort<K extends string>(
  identity: Readonly<Record<K, Uint8Array>>,
  most: Readonly<Record<K, number>>,
): void {
  for (const field in most)
    if (identity[field].length > most[field]) throw fail(SubtensorModule, 'InvalidIdentity')
}

const isRegistered = (c: Context, hotkey: AccountId): boolean =>
  netuids(c).some((netuid) => c.read(slots.IsNetworkMember, hotkey, netuid))

export const identityCalls = behaviour(SubtensorModule, {
  set_identity: (c, origin, identity) => {
    const coldkey = signed(origin)
    if (!c.read(slots.OwnedHotkeys, coldkey).some((hotkey) => isRegistered(c, hotkey)))
      throw fail(SubtensorModule, 'HotKeyNotRegisteredInNetwork')
    requireShort(identity, OF_A_COLDKEY)
    c.write(slots.IdentitiesV2, [coldkey], identity)
    c.emit(SubtensorModule, 'ChainIdentitySet', coldkey)
    return undefined
  },
  set_subnet_identity: (c, origin, { netuid, ...identity }) => {
    if (c.read(slots.SubnetOwner, netuid) !== signed(origin)) throw fail(SubtensorModule, 'NotSubnetOwner')
    requireShort(identity, OF_A_SUBNET)
    c.write(slots.SubnetIdentitiesV3, [netuid], identity)
    c.emit(SubtensorModule, 'SubnetIdentitySet', netuid)
    return undefined
  },
  update_symbol: (c, origin, { netuid, symbol }) => {
    if (origin.kind !== 'root' && c.read(slots.SubnetOwner, netuid) !== signed(origin))
      throw new DispatchFailure({ type: 'BadOrigin' })
    if (!isSymbol(symbol)) throw fail(SubtensorModule, 'SymbolDoesNotExist')
    // One that the subnet has already is in use, too.
    if (netuids(c).some((each) => sameBytes(c.read(slots.TokenSymbol, each), symbol)))
      throw fail(SubtensorModule, 'SymbolAlreadyInUse')
    c.write(slots.TokenSymbol, [netuid], symbol)
    c.emit(SubtensorModule, 'SymbolUpdated', { netuid, symbol })
    return undefined
  },
})
