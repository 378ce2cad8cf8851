/** Stake that is put in and taken out. */
import { TAO } from '#shared/domain/units.ts'
import { BOB } from '../build/words.ts'
import { limit, type Told } from './told.ts'

export const stake: readonly Told[] = [
  [
    'add-stake',
    { hotkey: BOB, netuid: 0, amount: 5n * TAO },
    'Stake',
    'Stake τ5 with Bob on Root.',
    ['Validator: Bob', 'Subnet: Root', 'Amount: τ5'],
  ],
  [
    'add-stake',
    { hotkey: BOB, netuid: 64, amount: 5n * TAO },
    'Stake',
    'Stake τ5 with Bob on Subnet 64.',
    ['Validator: Bob', 'Subnet: Subnet 64', 'Amount: τ5', 'Highest price: None: whatever the price is then'],
  ],
  [
    'add-stake',
    { hotkey: BOB, netuid: 64, amount: 1n, limit: limit(21_300_000n) },
    'Stake',
    'Stake τ0.000000001 with Bob on Subnet 64, at no more than τ0.0213 per α.',
    [
      'Validator: Bob',
      'Subnet: Subnet 64',
      'Amount: τ0.000000001',
      'Highest price: τ0.0213 per α',
      'If not all fits within it: Nothing is exchanged',
    ],
  ],
  [
    'add-stake',
    { hotkey: BOB, netuid: 64, amount: TAO, limit: limit(1n, true) },
    'Stake',
    'Stake τ1 with Bob on Subnet 64, at no more than τ0.000000001 per α.',
    [
      'Validator: Bob',
      'Subnet: Subnet 64',
      'Amount: τ1',
      'Highest price: τ0.000000001 per α',
      'If not all fits within it: The part that fits is exchanged',
    ],
  ],
  [
    'remove-stake',
    { hotkey: BOB, netuid: 1, sale: { kind: 'part', alpha: 2_500_000_000n } },
    'Unstake',
    'Unstake 2.5 α of subnet 1 from Bob.',
    [
      'Validator: Bob',
      'Subnet: Subnet 1',
      'Amount: 2.5 α of subnet 1',
      'Lowest price: None: whatever the price is then',
    ],
  ],
  [
    'remove-stake',
    { hotkey: BOB, netuid: 0, sale: { kind: 'part', alpha: TAO } },
    'Unstake',
    'Unstake τ1 on Root from Bob.',
    ['Validator: Bob', 'Subnet: Root', 'Amount: τ1'],
  ],
  [
    'remove-stake',
    { hotkey: BOB, netuid: 1, sale: { kind: 'all', limit: 40_000_000n } },
    'Unstake',
    'Unstake all there is on Subnet 1 from Bob, at no less than τ0.04 per α.',
    [
      'Validator: Bob',
      'Subnet: Subnet 1',
      'Amount: Everything, as counted when it runs',
      'Lowest price: τ0.04 per α',
      'If not all fits within it: Nothing is exchanged',
    ],
  ],
  [
    'remove-stake',
    { hotkey: BOB, netuid: 1, sale: { kind: 'part', alpha: TAO, limit: limit(40_000_000n, true) } },
    'Unstake',
    'Unstake 1 α of subnet 1 from Bob, at no less than τ0.04 per α.',
    [
      'Validator: Bob',
      'Subnet: Subnet 1',
      'Amount: 1 α of subnet 1',
      'Lowest price: τ0.04 per α',
      'If not all fits within it: The part that fits is exchanged',
    ],
  ],
  [
    'unstake-all',
    { hotkey: BOB, into: 'tao' },
    'Unstake all',
    'Unstake everything from Bob, on every subnet and on Root.',
    [
      'Validator: Bob',
      'Price limit: None: whatever the prices are then',
      'Left out: What is locked, too little, or on a subnet that does not trade; the chain says nothing of it',
    ],
  ],
  [
    'unstake-all',
    { hotkey: BOB, into: 'root' },
    'Unstake all',
    'Sell all alpha staked with Bob and stake what it brings on Root, with the same validator.',
    [
      'Validator: Bob',
      'Price limit: None: whatever the prices are then',
      'Left out: What is locked, too little, or on a subnet that does not trade; the chain says nothing of it',
    ],
  ],
]
