/** A person's answer to a site that asks to connect. */

import type { Account } from '#shared/domain/account.ts'
import type { Address } from '#shared/domain/address.ts'
import { type ApprovalId, isOf } from '#shared/domain/approval.ts'
import { WalletError } from '#shared/domain/errors.ts'
import type { Approvals } from '../approvals/approvals.ts'
import { refuseSettled } from '../signing/settled.ts'
import type { LockState } from '../vault/lock-state.ts'
import type { Permissions } from './permissions.ts'
import type { Refusals } from './refusals.ts'

export interface Connecting {
  /**
   * Lets the site see these accounts.
   * @throws WalletError `not-found`, `locked`, `expired`, `stale` for accounts that are gone, or for none
   */
  connect(id: ApprovalId, accounts: readonly Address[]): Promise<void>
  /** Turns it away, this once. */
  reject(id: ApprovalId): Promise<void>
  /** Turns the site of any request away for good. @throws WalletError `not-found` */
  block(id: ApprovalId): Promise<void>
}

interface Deps {
  readonly approvals: Approvals
  readonly permissions: Permissions
  readonly refusals: Refusals
  readonly lockState: Pick<LockState, 'openness'>
  readonly accounts: () => Promise<readonly Account[]>
  readonly clock: () => number
}

export function createConnecting(deps: Deps): Connecting {
  const { approvals, permissions, refusals, lockState, accounts, clock } = deps

  const connect = async (id: ApprovalId, wanted: readonly Address[]): Promise<void> => {
    const approval = await approvals.get(id)
    if (!isOf(approval, 'connect')) throw new WalletError('not-found', { kind: 'request to connect' })
    if (approval.state.kind === 'connected') return
    if (approval.state.kind !== 'pending') return refuseSettled(approval.state)
    if (approval.expiresAt <= clock()) {
      await approvals.settle(id, { kind: 'rejected', why: 'expired' })
      throw new WalletError('expired')
    }
    if ((await lockState.openness()).kind === 'locked') throw new WalletError('locked')
    const own = new Set((await accounts()).map(({ address }) => address))
    if (wanted.length === 0 || !wanted.every((address) => own.has(address)))
      throw new WalletError('stale', { moved: 'consent' })
    const { origin } = approval.request
    // First what the site may see: a worker that dies here is asked to connect again, and does no more than this.
    await permissions.connect(origin, wanted)
    await refusals.forget(origin)
    await approvals.settle(id, { kind: 'connected' })
  }

  return {
    connect: (id, wanted) => approvals.alone(id, () => connect(id, wanted)),
    reject: async (id) => {
      const approval = await approvals.get(id)
      if (!isOf(approval, 'connect') || approval.state.kind !== 'pending') return
      await refusals.note(approval.request.origin)
      await approvals.alone(id, () => approvals.settle(id, { kind: 'rejected', why: 'user' }))
    },
    block: async (id) => {
      const { request } = await approvals.get(id)
      if (request.kind === 'proposal') throw new WalletError('not-found', { kind: 'site' })
      const { origin } = request
      await permissions.block(origin)
      await approvals.reject(
        (other) => other.request.kind !== 'proposal' && other.request.origin === origin,
        'blocked',
      )
    },
  }
}
