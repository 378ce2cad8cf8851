/** Asks for the password: after a wrong one it says so, and counts down when there is a delay. */
import { Lock } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Failure } from '#shared/domain/errors.ts'
import type { Result } from '#shared/domain/result.ts'
import { EraseDialog } from '../erase-dialog.tsx'
import { Button } from '../ui/button.tsx'
import { FailureNote } from '../ui/failure.tsx'
import { PasswordField } from '../ui/field.tsx'
import { waitWords } from '../ui/problems.ts'
import { Screen } from '../ui/screen.tsx'
import type { UnlockAnswer } from '../unlocking.ts'
import { useCountdown } from '../use-countdown.ts'

export interface UnlockProps {
  /** ms since 1970, from the stored count of attempts: it holds for every window. */
  readonly retryAt: number
  /** Opens the line to the room early, so that the answer comes sooner; says when there is none. */
  readonly onOpen: () => Promise<Result<undefined, Failure>>
  readonly onUnlock: (password: string) => Promise<UnlockAnswer>
  /** Where the wallet can be given up; absent where it cannot. */
  readonly onErased?: () => void
  /** What waits behind the password. */
  readonly waits?: string
}

export function Unlock({ retryAt, onOpen, onUnlock, onErased, waits }: UnlockProps) {
  const [password, setPassword] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [answer, setAnswer] = useState<Exclude<UnlockAnswer, { kind: 'unlocked' }>>()
  const [isErasing, setErasing] = useState(false)
  const heldUntil = answer !== undefined && 'retryAt' in answer ? answer.retryAt : retryAt
  const left = useCountdown(heldUntil)
  useEffect(() => {
    void onOpen().then((opened) => {
      if (!opened.ok) setAnswer({ kind: 'failed', failure: opened.error })
    })
  }, [onOpen])
  const submit = async () => {
    if (password === '' || isBusy || left > 0) return
    setBusy(true)
    const got = await onUnlock(password)
    setBusy(false)
    if (got.kind === 'unlocked') setPassword('')
    else setAnswer(got)
  }
  return (
    <Screen
      title="Unlock"
      head={<div className="head" />}
      onSubmit={() => void submit()}
      stacked
      foot={
        <>
          <Button kind="primary" type="submit" busy={isBusy} disabled={password === '' || left > 0}>
            {left > 0 ? `Try again in ${waitWords(left)}` : 'Unlock'}
          </Button>
          {onErased !== undefined && (
            <Button kind="plain" onClick={() => setErasing(true)}>
              I forgot the password
            </Button>
          )}
        </>
      }
    >
      <div className="hero">
        <span className="mark" aria-hidden>
          <Lock strokeWidth={1.75} size={30} />
        </span>
        <h1>Taokey is locked</h1>
        <p>{waits ?? 'Your keys are shut away until you open them.'}</p>
      </div>
      <PasswordField
        label="Password"
        value={password}
        autoFocus
        onChange={(typed) => {
          setPassword(typed)
          if (answer?.kind === 'wrong-password') setAnswer({ kind: 'wait', retryAt: answer.retryAt })
        }}
        error={errorOf(answer, left)}
      />
      {answer?.kind === 'failed' && <FailureNote failure={answer.failure} />}
      {isErasing && onErased !== undefined && (
        <EraseDialog onClose={() => setErasing(false)} onErased={onErased} />
      )}
    </Screen>
  )
}

function errorOf(answer: UnlockAnswer | undefined, left: number): string | undefined {
  if (answer?.kind === 'wrong-password')
    return left > 0
      ? `Wrong password. The next try is possible in ${waitWords(left)}.`
      : 'Wrong password. Check caps lock and keyboard layout.'
  return left > 0 ? `After several wrong passwords: wait ${waitWords(left)}.` : undefined
}
