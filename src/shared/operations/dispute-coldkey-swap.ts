/** The emergency brake: freezes an account whose swap somebody else announced. */
import { object } from '../codec.ts'
import { rao } from '../domain/units.ts'
import { defineOperation } from './define.ts'
import { feeFindings, freePurseOf } from './fee-rules.ts'
import { blocked, grave } from './findings.ts'

const Params = object({})

export const disputeColdkeySwap = defineOperation({
  id: 'dispute-coldkey-swap',
  params: Params,
  calls: { 'SubtensorModule.dispute_coldkey_swap': Params },
  build: () => ({ name: 'SubtensorModule.dispute_coldkey_swap', args: {} }),
  parse: () => ({}),
  asks: (_params, signer) => ({
    ...freePurseOf(signer),
    announced: { fact: 'coldkeySwap', of: signer },
  }),
  describe: () => ({
    verb: 'Freeze',
    sentence: ['Dispute the announced swap of this account, and freeze the account.'],
    rows: [
      {
        label: 'Frozen until',
        value: ['The chain’s root key resets it: nobody can send anything until then'],
      },
    ],
  }),
  warns: () => [
    grave('freezes', 'FREEZE', [
      'Nothing leaves this account any more, by you or by anybody else, until those who run the chain decide. For a key that was stolen; for nothing else.',
    ]),
  ],
  risks: (_params, { announced, ...purse }) => [
    ...feeFindings(purse),
    ...(announced === undefined
      ? [blocked('not-announced', ['No swap of this account is announced: there is nothing to dispute.'])]
      : announced.disputed
        ? [blocked('disputed', ['It is disputed already.'])]
        : []),
  ],
  form: {
    title: 'Dispute a swap',
    about:
      'Somebody else who has this account’s key may have announced a swap you did not. A dispute stops it.',
    fields: {},
    draft: () => ({}),
    finish: (draft) => draft,
    spends: () => rao(0n),
  },
})
