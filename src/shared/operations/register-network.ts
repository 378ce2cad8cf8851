/** Founds a subnet. Explained, not offered. */
import { type Of, object } from '../codec.ts'
import { Address } from '../domain/address.ts'
import { defineOperation } from './define.ts'
import { danger } from './findings.ts'

const Params = object({ hotkey: Address })
type Params = Of<typeof Params>

export const registerNetwork = defineOperation({
  id: 'register-network',
  params: Params,
  calls: { 'SubtensorModule.register_network': Params },
  build: (params) => ({ name: 'SubtensorModule.register_network', args: params }),
  parse: ({ args }): Params => args,
  asks: () => ({}),
  describe: ({ hotkey }) => ({
    verb: 'Found',
    sentence: ['Found a new subnet, owned through ', { address: hotkey }, '.'],
    rows: [
      { label: 'Owner’s hotkey', value: [{ address: hotkey }] },
      { label: 'Costs', value: ['Whatever founding a subnet costs when it runs: this call has no limit'] },
    ],
  }),
  warns: () => [
    danger('subnet-cost', [
      'Founding a subnet can cost hundreds or thousands of TAO, taken from this account at whatever the price is then.',
    ]),
  ],
  risks: () => [],
})
