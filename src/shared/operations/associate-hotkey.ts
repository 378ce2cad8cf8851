/** Makes a new hotkey one's own, so that it can be staked to and registered. */
import { type Of, object } from '../codec.ts'
import { Address } from '../domain/address.ts'
import { ROOT, rao } from '../domain/units.ts'
import { defineOperation } from './define.ts'
import { feeFindings, purseOf } from './fee-rules.ts'
import { blocked, note } from './findings.ts'

const Params = object({ hotkey: Address })
type Params = Of<typeof Params>

export const associateHotkey = defineOperation({
  id: 'associate-hotkey',
  params: Params,
  calls: { 'SubtensorModule.try_associate_hotkey': Params },
  build: (params) => ({ name: 'SubtensorModule.try_associate_hotkey', args: params }),
  parse: ({ args }): Params => args,
  asks: ({ hotkey }, signer) => ({
    ...purseOf(signer),
    state: { fact: 'hotkey', of: { hotkey, netuid: ROOT } },
  }),
  describe: ({ hotkey }) => ({
    verb: 'Link',
    sentence: ['Make ', { address: hotkey }, ' a hotkey of this account.'],
    rows: [{ label: 'Hotkey', value: [{ address: hotkey }] }],
  }),
  warns: () => [
    note('silent', ['Where the chain knows the hotkey already nothing happens, and nothing is said of it.']),
  ],
  risks: ({ hotkey }, { state, ...purse }, signer) => [
    ...feeFindings(purse),
    ...(hotkey === signer
      ? [blocked('self', ['This is the account itself. A hotkey is another key.'], 'hotkey')]
      : state.owner === signer
        ? [blocked('same', ['It is a hotkey of this account already.'], 'hotkey')]
        : state.owner !== undefined
          ? [
              blocked(
                'other-owner',
                ['It belongs to another account, ', { address: state.owner }, '.'],
                'hotkey',
              ),
            ]
          : []),
  ],
  form: {
    title: 'Link a hotkey',
    about: 'A hotkey does the daily work of a miner or validator. Linked, it is this account’s for good.',
    fields: { hotkey: { kind: 'hotkey', label: 'Hotkey' } },
    draft: ({ hotkey }): Params => ({ hotkey }),
    finish: (draft) => draft,
    spends: () => rao(0n),
  },
})
