// What tests of crowdloans begin with: the calls, the terms of a loan of Alice's, which gets number 2, and its errors.
import { slotsOf } from '../chain/slots.ts'
import { Crowdloan } from '../runtime/declared/crowdloan.ts'
import { alice, call, errorNamed, TAO, type TestNode } from '../testkit.ts'
import { meddle } from './subtensor/staking-kit.ts'

export const slots = slotsOf(Crowdloan)
export const give = (amount: bigint, crowdloan_id = 0) =>
  call('Crowdloan', 'contribute', { crowdloan_id, amount })
export const withdraw = (crowdloan_id = 0) => call('Crowdloan', 'withdraw', { crowdloan_id })
const terms = {
  ...{ deposit: 10n * TAO, min_contribution: TAO / 10n, cap: 100n * TAO, end: 60_000 },
  ...{ call: undefined, target_address: alice.account },
}
export const create = (more: object = {}) => call('Crowdloan', 'create', { ...terms, ...more })
type Wanted = Parameters<typeof errorNamed<typeof Crowdloan>>[1]
export const error = (name: Wanted) => errorNamed(Crowdloan, name)
export const change = (test: TestNode, id: number, more: object) =>
  meddle(test, (c) => {
    const loan = c.read(slots.Crowdloans, id)
    if (loan) c.write(slots.Crowdloans, [id], { ...loan, ...more })
  })
