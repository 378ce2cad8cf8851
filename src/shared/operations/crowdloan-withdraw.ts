/** Takes back what one put into a crowdloan. */
import { type Of, object } from '../codec.ts'
import type { Address } from '../domain/address.ts'
import type { Finding } from '../domain/description.ts'
import { less, type Rao, rao } from '../domain/units.ts'
import { U32 } from './arguments.ts'
import { defineOperation } from './define.ts'
import type { CrowdloanState } from './fact-shapes.ts'
import { feeFindings, purseOf } from './fee-rules.ts'
import { blocked, note } from './findings.ts'

const Params = object({ crowdloan: U32 })
type Params = Of<typeof Params>

export const crowdloanWithdraw = defineOperation({
  id: 'crowdloan-withdraw',
  params: Params,
  calls: { 'Crowdloan.withdraw': object({ crowdloan_id: U32 }) },
  build: ({ crowdloan }) => ({ name: 'Crowdloan.withdraw', args: { crowdloan_id: crowdloan } }),
  parse: ({ args }): Params => ({ crowdloan: args.crowdloan_id }),
  asks: ({ crowdloan }, signer) => ({
    ...purseOf(signer),
    loan: { fact: 'crowdloan', of: crowdloan },
    given: { fact: 'contribution', of: { crowdloan, who: signer } },
  }),
  describe: ({ crowdloan }) => ({
    verb: 'Withdraw',
    sentence: [`Take back all you put into crowdloan ${crowdloan}.`],
    rows: [{ label: 'Crowdloan', value: [`${crowdloan}`] }],
  }),
  warns: () => [],
  risks: (_params, facts, signer) => [...feeFindings(facts), ...withdrawalFindings(facts, signer)],
  form: {
    title: 'Take it back',
    fields: { crowdloan: { kind: 'crowdloan', label: 'Crowdloan', own: true } },
    draft: ({ crowdloan }): Params => ({ crowdloan }),
    finish: (draft) => draft,
    spends: () => rao(0n),
  },
})

/** NoContribution, AlreadyFinalized, DepositCannotBeWithdrawn (Crowdloan, spec 424). */
function withdrawalFindings(
  { loan, given }: { readonly loan: CrowdloanState | undefined; readonly given: Rao },
  signer: Address,
): readonly Finding[] {
  if (loan === undefined) return [blocked('no-loan', ['There is no such crowdloan.'], 'crowdloan')]
  if (loan.finalized)
    return [blocked('finalized', ['It is finalized: what was given cannot be taken back.'], 'crowdloan')]
  const back = loan.creator === signer ? less(given, loan.deposit) : given
  if (back === 0n)
    return [
      blocked(
        'nothing-given',
        [given === 0n ? 'This account has put nothing into it.' : 'Its creator’s deposit stays in it.'],
        'crowdloan',
      ),
    ]
  return [note('back', [{ rao: back }, ' comes back.'])]
}
