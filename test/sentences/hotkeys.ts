/** Hotkeys, their seats and what is published of them; subnets that are founded and started. */
import { TAO } from '#shared/domain/units.ts'
import { BOB } from '../build/words.ts'
import { NOBODY, type Told, text } from './told.ts'

export const hotkeys: readonly Told[] = [
  [
    'register-hotkey',
    { netuid: 3, hotkey: BOB },
    'Register',
    'Buy a seat on Subnet 3 for Bob, at whatever it costs then.',
    ['Subnet: Subnet 3', 'Hotkey: Bob', 'Pays at most: No limit'],
  ],
  [
    'register-hotkey',
    { netuid: 3, hotkey: BOB, limit: TAO },
    'Register',
    'Buy a seat on Subnet 3 for Bob, for at most τ1.',
    ['Subnet: Subnet 3', 'Hotkey: Bob', 'Pays at most: τ1'],
  ],
  ['associate-hotkey', { hotkey: BOB }, 'Link', 'Make Bob a hotkey of this account.', ['Hotkey: Bob']],
  [
    'set-auto-stake',
    { netuid: 3, hotkey: BOB },
    'Set',
    'Stake what your miners earn on Subnet 3 with Bob.',
    [
      'Subnet: Subnet 3',
      'Validator: Bob',
      'Concerns: What your own hotkeys earn by mining from now on; nothing that is staked already',
    ],
  ],
  [
    'set-identity',
    { ...NOBODY, name: text('Bob\u202e'), url: text('bob.example') },
    'Publish',
    'Publish this identity for this account: Bob\\u{202e}.',
    [
      'Name: Bob\\u{202e}',
      'Website: bob.example',
      'Code: Nothing',
      'Picture: Nothing',
      'Discord: Nothing',
      'Description: Nothing',
      'More: Nothing',
    ],
  ],
  [
    'set-identity',
    NOBODY,
    'Publish',
    'Publish an identity without a name for this account.',
    [
      'Name: Nothing',
      'Website: Nothing',
      'Code: Nothing',
      'Picture: Nothing',
      'Discord: Nothing',
      'Description: Nothing',
      'More: Nothing',
    ],
  ],
  [
    'set-take',
    { hotkey: BOB, take: 11_796, way: 'up' },
    'Set',
    'Raise what Bob keeps of its stakers’ dividends to 18%.',
    ['Hotkey: Bob', 'Take: 18% (11796 of 65,535)'],
  ],
  [
    'set-take',
    { hotkey: BOB, take: 0, way: 'down' },
    'Set',
    'Lower what Bob keeps of its stakers’ dividends to 0%.',
    ['Hotkey: Bob', 'Take: 0% (0 of 65,535)'],
  ],
  [
    'set-childkey-take',
    { hotkey: BOB, netuid: 3, take: 6554 },
    'Set',
    'Let Bob keep 10% of what stake weight lent to it earns on Subnet 3.',
    ['Hotkey: Bob', 'Subnet: Subnet 3', 'Take: 10% (6554 of 65,535)'],
  ],
  ['root-register', { hotkey: BOB }, 'Register', 'Take a seat on Root for Bob.', ['Hotkey: Bob']],
  [
    'register-network',
    { hotkey: BOB },
    'Found',
    'Found a new subnet, owned through Bob.',
    ['Owner’s hotkey: Bob', 'Costs: Whatever founding a subnet costs when it runs: this call has no limit'],
  ],
  ['start-call', { netuid: 3 }, 'Start', 'Open trading on Subnet 3.', ['Subnet: Subnet 3']],
]
