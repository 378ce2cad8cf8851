/** Says with which validator the mining rewards of an account on a subnet are staked. */
import { type Of, object } from '../codec.ts'
import { Address } from '../domain/address.ts'
import { Netuid, rao } from '../domain/units.ts'
import { defineOperation } from './define.ts'
import { feeFindings, purseOf } from './fee-rules.ts'
import { blocked } from './findings.ts'
import { subnetFindings } from './subnet-rules.ts'

const Params = object({ netuid: Netuid, hotkey: Address })
type Params = Of<typeof Params>

export const setAutoStake = defineOperation({
  id: 'set-auto-stake',
  params: Params,
  calls: {
    'SubtensorModule.set_coldkey_auto_stake_hotkey': object({ netuid: Netuid, hotkey: Address }),
  },
  build: (params) => ({ name: 'SubtensorModule.set_coldkey_auto_stake_hotkey', args: params }),
  parse: ({ args }): Params => args,
  asks: ({ netuid, hotkey }, signer) => ({
    ...purseOf(signer),
    subnet: { fact: 'subnet', of: netuid },
    validator: { fact: 'hotkey', of: { hotkey, netuid } },
    now: { fact: 'autoStake', of: { coldkey: signer, netuid } },
  }),
  describe: ({ netuid, hotkey }) => ({
    verb: 'Set',
    sentence: ['Stake what your miners earn on ', { netuid }, ' with ', { address: hotkey }, '.'],
    rows: [
      { label: 'Subnet', value: [{ netuid }] },
      { label: 'Validator', value: [{ address: hotkey }] },
      {
        label: 'Concerns',
        value: ['What your own hotkeys earn by mining from now on; nothing that is staked already'],
      },
    ],
  }),
  warns: () => [],
  risks: ({ netuid, hotkey }, facts) => [
    ...feeFindings(facts),
    ...(facts.subnet === undefined ? subnetFindings(facts.subnet, netuid, 'subnet') : []),
    ...(facts.validator.registered
      ? []
      : [blocked('no-seat', ['This validator has no seat on ', { netuid }, '.'], 'validator')]),
    ...(facts.now === hotkey ? [blocked('same', ['It is set to this validator already.'], 'validator')] : []),
  ],
  form: {
    title: 'Mining rewards',
    about: 'Rewards of your own miners on a subnet are staked with the validator you name here.',
    fields: {
      subnet: { kind: 'subnet', label: 'Subnet', root: false },
      validator: { kind: 'validator', label: 'Validator', of: 'subnet' },
    },
    draft: ({ subnet, validator }): Params => ({ netuid: subnet, hotkey: validator }),
    finish: (draft) => draft,
    spends: () => rao(0n),
  },
})
