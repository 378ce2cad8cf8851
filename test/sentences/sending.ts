/** TAO that is sent, and what is sent sealed. */
import { TAO } from '#shared/domain/units.ts'
import { BOB } from '../build/words.ts'
import type { Told } from './told.ts'

export const sending: readonly Told[] = [
  [
    'transfer',
    { to: BOB, amount: { kind: 'exactly', rao: TAO }, keepAlive: true },
    'Send',
    'Send τ1 to Bob.',
    ['To: Bob', 'Amount: τ1', 'Keeps your account alive: Yes'],
  ],
  [
    'transfer',
    { to: BOB, amount: { kind: 'all' }, keepAlive: false },
    'Send',
    'Send all TAO of this account to Bob.',
    [
      'To: Bob',
      'Amount: Everything, as counted when it runs',
      'Keeps your account alive: No: it may be closed, and up to 0.0000005 TAO of dust lost',
    ],
  ],
  [
    'submit-encrypted',
    { ciphertext: Uint8Array.of(1, 2) },
    'Send sealed',
    'Send an encrypted transaction, which nobody reads before it is in a block.',
    ['Contents: 2 bytes that nobody here can read'],
  ],
]
