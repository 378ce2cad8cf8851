/** Gives stake to another account and puts it behind another validator. Explained, not offered. */
import { type Of, object } from '../codec.ts'
import { Address } from '../domain/address.ts'
import { defineOperation } from './define.ts'
import { danger } from './findings.ts'
import { recipientFindings } from './rules.ts'
import { Gift, giftIn, quantityRow, quantitySpans, subnetRows, WayArgs, wayArgs } from './way.ts'

const Params = object({ ...Gift, hotkey: Address, newHotkey: Address })
type Params = Of<typeof Params>

export const transferStakeAndHotkey = defineOperation({
  id: 'transfer-stake-and-hotkey',
  params: Params,
  calls: {
    'SubtensorModule.transfer_stake_and_hotkey': object({
      destination_coldkey: Address,
      origin_hotkey: Address,
      destination_hotkey: Address,
      ...WayArgs,
    }),
  },
  since: 448,
  build: ({ to, hotkey, newHotkey, from, into, quantity }) => ({
    name: 'SubtensorModule.transfer_stake_and_hotkey',
    args: {
      destination_coldkey: to,
      origin_hotkey: hotkey,
      destination_hotkey: newHotkey,
      ...wayArgs({ from, to: into, quantity }),
    },
  }),
  parse: ({ args }): Params => ({
    ...giftIn(args),
    hotkey: args.origin_hotkey,
    newHotkey: args.destination_hotkey,
  }),
  asks: ({ to }) => ({ who: { fact: 'acquaintance', of: to } }),
  describe: ({ to, hotkey, newHotkey, from, into, quantity }) => ({
    verb: 'Give away',
    sentence: [
      'Give ',
      ...quantitySpans(quantity, from),
      ' to ',
      { address: to },
      ', behind another validator',
      ...(from === into ? ['.'] : [' and on ', { netuid: into }, '.']),
    ],
    rows: [
      { label: 'To account', value: [{ address: to }] },
      { label: 'From validator', value: [{ address: hotkey }] },
      { label: 'To validator', value: [{ address: newHotkey }] },
      quantityRow(quantity, from),
      ...subnetRows({ from, to: into }),
    ],
  }),
  warns: () => [
    danger('gives-away', ['The stake is not yours afterwards, and only its new owner can give it back.']),
  ],
  risks: ({ to }, { who }, signer) => recipientFindings(to, signer, who),
})
