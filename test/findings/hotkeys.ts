/** Hotkeys: their seats, their owners, and what is published beside them. */
import { ROOT, rao, TAO } from '#shared/domain/units.ts'
import { associateHotkey } from '#shared/operations/associate-hotkey.ts'
import type { HotkeyState } from '#shared/operations/fact-shapes.ts'
import { registerHotkey } from '#shared/operations/register-hotkey.ts'
import { setAutoStake } from '#shared/operations/set-auto-stake.ts'
import { setIdentity } from '#shared/operations/set-identity.ts'
import { tableOf } from '../build/told.ts'
import { ALICE, BOB } from '../build/words.ts'
import { CLOSED, NO_SUBNET, ONE, OPEN, SEATLESS, VALIDATOR } from './places.ts'
import { insufficientTold, PURSE, purseTold } from './purse.ts'

const fresh: HotkeyState = { owner: undefined, registered: false, take: 0 }
const mine: HotkeyState = { ...fresh, owner: ALICE }
const theirs: HotkeyState = { ...fresh, owner: BOB }
const SEATS_OPEN = { open: true, price: rao(TAO / 2n) }

export const registerHotkeyTable = tableOf(registerHotkey, {
  params: { netuid: ONE, hotkey: BOB, limit: rao(TAO) },
  facts: { ...PURSE, subnet: OPEN, registration: SEATS_OPEN, seat: fresh },
  told: [
    ...purseTold,
    insufficientTold((price) => ({ facts: { registration: { open: true, price } } })),
    NO_SUBNET,
    {
      id: 'burned',
      weight: 'note',
      says: 'What the seat costs is not given back, and a seat is lost when others do better.',
      where: {},
      not: 'always',
    },
    {
      id: 'no-limit',
      weight: 'caution',
      says: 'No limit: others who register first make it dearer.',
      where: { params: { limit: undefined } },
      not: { params: { limit: rao(TAO) } },
    },
    {
      id: 'root',
      weight: 'blocks',
      says: 'Seats on root are not bought this way.',
      where: { params: { netuid: ROOT } },
      not: { params: { netuid: ONE } },
    },
    {
      id: 'closed',
      weight: 'blocks',
      says: 'Subnet 1 takes no registrations now.',
      where: { facts: { registration: { ...SEATS_OPEN, open: false } } },
      not: { facts: { registration: SEATS_OPEN } },
    },
    {
      id: 'registered',
      weight: 'blocks',
      says: 'This hotkey has a seat there already.',
      where: { facts: { seat: { ...mine, registered: true } } },
      not: { facts: { seat: mine } },
    },
    {
      id: 'other-owner',
      weight: 'blocks',
      says: 'This hotkey belongs to another account, Bob.',
      where: { facts: { seat: theirs } },
      not: { facts: { seat: mine } },
    },
    {
      id: 'limit-passed',
      weight: 'blocks',
      says: 'A seat costs τ0.5 now, more than the limit of τ0.499999999.',
      where: { params: { limit: rao(TAO / 2n - 1n) } },
      not: { params: { limit: rao(TAO / 2n) } },
    },
    {
      id: 'price',
      weight: 'note',
      says: 'A seat costs τ0.5 now.',
      where: {},
      not: { params: { limit: rao(TAO / 2n - 1n) } },
    },
  ],
  never: { 'not-started': 'a seat is sold before a subnet trades' },
})

export const associateHotkeyTable = tableOf(associateHotkey, {
  params: { hotkey: BOB },
  facts: { ...PURSE, state: fresh },
  told: [
    ...purseTold,
    {
      id: 'silent',
      weight: 'note',
      says: 'Where the chain knows the hotkey already nothing happens, and nothing is said of it.',
      where: {},
      not: 'always',
    },
    {
      id: 'self',
      weight: 'blocks',
      says: 'This is the account itself. A hotkey is another key.',
      where: { params: { hotkey: ALICE } },
      not: { params: { hotkey: BOB } },
    },
    {
      id: 'same',
      weight: 'blocks',
      says: 'It is a hotkey of this account already.',
      where: { facts: { state: mine } },
      not: { facts: { state: fresh } },
    },
    {
      id: 'other-owner',
      weight: 'blocks',
      says: 'It belongs to another account, Bob.',
      where: { facts: { state: theirs } },
      not: { facts: { state: fresh } },
    },
  ],
})

export const setAutoStakeTable = tableOf(setAutoStake, {
  params: { netuid: ONE, hotkey: BOB },
  facts: { ...PURSE, subnet: OPEN, validator: VALIDATOR, now: undefined },
  told: [
    ...purseTold,
    NO_SUBNET,
    { ...NO_SUBNET, not: { facts: { subnet: CLOSED } } },
    {
      id: 'no-seat',
      weight: 'blocks',
      says: 'This validator has no seat on Subnet 1.',
      where: { facts: { validator: SEATLESS } },
      not: { facts: { validator: VALIDATOR } },
    },
    {
      id: 'same',
      weight: 'blocks',
      says: 'It is set to this validator already.',
      where: { facts: { now: BOB } },
      not: { facts: { now: ALICE } },
    },
  ],
  never: { 'not-started': 'rewards may be sent somewhere before a subnet trades' },
})

const text = (length: number) => new Uint8Array(length)
const nobody = {
  name: text(0),
  url: text(0),
  github_repo: text(0),
  image: text(0),
  discord: text(0),
  description: text(0),
  additional: text(0),
}
const tooLong = (part: keyof typeof nobody, label: string, most: number) =>
  ({
    id: 'too-long',
    weight: 'blocks',
    says: `${label} is too long: at most ${most} bytes.`,
    where: { params: { [part]: text(most + 1) } },
    not: { params: { [part]: text(most) } },
  }) as const

export const setIdentityTable = tableOf(setIdentity, {
  params: nobody,
  facts: { ...PURSE, seated: [BOB], published: { parts: {} } },
  told: [
    ...purseTold,
    {
      id: 'public',
      weight: 'note',
      says: 'Everybody can read it, now and in the chain’s past. It replaces what was published before.',
      where: {},
      not: 'always',
    },
    {
      id: 'no-seat',
      weight: 'blocks',
      says: 'An identity needs a hotkey of this account with a seat on some subnet.',
      where: { facts: { seated: [] } },
      not: { facts: { seated: [BOB] } },
    },
    {
      id: 'loss',
      weight: 'caution',
      says: 'Published now, and taken away by this: Name, Discord.',
      where: { facts: { published: { parts: { name: 'Bob', url: '', discord: 'bob' } } } },
      not: {
        params: { name: text(1), discord: text(1) },
        facts: { published: { parts: { name: 'Bob', url: '', discord: 'bob' } } },
      },
    },
    tooLong('name', 'Name', 256),
    tooLong('url', 'Website', 256),
    tooLong('github_repo', 'Code', 256),
    tooLong('image', 'Picture', 1024),
    tooLong('discord', 'Discord', 256),
    tooLong('description', 'Description', 1024),
    tooLong('additional', 'More', 1024),
  ],
})
