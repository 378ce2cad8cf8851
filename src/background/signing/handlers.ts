/** `operations.*` of the popup contract. */
import type { Handlers } from '#shared/protocol/contract.ts'
import type { walletMethods } from '#shared/protocol/popup-contract.ts'
import { type ProposeDeps, propose } from './propose.ts'
import { quoteOf } from './quote.ts'

type Names = 'operations.quote' | 'operations.propose'

export function operationHandlers(deps: ProposeDeps): Handlers<Pick<typeof walletMethods, Names>> {
  return {
    'operations.quote': (draft) => quoteOf(draft, deps),
    'operations.propose': async (draft) => ({ approval: await propose(draft, deps) }),
  }
}
