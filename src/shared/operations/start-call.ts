/** Opens trading on a subnet one owns. Explained, not offered. */
import { type Of, object } from '../codec.ts'
import { Netuid } from '../domain/units.ts'
import { defineOperation } from './define.ts'

const Params = object({ netuid: Netuid })
type Params = Of<typeof Params>

export const startCall = defineOperation({
  id: 'start-call',
  params: Params,
  calls: { 'SubtensorModule.start_call': Params },
  build: (params) => ({ name: 'SubtensorModule.start_call', args: params }),
  parse: ({ args }): Params => args,
  asks: () => ({}),
  describe: ({ netuid }) => ({
    verb: 'Start',
    sentence: ['Open trading on ', { netuid }, '.'],
    rows: [{ label: 'Subnet', value: [{ netuid }] }],
  }),
  warns: () => [],
  risks: () => [],
})
