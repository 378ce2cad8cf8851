import type { Address } from '#shared/domain/address.ts'
import { alphaRao, type Netuid, TAO } from '#shared/domain/units.ts'
import type { StakeLock } from '#shared/operations/fact-shapes.ts'
import { transferStake } from '#shared/operations/transfer-stake.ts'
import type { Quantity } from '#shared/operations/way.ts'
import { tableOf } from '../build/told.ts'
import { ALICE, BOB } from '../build/words.ts'
import { inPlaceTold, LEGS, MOVEMENT, movementTold, TWENTY, unlimitedTold } from './movements.ts'
import { alpha, FRIEND, locking, ONE, OPEN, recipientTold, TWO } from './places.ts'

const going = (into: Netuid, quantity: Quantity) => ({ into, quantity })
const lockFor = (hotkey: Address): StakeLock => ({ hotkey, locked: alpha(90n), perpetual: false })
/** Ninety of a hundred are locked, so that of twenty ten take their lock with them. */
const carrying = { availability: locking(100n, 90n), lock: lockFor(BOB), takesLocked: true }
const within = { ...carrying, legs: { ...LEGS, moved: alpha(10n) } }

export const transferStakeTable = tableOf(transferStake, {
  params: { to: BOB, hotkey: BOB, from: ONE, ...going(ONE, TWENTY) },
  facts: { ...MOVEMENT, who: FRIEND, lock: undefined, theirLock: undefined, takesLocked: false },
  told: [
    ...movementTold(going),
    ...inPlaceTold(going),
    unlimitedTold(going),
    ...recipientTold,
    {
      id: 'gives-away',
      weight: 'caution',
      says: 'The stake is not yours afterwards, and only its new owner can give it back.',
      where: {},
      not: 'always',
    },
    {
      id: 'no-transfers',
      weight: 'blocks',
      says: 'Subnet 1 does not let stake go to another account. It can be unstaked, and the TAO sent.',
      where: { facts: { fromSubnet: { open: true, transfers: false } } },
      not: { facts: { fromSubnet: OPEN } },
    },
    {
      id: 'no-transfers',
      weight: 'blocks',
      says: 'Subnet 2 does not let stake go to another account. It can be unstaked, and the TAO sent.',
      where: { params: going(TWO, TWENTY), facts: { toSubnet: { open: true, transfers: false } } },
      not: { params: going(TWO, TWENTY), facts: { toSubnet: OPEN } },
    },
    {
      id: 'locked-refused',
      weight: 'blocks',
      says: 'Part of it is locked, and that account takes no locked stake. At most 10 α of subnet 1 is free.',
      where: {
        facts: { ...carrying, takesLocked: false, legs: { ...LEGS, moved: alphaRao(10n * TAO + 1n) } },
      },
      not: { facts: { ...within, takesLocked: false } },
    },
    {
      id: 'other-lock',
      weight: 'blocks',
      says: 'Part of it is locked, and that account has a lock for another hotkey, Alice. At most 10 α of subnet 1 is free.',
      where: { facts: { ...carrying, theirLock: lockFor(ALICE) } },
      not: { facts: { ...carrying, theirLock: lockFor(BOB) } },
    },
    {
      id: 'other-lock',
      weight: 'blocks',
      says: 'Part of it is locked, and that account has a lock for another hotkey, Alice. At most 10 α of subnet 1 is free.',
      where: { facts: { ...carrying, theirLock: lockFor(ALICE) } },
      not: { facts: { ...within, theirLock: lockFor(ALICE) } },
    },
    {
      id: 'carries-lock',
      weight: 'caution',
      says: 'Part of it is locked, and stays locked with its new owner.',
      where: { facts: carrying },
      not: { facts: within },
    },
  ],
})
