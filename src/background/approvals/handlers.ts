/** `approvals.*` of the popup contract. */
import type { Handlers } from '#shared/protocol/contract.ts'
import type { approveMethods } from '#shared/protocol/popup-contract.ts'
import type { Caller } from '../doors/caller.ts'
import { type MaterialDeps, materialOf } from '../signing/material.ts'
import type { Signer } from '../signing/sign.ts'
import type { SiteSigner } from '../signing/sign-site.ts'
import type { Connecting } from '../sites/connecting.ts'

export type ApprovalNames =
  | 'approvals.material'
  | 'approvals.decide'
  | 'approvals.connect'
  | 'approvals.here'
  | 'approvals.block'

export interface ApprovalDeps extends MaterialDeps {
  readonly signer: Signer
  readonly siteSigner: SiteSigner
  readonly connecting: Connecting
  /** The window that was opened for what sites ask. */
  readonly siteWindow: () => Promise<number | null>
}

export function approvalHandlers({
  signer,
  siteSigner,
  connecting,
  siteWindow,
  ...deps
}: ApprovalDeps): Handlers<Pick<typeof approveMethods, ApprovalNames>, Caller> {
  return {
    'approvals.material': ({ id }) => materialOf(id, deps),
    'approvals.decide': async (decision) => {
      const { request } = await deps.approvals.get(decision.id)
      if (request.kind === 'proposal') return { tx: await signer.decide(decision) }
      if (request.kind === 'connect' && !decision.verdict) await connecting.reject(decision.id)
      else await siteSigner.decide(decision)
      return {}
    },
    'approvals.connect': async ({ id, accounts }) => {
      await connecting.connect(id, accounts)
    },
    'approvals.here': async (_, { windowId }) => ({
      isOwnWindow: windowId !== undefined && windowId === (await siteWindow()),
    }),
    'approvals.block': async ({ id }) => {
      await connecting.block(id)
    },
  }
}
