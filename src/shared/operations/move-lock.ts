/** Points a lock at another hotkey. */
import { type Of, object } from '../codec.ts'
import { Address } from '../domain/address.ts'
import { Netuid, rao } from '../domain/units.ts'
import { defineOperation } from './define.ts'
import { feeFindings, purseOf } from './fee-rules.ts'
import { blocked, caution } from './findings.ts'

const Params = object({ hotkey: Address, netuid: Netuid })
type Params = Of<typeof Params>

export const moveLock = defineOperation({
  id: 'move-lock',
  params: Params,
  calls: { 'SubtensorModule.move_lock': object({ destination_hotkey: Address, netuid: Netuid }) },
  build: ({ hotkey, netuid }) => ({
    name: 'SubtensorModule.move_lock',
    args: { destination_hotkey: hotkey, netuid },
  }),
  parse: ({ args }): Params => ({ hotkey: args.destination_hotkey, netuid: args.netuid }),
  asks: ({ hotkey, netuid }, signer) => ({
    ...purseOf(signer),
    lock: { fact: 'lock', of: { coldkey: signer, netuid } },
    validator: { fact: 'hotkey', of: { hotkey, netuid } },
  }),
  describe: ({ hotkey, netuid }) => ({
    verb: 'Move lock',
    sentence: ['Move your lock on ', { netuid }, ' to ', { address: hotkey }, '.'],
    rows: [
      { label: 'Subnet', value: [{ netuid }] },
      { label: 'For hotkey', value: [{ address: hotkey }] },
    ],
  }),
  warns: () => [
    caution('conviction', [
      'The lock’s conviction begins again at nothing, unless both hotkeys belong to one owner. What is locked stays locked.',
    ]),
  ],
  risks: ({ hotkey, netuid }, { lock, validator, ...purse }) => [
    ...feeFindings(purse),
    ...(lock === undefined
      ? [blocked('no-lock', ['This account has no lock on ', { netuid }, '.'], 'subnet')]
      : lock.hotkey === hotkey
        ? [blocked('same', ['The lock is for this hotkey already.'], 'validator')]
        : []),
    ...(validator.owner === undefined
      ? [blocked('no-validator', ['The chain does not know this hotkey.'], 'validator')]
      : []),
  ],
  form: {
    title: 'Move a lock',
    about: 'What is locked on a subnet is for another hotkey from then on, and stays locked.',
    fields: {
      subnet: { kind: 'subnet', label: 'Subnet', root: false },
      validator: { kind: 'validator', label: 'For validator', of: 'subnet' },
    },
    draft: ({ subnet, validator }): Params => ({ netuid: subnet, hotkey: validator }),
    finish: (draft) => draft,
    spends: () => rao(0n),
  },
})
