/** Turns one's share of one validator's basket into stake on root with it. */
import { type Of, object } from '../codec.ts'
import { Address } from '../domain/address.ts'
import { rao } from '../domain/units.ts'
import { worthFindings } from './claim-root.ts'
import { defineOperation } from './define.ts'
import { feeFindings, purseOf } from './fee-rules.ts'

const Params = object({ hotkey: Address })
type Params = Of<typeof Params>

export const claimRootWithHotkey = defineOperation({
  id: 'claim-root-with-hotkey',
  params: Params,
  calls: { 'SubtensorModule.claim_root_with_hotkey': object({ hotkey: Address }) },
  since: 441,
  build: ({ hotkey }) => ({ name: 'SubtensorModule.claim_root_with_hotkey', args: { hotkey } }),
  parse: ({ args }): Params => ({ hotkey: args.hotkey }),
  asks: ({ hotkey }, signer) => ({
    ...purseOf(signer),
    owed: { fact: 'basketPayout', of: { coldkey: signer, hotkey } },
  }),
  describe: ({ hotkey }) => ({
    verb: 'Claim',
    sentence: ['Claim what root has earned you with ', { address: hotkey }, ', and stake it on root there.'],
    rows: [
      { label: 'Validator', value: [{ address: hotkey }] },
      {
        label: 'How',
        value: ['Your part of everything the validator’s basket holds is sold, without a price limit'],
      },
    ],
  }),
  warns: () => [],
  risks: (_params, facts) => [...feeFindings(facts), ...worthFindings(facts.owed, facts.fee)],
  form: {
    title: 'Claim from a validator',
    about: 'Sells your part of the validator’s basket and stakes the TAO on root with the same validator.',
    fields: { validator: { kind: 'validator', label: 'Validator' } },
    draft: ({ validator }): Params => ({ hotkey: validator }),
    finish: (draft) => draft,
    spends: () => rao(0n),
  },
})
