/** TAO put into a crowdloan, and taken back. */
import { rao, TAO } from '#shared/domain/units.ts'
import { crowdloanContribute } from '#shared/operations/crowdloan-contribute.ts'
import { crowdloanWithdraw } from '#shared/operations/crowdloan-withdraw.ts'
import type { CrowdloanState } from '#shared/operations/fact-shapes.ts'
import { tableOf } from '../build/told.ts'
import { ALICE, BOB } from '../build/words.ts'
import { insufficientTold, PURSE, purseTold } from './purse.ts'

const LOAN: CrowdloanState = {
  creator: BOB,
  deposit: rao(10n * TAO),
  least: rao(TAO / 10n),
  cap: rao(100n * TAO),
  raised: rao(40n * TAO),
  end: 7_300,
  finalized: false,
  contributors: 3,
  seats: 10,
  most: rao(5n * TAO),
}
const loan = (more: Partial<CrowdloanState>) => ({ loan: { ...LOAN, ...more } })
const NO_LOAN = {
  id: 'no-loan',
  weight: 'blocks',
  says: 'There is no such crowdloan.',
  where: { facts: { loan: undefined } },
  not: { facts: { loan: LOAN } },
} as const

export const crowdloanContributeTable = tableOf(crowdloanContribute, {
  params: { crowdloan: 7, amount: rao(TAO) },
  facts: { ...PURSE, loan: LOAN, given: rao(0n), best: 100 },
  told: [
    ...purseTold,
    insufficientTold((amount) => ({ params: { amount } })),
    NO_LOAN,
    {
      id: 'crowdloan',
      weight: 'caution',
      says: 'Once the crowdloan is finalized, its creator’s call decides what becomes of the TAO. Until then you can withdraw it.',
      where: {},
      not: 'always',
    },
    {
      id: 'finalized',
      weight: 'blocks',
      says: 'This crowdloan is finalized already.',
      where: { facts: loan({ finalized: true }) },
      not: { facts: loan({ finalized: false }) },
    },
    {
      id: 'ended',
      weight: 'blocks',
      says: 'This crowdloan takes nothing any more.',
      where: { facts: { best: 7_300 } },
      not: { facts: { best: 7_299 } },
    },
    {
      id: 'full',
      weight: 'blocks',
      says: 'This crowdloan has all it wants.',
      where: { facts: loan({ raised: rao(100n * TAO) }) },
      not: { facts: loan({ raised: rao(100n * TAO - 1n) }) },
    },
    {
      id: 'below-minimum',
      weight: 'blocks',
      says: 'Too little: at least τ0.1.',
      where: { params: { amount: rao(99_999_999n) } },
      not: { params: { amount: rao(100_000_000n) } },
    },
    {
      id: 'enough',
      weight: 'blocks',
      says: 'This account has given all that one account may.',
      where: { facts: { given: rao(5n * TAO) } },
      not: { facts: { given: rao(5n * TAO - 1n) } },
    },
    {
      id: 'no-seat',
      weight: 'blocks',
      says: 'This crowdloan has as many contributors as it may.',
      where: { facts: loan({ contributors: 10 }) },
      not: { facts: loan({ contributors: 9 }) },
    },
    {
      id: 'no-seat',
      weight: 'blocks',
      says: 'This crowdloan has as many contributors as it may.',
      where: { facts: loan({ contributors: 10 }) },
      not: { facts: { ...loan({ contributors: 10 }), given: rao(1n) } },
    },
    {
      id: 'cut',
      weight: 'note',
      says: 'Only τ5 of it will be taken: more does not fit.',
      where: { params: { amount: rao(5n * TAO + 1n) } },
      not: { params: { amount: rao(5n * TAO) } },
    },
    {
      id: 'cut',
      weight: 'note',
      says: 'Only τ0.5 of it will be taken: more does not fit.',
      where: { facts: loan({ raised: rao(99_500_000_000n), most: undefined }) },
      not: { facts: loan({ raised: rao(99n * TAO), most: undefined }) },
    },
    {
      id: 'ends',
      weight: 'note',
      says: 'By Bob, with τ40 of τ100 raised; open for about 24 hours more.',
      where: {},
      not: { facts: { best: 7_300 } },
    },
  ],
})

export const crowdloanWithdrawTable = tableOf(crowdloanWithdraw, {
  params: { crowdloan: 7 },
  facts: { ...PURSE, loan: LOAN, given: rao(TAO) },
  told: [
    ...purseTold,
    NO_LOAN,
    {
      id: 'finalized',
      weight: 'blocks',
      says: 'It is finalized: what was given cannot be taken back.',
      where: { facts: loan({ finalized: true }) },
      not: { facts: loan({ finalized: false }) },
    },
    {
      id: 'nothing-given',
      weight: 'blocks',
      says: 'This account has put nothing into it.',
      where: { facts: { given: rao(0n) } },
      not: { facts: { given: rao(1n) } },
    },
    {
      id: 'nothing-given',
      weight: 'blocks',
      says: 'Its creator’s deposit stays in it.',
      where: { facts: { ...loan({ creator: ALICE }), given: rao(10n * TAO) } },
      not: { facts: { ...loan({ creator: ALICE }), given: rao(10n * TAO + 1n) } },
    },
    {
      id: 'back',
      weight: 'note',
      says: 'τ1 comes back.',
      where: {},
      not: { facts: { given: rao(0n) } },
    },
    {
      id: 'back',
      weight: 'note',
      says: 'τ2 comes back.',
      where: { facts: { ...loan({ creator: ALICE }), given: rao(12n * TAO) } },
      not: { facts: { ...loan({ creator: ALICE }), given: rao(10n * TAO) } },
    },
  ],
})
