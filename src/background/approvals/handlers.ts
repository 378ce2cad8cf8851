/** `approvals.*` of the popup contract. */
import type { Handlers } from '#shared/protocol/contract.ts'
import type { approveMethods } from '#shared/protocol/popup-contract.ts'
import { type MaterialDeps, materialOf } from '../signing/material.ts'
import type { Signer } from '../signing/sign.ts'

type Names = 'approvals.material' | 'approvals.decide'

interface Deps extends MaterialDeps {
  readonly signer: Signer
}

export function approvalHandlers({ signer, ...deps }: Deps): Handlers<Pick<typeof approveMethods, Names>> {
  return {
    'approvals.material': ({ id }) => materialOf(id, deps),
    'approvals.decide': async (decision) => ({ tx: await signer.decide(decision) }),
  }
}
