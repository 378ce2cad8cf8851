/** Says whether a lock stays as it is, or comes free slowly. */
import { boolean, type Of, object } from '../codec.ts'
import { Netuid, rao } from '../domain/units.ts'
import { defineOperation } from './define.ts'
import { feeFindings, purseOf } from './fee-rules.ts'
import { caution, note } from './findings.ts'

const Params = object({ netuid: Netuid, enabled: boolean })
type Params = Of<typeof Params>

export const setPerpetualLock = defineOperation({
  id: 'set-perpetual-lock',
  params: Params,
  calls: { 'SubtensorModule.set_perpetual_lock': Params },
  build: (params) => ({ name: 'SubtensorModule.set_perpetual_lock', args: params }),
  parse: ({ args }): Params => args,
  asks: ({ netuid }, signer) => ({
    ...purseOf(signer),
    lock: { fact: 'lock', of: { coldkey: signer, netuid } },
  }),
  describe: ({ netuid, enabled }) => ({
    verb: enabled ? 'Keep locked' : 'Let go',
    sentence: enabled
      ? ['Keep your lock on ', { netuid }, ' as it is, for good.']
      : ['Let your lock on ', { netuid }, ' come free slowly.'],
    rows: [
      { label: 'Subnet', value: [{ netuid }] },
      { label: 'Perpetual', value: [enabled ? 'Yes' : 'No'] },
    ],
  }),
  warns: ({ enabled }) =>
    enabled
      ? [caution('locks', ['Nothing of what is locked there comes free until you turn this off again.'])]
      : [],
  risks: ({ netuid, enabled }, { lock, ...purse }) => [
    ...feeFindings(purse),
    ...(lock === undefined
      ? [
          note('no-lock', [
            'This account has no lock on ',
            { netuid },
            ' now; it counts for one that is made later.',
          ]),
        ]
      : lock.perpetual === enabled
        ? [note('same', ['It is so already: only the fee would be paid.'])]
        : []),
  ],
  form: {
    title: 'Perpetual lock',
    about: 'A lock comes free slowly by itself, unless it is perpetual.',
    fields: {
      subnet: { kind: 'subnet', label: 'Subnet', root: false },
      enabled: {
        kind: 'toggle',
        label: 'Keep it locked for good',
        hint: 'Off, half of a lock comes free in about three months.',
      },
    },
    draft: ({ subnet, enabled }): Params => ({ netuid: subnet, enabled }),
    finish: (draft) => draft,
    spends: () => rao(0n),
  },
})
