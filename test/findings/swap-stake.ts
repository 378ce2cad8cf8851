import { type Netuid, ROOT, raoPerAlpha, TAO } from '#shared/domain/units.ts'
import { swapStake } from '#shared/operations/swap-stake.ts'
import type { Quantity } from '#shared/operations/way.ts'
import { tableOf } from '../build/told.ts'
import { BOB } from '../build/words.ts'
import { LEGS, MOVEMENT, movementTold, TWENTY } from './movements.ts'
import { ONE, SEATLESS, TAKING, TWO, UNKNOWN_VALIDATOR, unseated, VALIDATOR } from './places.ts'
import { NO_LIMIT, swapped } from './trades.ts'

const going = (to: Netuid, quantity: Quantity) => ({ to, quantity })
const atLeast = (ratio: bigint, allowPartial = false) => ({
  limit: { ratio: raoPerAlpha(ratio), allowPartial },
})
/** Ninety-nine hundredths of the forty alpha at spot: the last unit brings 1.9602 for each. */
const dear = { legs: { ...LEGS, purchase: swapped(TAO, 39_600_000_000n) } }

export const swapStakeTable = tableOf(swapStake, {
  params: { hotkey: BOB, from: ONE, ...going(TWO, TWENTY), ...atLeast(1_990_000_000n) },
  facts: { ...MOVEMENT, validator: VALIDATOR },
  told: [
    ...movementTold(going).filter(({ not }) => not === 'always' || not.params?.to !== ONE),
    UNKNOWN_VALIDATOR,
    TAKING,
    unseated('Subnet 2'),
    {
      ...unseated('Subnet 2'),
      not: { params: { to: ROOT }, facts: { validator: SEATLESS } },
    },
    {
      id: 'same',
      weight: 'blocks',
      says: 'It is there already: choose another subnet.',
      where: { params: { to: ONE } },
      not: { params: { to: TWO } },
    },
    {
      ...NO_LIMIT,
      where: { params: { limit: undefined } },
      not: { params: atLeast(1n) },
    },
    {
      ...NO_LIMIT,
      where: { params: atLeast(0n) },
      not: { params: atLeast(1n) },
    },
    {
      id: 'limit-passed',
      weight: 'blocks',
      says: 'Now it would bring 2 α of subnet 2 for each α of Subnet 1, and the limit asks for 2.000000001 α of subnet 2 for each α of Subnet 1: nothing could be swapped within it. Set it lower, or wait.',
      where: { params: atLeast(2n * TAO + 1n) },
      not: { params: atLeast(2n * TAO) },
    },
    {
      id: 'limit-too-near',
      weight: 'caution',
      says: 'Swapping all of it would move the prices to about your limit of 1.960200001 α of subnet 2 for each α of Subnet 1 and past it: it would fail as a whole. Allow a part, take less, or set the limit lower.',
      where: { params: atLeast(1_960_200_001n), facts: dear },
      not: { params: atLeast(1_960_200_000n), facts: dear },
    },
    {
      id: 'limit-too-near',
      weight: 'caution',
      says: 'Swapping all of it would move the prices to about your limit of 1.960200001 α of subnet 2 for each α of Subnet 1 and past it: only the part that fits would be swapped.',
      where: { params: atLeast(1_960_200_001n, true), facts: dear },
      not: { params: atLeast(1_960_200_000n, true), facts: dear },
    },
  ],
})
