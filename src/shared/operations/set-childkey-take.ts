/** Changes how much a child hotkey keeps of what lent weight earns. Explained, not offered. */
import { type Of, object } from '../codec.ts'
import { Address } from '../domain/address.ts'
import { Netuid } from '../domain/units.ts'
import { U16 } from './arguments.ts'
import { defineOperation } from './define.ts'
import { printTake } from './subnet-rules.ts'

const Params = object({ hotkey: Address, netuid: Netuid, take: U16 })
type Params = Of<typeof Params>

export const setChildkeyTake = defineOperation({
  id: 'set-childkey-take',
  params: Params,
  calls: { 'SubtensorModule.set_childkey_take': Params },
  build: (params) => ({ name: 'SubtensorModule.set_childkey_take', args: params }),
  parse: ({ args }): Params => args,
  asks: () => ({}),
  describe: ({ hotkey, netuid, take }) => ({
    verb: 'Set',
    sentence: [
      'Let ',
      { address: hotkey },
      ` keep ${printTake(take)} of what stake weight lent to it earns on `,
      { netuid },
      '.',
    ],
    rows: [
      { label: 'Hotkey', value: [{ address: hotkey }] },
      { label: 'Subnet', value: [{ netuid }] },
      { label: 'Take', value: [`${printTake(take)} (${take} of 65,535)`] },
    ],
  }),
  warns: () => [],
  risks: () => [],
})
