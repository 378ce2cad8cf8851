/** Says whether an account takes locked stake that others send it. */
import { boolean, type Of, object } from '../codec.ts'
import { rao } from '../domain/units.ts'
import { defineOperation } from './define.ts'
import { feeFindings, purseOf } from './fee-rules.ts'
import { caution, note } from './findings.ts'

const Params = object({ enabled: boolean })
type Params = Of<typeof Params>

export const setRejectLockedAlpha = defineOperation({
  id: 'set-reject-locked-alpha',
  params: Params,
  calls: { 'SubtensorModule.set_reject_locked_alpha': Params },
  build: (params) => ({ name: 'SubtensorModule.set_reject_locked_alpha', args: params }),
  parse: ({ args }): Params => args,
  asks: (_params, signer) => ({
    ...purseOf(signer),
    takes: { fact: 'takesLocked', of: signer },
  }),
  describe: ({ enabled }) => ({
    verb: enabled ? 'Refuse' : 'Accept',
    sentence: [
      enabled ? 'Refuse locked stake that others send you.' : 'Accept locked stake that others send you.',
    ],
    rows: [{ label: 'Locked stake from others', value: [enabled ? 'Refused' : 'Accepted'] }],
  }),
  warns: ({ enabled }) =>
    enabled
      ? []
      : [
          caution('takes-locked', [
            'Anybody can then send you stake that is locked. It cannot be unstaked, and a lock of your own on that subnet must be for the same hotkey.',
          ]),
        ],
  risks: ({ enabled }, { takes, ...purse }) => [
    ...feeFindings(purse),
    ...(takes !== enabled ? [note('same', ['It is so already: only the fee would be paid.'])] : []),
  ],
  form: {
    title: 'Locked stake from others',
    about: 'An account refuses locked stake unless it says otherwise.',
    fields: { accept: { kind: 'toggle', label: 'Accept locked stake from others' } },
    draft: ({ accept }): Params => ({ enabled: !accept }),
    finish: (draft) => draft,
    spends: () => rao(0n),
  },
})
