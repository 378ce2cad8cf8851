/** Something that asks for the password again: what was answered, and how long to wait after wrong ones. */
import { useState } from 'react'
import type { Failure } from '#shared/domain/errors.ts'
import type { Guarded } from '../../session.ts'
import { waitWords } from '../../ui/problems.ts'
import { useCountdown } from '../../use-countdown.ts'

export interface Guard<T> {
  readonly isBusy: boolean
  /** ms until the next try. */
  readonly left: number
  /** A sentence under the password field. */
  readonly error: string | undefined
  readonly failure: Failure | undefined
  /** The value when the password was right. */
  readonly ask: (asked: () => Promise<Guarded<T>>) => Promise<{ readonly value: T } | undefined>
  /** The password was changed by hand: the last answer is not about this one. */
  readonly onTyped: () => void
}

export function useGuarded<T>(): Guard<T> {
  const [isBusy, setBusy] = useState(false)
  const [answer, setAnswer] = useState<Exclude<Guarded<T>, { kind: 'done' }>>()
  const left = useCountdown(answer !== undefined && 'retryAt' in answer ? answer.retryAt : 0)
  const ask: Guard<T>['ask'] = async (asked) => {
    if (isBusy || left > 0) return undefined
    setBusy(true)
    const got = await asked()
    setBusy(false)
    setAnswer(got.kind === 'done' ? undefined : got)
    return got.kind === 'done' ? { value: got.value } : undefined
  }
  return {
    isBusy,
    left,
    failure: answer?.kind === 'failed' ? answer.failure : undefined,
    error:
      left > 0
        ? `Wrong password. The next try is possible in ${waitWords(left)}.`
        : answer?.kind === 'wrong-password'
          ? 'Wrong password. Check caps lock and keyboard layout.'
          : undefined,
    ask,
    onTyped: () => {
      if (answer?.kind === 'wrong-password') setAnswer({ kind: 'wait', retryAt: answer.retryAt })
    },
  }
}
