/** Collects what stake on root has earned in the subnets. */
import { list, type Of, object } from '../codec.ts'
import type { Finding } from '../domain/description.ts'
import { Netuid, type Rao, rao } from '../domain/units.ts'
import { defineOperation } from './define.ts'
import type { RootDividends } from './fact-shapes.ts'
import { feeFindings, purseOf } from './fee-rules.ts'
import { blocked, caution, note } from './findings.ts'

const Params = object({ subnets: list(Netuid) })
type Params = Of<typeof Params>

/** InvalidSubnetNumber for none and for more than this (SubtensorModule, spec 424). */
const MOST_SUBNETS = 5

export const claimRoot = defineOperation({
  id: 'claim-root',
  params: Params,
  calls: { 'SubtensorModule.claim_root': object({ subnets: list(Netuid) }) },
  build: ({ subnets }) => ({ name: 'SubtensorModule.claim_root', args: { subnets } }),
  parse: ({ args }): Params => ({ subnets: args.subnets }),
  asks: (_params, signer) => ({
    ...purseOf(signer),
    dividends: { fact: 'rootDividends', of: signer },
  }),
  describe: ({ subnets }) => ({
    verb: 'Claim',
    sentence: ['Claim what your stake on root has earned.'],
    rows: [
      {
        label: 'Earned on',
        value:
          subnets.length === 0
            ? ['No subnet is named']
            : subnets.flatMap((netuid, at) => (at === 0 ? [{ netuid }] : [', ', { netuid }])),
      },
      {
        label: 'Where it goes',
        value: [
          'To stake with the same validators: on root, or kept as alpha where you chose so. Newer runtimes claim everything, whatever subnets are named',
        ],
      },
    ],
  }),
  warns: () => [],
  risks: ({ subnets }, facts) => [
    ...feeFindings(facts),
    ...claimFindings(subnets, facts.dividends, facts.fee),
  ],
  form: {
    title: 'Claim root dividends',
    about: 'What root has earned you lies ready until it is claimed; nothing of it is lost by waiting.',
    fields: {
      subnets: {
        kind: 'subnets',
        label: 'Subnets',
        hint: 'Left empty: the five that owe you most.',
        root: false,
        most: MOST_SUBNETS,
      },
    },
    draft: ({ subnets }): Params => ({ subnets: inOrder(subnets) }),
    finish: (draft, _values, { dividends }): Params =>
      draft.subnets.length > 0 || dividends.kind === 'baskets'
        ? draft
        : { subnets: inOrder(mostOwed(dividends)) },
    spends: () => rao(0n),
  },
})

/** A BTreeSet is written in its order, each once. */
function inOrder(subnets: readonly Netuid[]): readonly Netuid[] {
  return [...new Set(subnets)].toSorted((a, b) => a - b)
}

function mostOwed({ owed }: Extract<RootDividends, { kind: 'subnets' }>): readonly Netuid[] {
  return owed
    .toSorted((a, b) => (a.worth > b.worth ? -1 : 1))
    .slice(0, MOST_SUBNETS)
    .map(({ netuid }) => netuid)
}

function claimFindings(subnets: readonly Netuid[], dividends: RootDividends, fee: Rao): readonly Finding[] {
  if (dividends.kind === 'baskets')
    return [
      note('claims-all', ['This runtime claims from every validator of yours, whatever subnets are named.']),
      ...worthFindings(dividends.owed, fee),
    ]
  if (subnets.length > MOST_SUBNETS)
    return [
      blocked('too-many-subnets', [`At most ${MOST_SUBNETS} subnets can be claimed at once.`], 'subnets'),
    ]
  const claimed = dividends.owed.filter(({ netuid }) => subnets.includes(netuid))
  if (subnets.length === 0)
    return [blocked('nothing-owed', ['Root owes this account nothing that can be claimed now.'])]
  return worthFindings(rao(claimed.reduce((sum, { worth }) => sum + worth, 0n)), fee)
}

/** Too little is skipped silently, and the fee is paid all the same (RootClaimableThreshold, spec 424). */
export function worthFindings(owed: Rao, fee: Rao): readonly Finding[] {
  if (owed === 0n)
    return [caution('nothing-owed', ['There is nothing to claim now. The fee would be paid for nothing.'])]
  return [
    note('owed', ['About ', { rao: owed }, ' is there to be claimed.']),
    ...(owed < fee
      ? [caution('fee-above-claim', ['The network fee of up to ', { rao: fee }, ' is more than that.'])]
      : []),
  ]
}
