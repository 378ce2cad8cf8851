/** `operations.*` and `plans.*` of the popup contract. */
import type { Handlers } from '#shared/protocol/contract.ts'
import type { walletMethods } from '#shared/protocol/popup-contract.ts'
import { quotePlan } from './plan.ts'
import { type ProposeDeps, propose, proposePlan } from './propose.ts'
import { quoteOf } from './quote.ts'

export type OperationNames = 'operations.quote' | 'operations.propose' | 'plans.quote' | 'plans.propose'

export function operationHandlers(deps: ProposeDeps): Handlers<Pick<typeof walletMethods, OperationNames>> {
  return {
    'operations.quote': (draft) => quoteOf(draft, deps),
    'operations.propose': async (draft) => ({ approval: await propose(draft, deps) }),
    'plans.quote': (plan) => quotePlan(plan, deps),
    'plans.propose': async (plan) => ({ approval: await proposePlan(plan, deps) }),
  }
}
