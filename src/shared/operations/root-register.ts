/** Takes a seat on root. Explained, not offered. */
import { type Of, object } from '../codec.ts'
import { Address } from '../domain/address.ts'
import { ROOT } from '../domain/units.ts'
import { defineOperation } from './define.ts'
import { caution } from './findings.ts'

const Params = object({ hotkey: Address })
type Params = Of<typeof Params>

export const rootRegister = defineOperation({
  id: 'root-register',
  params: Params,
  calls: { 'SubtensorModule.root_register': Params },
  build: (params) => ({ name: 'SubtensorModule.root_register', args: params }),
  parse: ({ args }): Params => args,
  asks: () => ({}),
  describe: ({ hotkey }) => ({
    verb: 'Register',
    sentence: ['Take a seat on ', { netuid: ROOT }, ' for ', { address: hotkey }, '.'],
    rows: [{ label: 'Hotkey', value: [{ address: hotkey }] }],
  }),
  warns: () => [
    caution('root-price', [
      'Newer runtimes burn TAO for a seat on root, at a price that rises with each; this call has no limit for it.',
    ]),
  ],
  risks: () => [],
})
