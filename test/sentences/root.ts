/** What root and validators’ baskets earn, and what becomes of it. */
import { TAO } from '#shared/domain/units.ts'
import { BOB } from '../build/words.ts'
import type { Told } from './told.ts'

export const root: readonly Told[] = [
  [
    'claim-root',
    { subnets: [1, 2] },
    'Claim',
    'Claim what your stake on root has earned.',
    [
      'Earned on: Subnet 1, Subnet 2',
      'Where it goes: To stake with the same validators: on root, or kept as alpha where you chose so. Newer runtimes claim everything, whatever subnets are named',
    ],
  ],
  [
    'claim-root-with-hotkey',
    { hotkey: BOB },
    'Claim',
    'Claim what root has earned you with Bob, and stake it on root there.',
    [
      'Validator: Bob',
      'How: Your part of everything the validator’s basket holds is sold, without a price limit',
    ],
  ],
  [
    'stake-into-basket',
    { hotkey: BOB, amount: TAO },
    'Buy in',
    'Put τ1 into the basket of Bob.',
    ['Validator: Bob', 'Amount: τ1', 'Price limit: None: whatever the prices are then'],
  ],
  [
    'set-root-claim-type',
    { choice: { type: 'Swap', value: undefined } },
    'Set',
    'Sell what root earns you for stake on root.',
    [],
  ],
  [
    'set-root-claim-type',
    { choice: { type: 'Keep', value: undefined } },
    'Set',
    'Keep what root earns you as alpha of its subnets.',
    [],
  ],
  [
    'set-root-claim-type',
    { choice: { type: 'KeepSubnets', value: { subnets: [1, 2] } } },
    'Set',
    'Keep what root earns you as alpha of some subnets, and sell the rest for stake on root.',
    ['Kept on: Subnet 1, Subnet 2'],
  ],
]
