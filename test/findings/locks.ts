/** Alpha that is locked, and whether it stays so. */
import { alphaRao, TAO } from '#shared/domain/units.ts'
import type { StakeLock } from '#shared/operations/fact-shapes.ts'
import { lockStake } from '#shared/operations/lock-stake.ts'
import { moveLock } from '#shared/operations/move-lock.ts'
import { setMinCollateral } from '#shared/operations/set-min-collateral.ts'
import { setPerpetualLock } from '#shared/operations/set-perpetual-lock.ts'
import { setRejectLockedAlpha } from '#shared/operations/set-reject-locked-alpha.ts'
import { tableOf } from '../build/told.ts'
import { ALICE, BOB } from '../build/words.ts'
import { alpha, locking, ONE, OPEN, subnetTold, VALIDATOR } from './places.ts'
import { PURSE, purseTold } from './purse.ts'

const LOCK: StakeLock = { hotkey: BOB, locked: alpha(30n), perpetual: false }
const another: StakeLock = { ...LOCK, hotkey: ALICE }
const SAME = 'It is so already: only the fee would be paid.'

export const lockStakeTable = tableOf(lockStake, {
  params: { hotkey: BOB, netuid: ONE, amount: alpha(10n) },
  facts: { ...PURSE, subnet: OPEN, availability: locking(100n, 30n), lock: LOCK },
  told: [
    ...purseTold,
    ...subnetTold,
    {
      id: 'locks',
      weight: 'caution',
      says: 'What is locked cannot be unstaked, swapped or spent, on whichever validator it lies. It comes free slowly, half of it in about three months; not at all while the lock is perpetual.',
      where: {},
      not: 'always',
    },
    {
      id: 'other-lock',
      weight: 'blocks',
      says: 'There is a lock for another hotkey already, Alice. Lock for that one, or move the lock first.',
      where: { facts: { lock: another } },
      not: { params: { hotkey: ALICE }, facts: { lock: another } },
    },
    {
      id: 'nothing',
      weight: 'blocks',
      says: 'Nothing would be locked: give an amount.',
      where: { params: { amount: alphaRao(0n) } },
      not: { params: { amount: alphaRao(1n) } },
    },
    {
      id: 'more-than-free',
      weight: 'blocks',
      says: 'More than is there unlocked: at most 70 α of subnet 1.',
      where: { params: { amount: alphaRao(70n * TAO + 1n) } },
      not: { params: { amount: alphaRao(70n * TAO) } },
    },
  ],
})

export const moveLockTable = tableOf(moveLock, {
  params: { hotkey: ALICE, netuid: ONE },
  facts: { ...PURSE, lock: LOCK, validator: VALIDATOR },
  told: [
    ...purseTold,
    {
      id: 'conviction',
      weight: 'caution',
      says: 'The lock’s conviction begins again at nothing, unless both hotkeys belong to one owner. What is locked stays locked.',
      where: {},
      not: 'always',
    },
    {
      id: 'no-lock',
      weight: 'blocks',
      says: 'This account has no lock on Subnet 1.',
      where: { facts: { lock: undefined } },
      not: { facts: { lock: LOCK } },
    },
    {
      id: 'same',
      weight: 'blocks',
      says: 'The lock is for this hotkey already.',
      where: { params: { hotkey: BOB } },
      not: { params: { hotkey: ALICE } },
    },
    {
      id: 'no-validator',
      weight: 'blocks',
      says: 'The chain does not know this hotkey.',
      where: { facts: { validator: { ...VALIDATOR, owner: undefined } } },
      not: { facts: { validator: VALIDATOR } },
    },
  ],
})

export const setPerpetualLockTable = tableOf(setPerpetualLock, {
  params: { netuid: ONE, enabled: true },
  facts: { ...PURSE, lock: LOCK },
  told: [
    ...purseTold,
    {
      id: 'locks',
      weight: 'caution',
      says: 'Nothing of what is locked there comes free until you turn this off again.',
      where: { params: { enabled: true } },
      not: { params: { enabled: false } },
    },
    {
      id: 'no-lock',
      weight: 'note',
      says: 'This account has no lock on Subnet 1 now; it counts for one that is made later.',
      where: { facts: { lock: undefined } },
      not: { facts: { lock: LOCK } },
    },
    {
      id: 'same',
      weight: 'note',
      says: SAME,
      where: { params: { enabled: false } },
      not: { params: { enabled: true } },
    },
    {
      id: 'same',
      weight: 'note',
      says: SAME,
      where: { facts: { lock: { ...LOCK, perpetual: true } } },
      not: { facts: { lock: LOCK } },
    },
  ],
})

export const setRejectLockedAlphaTable = tableOf(setRejectLockedAlpha, {
  params: { enabled: true },
  facts: { ...PURSE, takes: true },
  told: [
    ...purseTold,
    {
      id: 'takes-locked',
      weight: 'caution',
      says: 'Anybody can then send you stake that is locked. It cannot be unstaked, and a lock of your own on that subnet must be for the same hotkey.',
      where: { params: { enabled: false } },
      not: { params: { enabled: true } },
    },
    {
      id: 'same',
      weight: 'note',
      says: SAME,
      where: { params: { enabled: true }, facts: { takes: false } },
      not: { params: { enabled: false }, facts: { takes: false } },
    },
    {
      id: 'same',
      weight: 'note',
      says: SAME,
      where: { params: { enabled: false }, facts: { takes: true } },
      not: { params: { enabled: true }, facts: { takes: true } },
    },
  ],
})

export const setMinCollateralTable = tableOf(setMinCollateral, {
  params: { netuid: ONE, hotkey: BOB, least: alpha(1n) },
  facts: {},
  told: [
    {
      id: 'collateral',
      weight: 'caution',
      says: 'Collateral up to this does not come free, whatever the miner earns.',
      where: {},
      not: 'always',
    },
  ],
})
