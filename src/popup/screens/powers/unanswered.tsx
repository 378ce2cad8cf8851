/** Why something that was asked is not shown, or is no longer the newest. */
import type { Failure } from '#shared/domain/errors.ts'
import { FailureNote } from '../../ui/failure.tsx'
import { Note } from '../../ui/note.tsx'

export interface UnansweredProps {
  readonly failure: Failure | undefined
  /** Whether an earlier answer is in sight. */
  readonly isOld: boolean
  readonly what: string
}

export function Unanswered({ failure, isOld, what }: UnansweredProps) {
  if (failure === undefined) return null
  if (failure.code === 'not-found') return <Note level="note">This chain’s runtime knows no {what}.</Note>
  if (failure.code === 'offline')
    return (
      <Note level="caution">
        No node answers. {isOld ? 'What you see is the last answer.' : 'Nothing can be shown until one does.'}
      </Note>
    )
  return <FailureNote failure={failure} />
}
