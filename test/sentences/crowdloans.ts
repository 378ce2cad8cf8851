/** TAO put into a crowdloan, and taken back. */
import { TAO } from '#shared/domain/units.ts'
import type { Told } from './told.ts'

export const crowdloans: readonly Told[] = [
  [
    'crowdloan-contribute',
    { crowdloan: 7, amount: TAO },
    'Contribute',
    'Put τ1 into crowdloan 7.',
    ['Crowdloan: 7', 'Amount: τ1 at most: what is too much for its cap is not taken'],
  ],
  [
    'crowdloan-withdraw',
    { crowdloan: 7 },
    'Withdraw',
    'Take back all you put into crowdloan 7.',
    ['Crowdloan: 7'],
  ],
]
