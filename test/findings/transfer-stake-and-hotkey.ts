import { transferStakeAndHotkey } from '#shared/operations/transfer-stake-and-hotkey.ts'
import { tableOf } from '../build/told.ts'
import { ALICE, BOB } from '../build/words.ts'
import { TWENTY } from './movements.ts'
import { FRIEND, ONE, recipientTold } from './places.ts'

export const transferStakeAndHotkeyTable = tableOf(transferStakeAndHotkey, {
  params: { to: BOB, hotkey: BOB, newHotkey: ALICE, from: ONE, into: ONE, quantity: TWENTY },
  facts: { who: FRIEND },
  told: [
    ...recipientTold,
    {
      id: 'gives-away',
      weight: 'danger',
      says: 'The stake is not yours afterwards, and only its new owner can give it back.',
      where: {},
      not: 'always',
    },
  ],
})
