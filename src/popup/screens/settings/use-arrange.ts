/** Asks the room for another list of accounts; the list shown stays the stored one until that is done. */
import { useState } from 'react'
import type { Account } from '#shared/domain/account.ts'
import type { Failure } from '#shared/domain/errors.ts'
import { useWallet } from '../../wallet.ts'

export interface Arranging {
  readonly isBusy: boolean
  readonly failure: Failure | undefined
  /** Whether it was done. One change at a time: what is asked meanwhile is passed over. */
  readonly arrange: (accounts: readonly Account[]) => Promise<boolean>
}

export function useArrange(): Arranging {
  const { session } = useWallet()
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const arrange = async (accounts: readonly Account[]) => {
    if (isBusy) return false
    setBusy(true)
    const done = await session.setAccounts(accounts)
    setBusy(false)
    setFailure(done.ok ? undefined : done.error)
    return done.ok
  }
  return { isBusy, failure, arrange }
}
