/** All that is quoted, proposed, reviewed and signed, put together. */
import type { Handlers } from '#shared/protocol/contract.ts'
import type { approveMethods, walletMethods } from '#shared/protocol/popup-contract.ts'
import { type ApprovalDeps, type ApprovalNames, approvalHandlers } from '../approvals/handlers.ts'
import type { Caller } from '../doors/caller.ts'
import { type OperationNames, operationHandlers } from './handlers.ts'
import { type Offers, readOffers } from './offers.ts'
import type { ProposeDeps } from './propose.ts'
import { createSigner, type SignerDeps } from './sign.ts'
import { createSiteSigner, type SiteSignerDeps } from './sign-site.ts'

type Deps = ProposeDeps & SignerDeps & SiteSignerDeps & Omit<ApprovalDeps, 'signer' | 'siteSigner'>

export interface Signing {
  readonly operations: Handlers<Pick<typeof walletMethods, OperationNames>>
  readonly approvals: Handlers<Pick<typeof approveMethods, ApprovalNames>, Caller>
  /** Which operations the live runtime has. */
  offers(): Promise<Offers>
  /** Finishes what an earlier worker had begun to sign. */
  resume(): Promise<void>
}

export function createSigning(deps: Deps): Signing {
  const signer = createSigner(deps)
  return {
    operations: operationHandlers(deps),
    approvals: approvalHandlers({ ...deps, signer, siteSigner: createSiteSigner(deps) }),
    offers: () => readOffers(deps.chain),
    resume: signer.resume,
  }
}
