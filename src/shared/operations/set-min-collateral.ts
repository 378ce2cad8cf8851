/** Sets how much collateral stays locked behind a miner at least. Explained, not offered. */
import { type Of, object } from '../codec.ts'
import { Address } from '../domain/address.ts'
import { stakeIn } from '../domain/price.ts'
import { AlphaRao, Netuid } from '../domain/units.ts'
import { defineOperation } from './define.ts'
import { caution } from './findings.ts'
import { stakeSpans } from './way.ts'

const Params = object({ netuid: Netuid, hotkey: Address, least: AlphaRao })
type Params = Of<typeof Params>

export const setMinCollateral = defineOperation({
  id: 'set-min-collateral',
  params: Params,
  calls: {
    'SubtensorModule.set_min_collateral': object({ netuid: Netuid, hotkey: Address, min_locked: AlphaRao }),
  },
  since: 437,
  build: ({ least, ...args }) => ({
    name: 'SubtensorModule.set_min_collateral',
    args: { ...args, min_locked: least },
  }),
  parse: ({ args: { min_locked: least, ...args } }): Params => ({ ...args, least }),
  asks: () => ({}),
  describe: ({ netuid, hotkey, least }) => ({
    verb: 'Set',
    sentence: ['Keep at least ', ...stakeSpans(netuid, least), ' locked behind ', { address: hotkey }, '.'],
    rows: [
      { label: 'Hotkey', value: [{ address: hotkey }] },
      { label: 'Subnet', value: [{ netuid }] },
      { label: 'At least', value: [stakeIn(netuid, least)] },
    ],
  }),
  warns: () => [
    caution('collateral', ['Collateral up to this does not come free, whatever the miner earns.']),
  ],
  risks: () => [],
})
