import { BOB } from '../build/words.ts'
import { HASH, type Told } from './told.ts'

export const coldkeySwap: readonly Told[] = [
  [
    'announce-coldkey-swap',
    { hash: HASH },
    'Announce',
    'Announce that another key takes over everything this account holds.',
    [
      `Fingerprint of the new key: ${HASH}`,
      'Until it is carried out: This account can send nothing but the swap itself, a dispute, and, later, a new announcement or its withdrawal',
    ],
  ],
  [
    'swap-coldkey',
    { to: BOB },
    'Hand over',
    'Hand everything this account holds over to Bob.',
    [
      'New account: Bob',
      'What goes: All TAO that is not reserved, all stake with its locks, hotkeys, subnets, identity and settings',
      'What stays: What is reserved for proxies, announcements and multisigs',
    ],
  ],
  [
    'dispute-coldkey-swap',
    {},
    'Freeze',
    'Dispute the announced swap of this account, and freeze the account.',
    ['Frozen until: The chain’s root key resets it: nobody can send anything until then'],
  ],
  [
    'clear-coldkey-swap',
    {},
    'Withdraw',
    'Withdraw the announced swap of this account.',
    ['Afterwards: The account can send anything again; what announcing cost is gone'],
  ],
]
