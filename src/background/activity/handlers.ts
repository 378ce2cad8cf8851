/** `activity.*` of the popup contract. */
import { WalletError } from '#shared/domain/errors.ts'
import type { Handlers } from '#shared/protocol/contract.ts'
import type { walletMethods } from '#shared/protocol/popup-contract.ts'
import type { Chain } from '../chain/chain.ts'
import type { Follower } from './follower.ts'
import type { Records } from './records.ts'

type Names = 'activity.retry' | 'activity.forget'

interface Deps {
  readonly records: Records
  readonly follower: Follower
  readonly chain: Pick<Chain, 'status'>
}

export function activityHandlers({
  records,
  follower,
  chain,
}: Deps): Handlers<Pick<typeof walletMethods, Names>, unknown> {
  return {
    'activity.retry': async ({ tx }) => {
      const record = await records.find(tx)
      if (record?.open !== true) throw new WalletError('not-found', { kind: 'open transaction' })
      const status = chain.status()
      if (status.kind !== 'online' || status.genesis !== record.genesis) throw new WalletError('offline')
      follower.resend(record)
    },
    'activity.forget': async ({ tx }) => {
      await records.forget(tx)
    },
  }
}
