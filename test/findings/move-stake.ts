import type { Netuid } from '#shared/domain/units.ts'
import { moveStake } from '#shared/operations/move-stake.ts'
import type { Quantity } from '#shared/operations/way.ts'
import { tableOf } from '../build/told.ts'
import { ALICE, BOB } from '../build/words.ts'
import { inPlaceTold, MOVEMENT, movementTold, TWENTY, unlimitedTold } from './movements.ts'
import { ONE, TAKING, TWO, UNKNOWN_VALIDATOR, unseated, VALIDATOR } from './places.ts'

const going = (to: Netuid, quantity: Quantity) => ({ to, quantity })

export const moveStakeTable = tableOf(moveStake, {
  params: { hotkey: BOB, newHotkey: ALICE, from: ONE, ...going(ONE, TWENTY) },
  facts: { ...MOVEMENT, validator: VALIDATOR },
  told: [
    ...movementTold(going),
    ...inPlaceTold(going),
    unlimitedTold(going),
    UNKNOWN_VALIDATOR,
    TAKING,
    unseated('Subnet 1'),
    {
      id: 'same',
      weight: 'blocks',
      says: 'It is there already: choose another validator.',
      where: { params: { newHotkey: BOB } },
      not: { params: { newHotkey: BOB, ...going(TWO, TWENTY) } },
    },
  ],
})
