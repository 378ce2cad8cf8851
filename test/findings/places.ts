/** What is found of where stake goes, and of who gets something. */

import { alphaRao, netuid, type Rao, rao, TAO } from '#shared/domain/units.ts'
import type {
  Acquaintance,
  Availability,
  HotkeyState,
  Pool,
  SubnetState,
} from '#shared/operations/fact-shapes.ts'
import type { Told, ToldOf } from '../build/told.ts'
import { ALICE, BOB } from '../build/words.ts'

export const ONE = netuid(1)
export const TWO = netuid(2)
export const alpha = (whole: bigint) => alphaRao(whole * TAO)
export const OPEN: SubnetState = { open: true, transfers: true }
export const CLOSED: SubnetState = { open: false, transfers: true }
export const VALIDATOR: HotkeyState = { owner: BOB, registered: true, take: 0 }
export const POOL: Pool = { tao: rao(1_000n * TAO), alpha: alpha(20_000n) }
export const LEAST: Rao = rao(2_000_000n)

/** All alpha of an account on a subnet, of which some is locked. */
export const locking = (total: bigint, locked: bigint): Availability => ({
  total: alpha(total),
  locked: alpha(locked),
  available: alpha(total - locked),
})

/** Of the fact `subnet`, which is subnet 1. */
export const NO_SUBNET: ToldOf<{ readonly subnet: SubnetState | undefined }> = {
  id: 'no-subnet',
  weight: 'blocks',
  says: 'This chain has no Subnet 1.',
  where: { facts: { subnet: undefined } },
  not: { facts: { subnet: CLOSED } },
}
export const subnetTold: readonly ToldOf<{ readonly subnet: SubnetState | undefined }>[] = [
  NO_SUBNET,
  {
    id: 'not-started',
    weight: 'blocks',
    says: 'Subnet 1 has not started trading: until its owner starts it, nothing goes in or out.',
    where: { facts: { subnet: CLOSED } },
    not: { facts: { subnet: OPEN } },
  },
]

type Validated = { readonly validator: HotkeyState }

export const UNKNOWN_VALIDATOR: ToldOf<Validated> = {
  id: 'no-validator',
  weight: 'blocks',
  says: 'The chain does not know this validator.',
  where: { facts: { validator: { ...VALIDATOR, owner: undefined } } },
  not: { facts: { validator: { ...VALIDATOR, owner: ALICE } } },
}
export const TAKING: ToldOf<Validated> = {
  id: 'take',
  weight: 'note',
  says: 'This validator keeps 18% of what your stake earns.',
  where: { facts: { validator: { ...VALIDATOR, take: 11_796 } } },
  not: { facts: { validator: VALIDATOR } },
}
export const SEATLESS: HotkeyState = { ...VALIDATOR, registered: false }
/** Of the validator on the subnet of this name. */
export const unseated = (subnet: string): ToldOf<Validated> => ({
  id: 'no-seat',
  weight: 'caution',
  says: `This validator has no seat on ${subnet}: what is staked with it there earns nothing.`,
  where: { facts: { validator: SEATLESS } },
  not: { facts: { validator: VALIDATOR } },
})

const STRANGER: Acquaintance = { own: false, name: undefined, sentBefore: false, lookalike: undefined }
export const FRIEND: Acquaintance = { ...STRANGER, sentBefore: true }

export const ALIKE =
  'This looks like another address you know, Alice. This one: Bob The other, with what differs marked: Alice Addresses like this are made to be mistaken.'

/** Of who gets it: the param `to` and the fact `who`. */
export const recipientTold: readonly Told<{ readonly to: typeof BOB }, { readonly who: Acquaintance }>[] = [
  {
    id: 'to-self',
    weight: 'caution',
    says: 'This is the account you send from. Nothing would move but the fee.',
    where: { params: { to: ALICE } },
    not: { params: { to: BOB } },
  },
  {
    id: 'lookalike',
    weight: 'type DIFFERENT',
    says: ALIKE,
    where: { facts: { who: { ...STRANGER, lookalike: ALICE } } },
    not: { facts: { who: STRANGER } },
  },
  {
    id: 'lookalike',
    weight: 'type DIFFERENT',
    says: ALIKE,
    where: { facts: { who: { ...STRANGER, name: 'Bob', lookalike: ALICE } } },
    not: { facts: { who: { ...STRANGER, name: 'Bob' } } },
  },
  {
    id: 'lookalike',
    weight: 'caution',
    says: ALIKE,
    where: { facts: { who: { ...FRIEND, lookalike: ALICE } } },
    not: { facts: { who: FRIEND } },
  },
  {
    id: 'first-time',
    weight: 'caution',
    says: 'First time you send to this address. Compare all of it with where you got it.',
    where: { facts: { who: STRANGER } },
    not: { facts: { who: FRIEND } },
  },
  {
    id: 'first-time',
    weight: 'note',
    says: 'You have not sent to this contact before.',
    where: { facts: { who: { ...STRANGER, name: 'Bob' } } },
    not: { facts: { who: { ...FRIEND, name: 'Bob' } } },
  },
  {
    id: 'first-time',
    weight: 'caution',
    says: 'First time you send to this address. Compare all of it with where you got it.',
    where: { facts: { who: STRANGER } },
    not: { facts: { who: { ...STRANGER, own: true } } },
  },
]
