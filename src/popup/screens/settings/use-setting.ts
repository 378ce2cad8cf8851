/** Changes settings, and keeps what went wrong until the next change. */
import { useState } from 'react'
import type { Failure } from '#shared/domain/errors.ts'
import type { Settings } from '#shared/domain/settings.ts'
import { useWallet } from '../../wallet.ts'

export function useSetting(): {
  readonly set: (settings: Partial<Settings>) => void
  readonly failure: Failure | undefined
} {
  const { background } = useWallet()
  const [failure, setFailure] = useState<Failure>()
  const set = (settings: Partial<Settings>) => {
    void background['settings.set']({ settings }).then((done) => setFailure(done.ok ? undefined : done.error))
  }
  return { set, failure }
}
