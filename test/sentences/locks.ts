/** Alpha that is locked, and whether it stays so. */
import { TAO } from '#shared/domain/units.ts'
import { BOB } from '../build/words.ts'
import type { Told } from './told.ts'

export const locks: readonly Told[] = [
  [
    'lock-stake',
    { hotkey: BOB, netuid: 3, amount: TAO },
    'Lock',
    'Lock 1 α of subnet 3 for Bob.',
    ['For hotkey: Bob', 'Subnet: Subnet 3', 'Amount: 1 α of subnet 3'],
  ],
  [
    'move-lock',
    { hotkey: BOB, netuid: 3 },
    'Move lock',
    'Move your lock on Subnet 3 to Bob.',
    ['Subnet: Subnet 3', 'For hotkey: Bob'],
  ],
  [
    'set-perpetual-lock',
    { netuid: 3, enabled: true },
    'Keep locked',
    'Keep your lock on Subnet 3 as it is, for good.',
    ['Subnet: Subnet 3', 'Perpetual: Yes'],
  ],
  [
    'set-perpetual-lock',
    { netuid: 3, enabled: false },
    'Let go',
    'Let your lock on Subnet 3 come free slowly.',
    ['Subnet: Subnet 3', 'Perpetual: No'],
  ],
  [
    'set-reject-locked-alpha',
    { enabled: true },
    'Refuse',
    'Refuse locked stake that others send you.',
    ['Locked stake from others: Refused'],
  ],
  [
    'set-reject-locked-alpha',
    { enabled: false },
    'Accept',
    'Accept locked stake that others send you.',
    ['Locked stake from others: Accepted'],
  ],
  [
    'set-min-collateral',
    { netuid: 3, hotkey: BOB, least: TAO },
    'Set',
    'Keep at least 1 α of subnet 3 locked behind Bob.',
    ['Hotkey: Bob', 'Subnet: Subnet 3', 'At least: 1 α of subnet 3'],
  ],
]
