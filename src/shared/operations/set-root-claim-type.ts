/** Says what becomes of root dividends, on runtimes before 441. Explained, not offered. */
import { either, list, literal, nothing, type Of, object, optional } from '../codec.ts'
import { Netuid } from '../domain/units.ts'
import { defineOperation } from './define.ts'

const Plain = object({ type: literal(['Swap', 'Keep']), value: optional(nothing) })
const Some = object({ type: literal('KeepSubnets'), value: object({ subnets: list(Netuid) }) })
const Params = object({ choice: either([Plain, Some]) })
type Params = Of<typeof Params>

export const setRootClaimType = defineOperation({
  id: 'set-root-claim-type',
  params: Params,
  calls: { 'SubtensorModule.set_root_claim_type': object({ new_root_claim_type: either([Plain, Some]) }) },
  build: ({ choice }) => ({
    name: 'SubtensorModule.set_root_claim_type',
    args: { new_root_claim_type: choice },
  }),
  parse: ({ args }): Params => ({ choice: args.new_root_claim_type }),
  asks: () => ({}),
  describe: ({ choice }) => ({
    verb: 'Set',
    sentence: [
      choice.type === 'Swap'
        ? 'Sell what root earns you for stake on root.'
        : choice.type === 'Keep'
          ? 'Keep what root earns you as alpha of its subnets.'
          : 'Keep what root earns you as alpha of some subnets, and sell the rest for stake on root.',
    ],
    rows:
      choice.type === 'KeepSubnets'
        ? [
            {
              label: 'Kept on',
              value: choice.value.subnets.flatMap((netuid, at) =>
                at === 0 ? [{ netuid }] : [', ', { netuid }],
              ),
            },
          ]
        : [],
  }),
  warns: () => [],
  risks: () => [],
})
