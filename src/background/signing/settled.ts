/** What an approval that is over says to whoever still wants to agree to it. */
import { WalletError } from '#shared/domain/errors.ts'
import type { Settled, Why } from '../approvals/approvals.ts'

/** @throws WalletError `locked`, `expired`, `stale` or `refused` */
export function refuseSettled(state: Settled): never {
  switch (state.kind) {
    case 'outdated':
      throw new WalletError('stale', { moved: 'runtime' })
    case 'rejected':
      return refuseRejected(state.why)
    case 'approved':
    case 'connected':
    case 'answered':
    case 'undelivered':
      throw new WalletError('refused', { why: 'decided before' })
  }
}

function refuseRejected(why: Why): never {
  switch (why) {
    case 'lock':
      throw new WalletError('locked')
    case 'expired':
      throw new WalletError('expired')
    case 'switch':
    case 'gone':
    case 'closed':
    case 'revoked':
    case 'blocked':
    case 'digest':
      throw new WalletError('stale', { moved: 'approval' })
    case 'user':
      throw new WalletError('refused', { why: 'rejected before' })
  }
}
