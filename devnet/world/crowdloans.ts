// Two loans that are being raised when the chain begins: one with room, one nearly full.
import { slotsOf } from '../chain/slots.ts'
import type { AccountId, Context } from '../pallets/context.ts'
import { loanAccount } from '../pallets/crowdloan.ts'
import { mint } from '../pallets/money.ts'
import { Crowdloan } from '../runtime/declared/crowdloan.ts'
import { madeUp } from './chance.ts'
import { TAO } from './plant.ts'

const slots = slotsOf(Crowdloan)

/** Thirty days of blocks. */
const END = 216_000

interface LoanSeed {
  readonly deposit: bigint
  readonly least: bigint
  readonly cap: bigint
  readonly given: readonly bigint[]
}

const LOANS: readonly LoanSeed[] = [
  { deposit: 100n * TAO, least: TAO / 2n, cap: 5_000n * TAO, given: [400n * TAO, 35n * TAO, 12n * TAO] },
  { deposit: 10n * TAO, least: TAO / 10n, cap: 60n * TAO, given: [47n * TAO] },
]

export function plantCrowdloans(c: Context): void {
  for (const [id, seed] of LOANS.entries()) plant(c, id, seed)
  c.write(slots.NextCrowdloanId, [], LOANS.length)
}

function plant(c: Context, id: number, { deposit, least, cap, given }: LoanSeed): void {
  const creator = madeUp('loan creator', id)
  const contributions: [AccountId, bigint][] = [
    [creator, deposit],
    ...given.map((amount, i): [AccountId, bigint] => [madeUp('loan giver', id * 100 + i), amount]),
  ]
  const raised = contributions.reduce((sum, [, amount]) => sum + amount, 0n)
  for (const [who, amount] of contributions) c.write(slots.Contributions, [id, who], amount)
  mint(c, loanAccount(id), raised)
  c.write(slots.Crowdloans, [id], {
    ...{ creator, deposit, min_contribution: least, end: END, cap, funds_account: loanAccount(id), raised },
    ...{ target_address: creator, call: undefined, finalized: false },
    contributors_count: contributions.length,
  })
}
