/** Puts TAO into a crowdloan. */
import { type Of, object } from '../codec.ts'
import { printTime } from '../domain/blocks.ts'
import type { Finding } from '../domain/description.ts'
import { less, lesser, Rao, rao } from '../domain/units.ts'
import { U32 } from './arguments.ts'
import { defineOperation } from './define.ts'
import type { CrowdloanState } from './fact-shapes.ts'
import { mostToSpend, purseOf, spendFindings } from './fee-rules.ts'
import { blocked, caution, note } from './findings.ts'

const Params = object({ crowdloan: U32, amount: Rao })
type Params = Of<typeof Params>

export const crowdloanContribute = defineOperation({
  id: 'crowdloan-contribute',
  params: Params,
  calls: { 'Crowdloan.contribute': object({ crowdloan_id: U32, amount: Rao }) },
  build: ({ crowdloan, amount }) => ({
    name: 'Crowdloan.contribute',
    args: { crowdloan_id: crowdloan, amount },
  }),
  parse: ({ args }): Params => ({ crowdloan: args.crowdloan_id, amount: args.amount }),
  asks: ({ crowdloan }, signer) => ({
    ...purseOf(signer),
    loan: { fact: 'crowdloan', of: crowdloan },
    given: { fact: 'contribution', of: { crowdloan, who: signer } },
    best: { fact: 'best', of: undefined },
  }),
  describe: ({ crowdloan, amount }) => ({
    verb: 'Contribute',
    sentence: ['Put ', { rao: amount }, ` into crowdloan ${crowdloan}.`],
    rows: [
      { label: 'Crowdloan', value: [`${crowdloan}`] },
      { label: 'Amount', value: [{ rao: amount }, ' at most: what is too much for its cap is not taken'] },
    ],
  }),
  warns: () => [
    caution('crowdloan', [
      'Once the crowdloan is finalized, its creator’s call decides what becomes of the TAO. Until then you can withdraw it.',
    ]),
  ],
  risks: ({ amount }, facts) => [
    ...spendFindings(amount, facts, 'amount'),
    ...contributionFindings(amount, facts),
  ],
  form: {
    title: 'Contribute',
    fields: {
      crowdloan: { kind: 'crowdloan', label: 'Crowdloan' },
      amount: { kind: 'amount', label: 'Amount' },
    },
    draft: ({ crowdloan, amount }): Params => ({
      crowdloan,
      amount: amount === 'max' ? rao(0n) : amount.exactly,
    }),
    finish: (draft, { amount }, facts): Params => ({
      ...draft,
      amount: amount === 'max' ? most(facts) : draft.amount,
    }),
    spends: ({ amount }) => amount,
    most: (_params, facts) => most(facts),
  },
})

interface Known {
  readonly loan: CrowdloanState | undefined
  readonly given: Rao
  readonly best: number
}

/** What is left to its cap, and to what one account may give. */
function room({ loan, given }: Known): Rao {
  if (loan === undefined) return rao(0n)
  const left = less(loan.cap, loan.raised)
  return loan.most === undefined ? left : lesser(left, less(loan.most, given))
}

function most(facts: Known & Parameters<typeof mostToSpend>[0]): Rao {
  return lesser(mostToSpend(facts), room(facts))
}

/** The order of the pallet's own checks (Crowdloan.contribute, spec 424). */
function contributionFindings(amount: Rao, known: Known): readonly Finding[] {
  const { loan, given, best } = known
  if (loan === undefined) return [blocked('no-loan', ['There is no such crowdloan.'], 'crowdloan')]
  if (loan.finalized) return [blocked('finalized', ['This crowdloan is finalized already.'], 'crowdloan')]
  if (best >= loan.end) return [blocked('ended', ['This crowdloan takes nothing any more.'], 'crowdloan')]
  if (loan.raised >= loan.cap) return [blocked('full', ['This crowdloan has all it wants.'], 'crowdloan')]
  if (amount < loan.least)
    return [blocked('below-minimum', ['Too little: at least ', { rao: loan.least }, '.'], 'amount')]
  if (room(known) === 0n)
    return [blocked('enough', ['This account has given all that one account may.'], 'crowdloan')]
  if (loan.contributors >= loan.seats && given === 0n)
    return [blocked('no-seat', ['This crowdloan has as many contributors as it may.'], 'crowdloan')]
  return [
    ...(amount > room(known)
      ? [note('cut', ['Only ', { rao: room(known) }, ' of it will be taken: more does not fit.'], 'amount')]
      : []),
    note('ends', [
      'By ',
      { address: loan.creator },
      ', with ',
      { rao: loan.raised },
      ' of ',
      { rao: loan.cap },
      ` raised; open for about ${printTime(loan.end - best)} more.`,
    ]),
  ]
}
