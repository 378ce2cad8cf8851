/** A request over the rules of its site: why, and the password that it takes. */
import { FailureNote } from '../../ui/failure.tsx'
import { PasswordField } from '../../ui/field.tsx'
import { Note } from '../../ui/note.tsx'
import { type Names, Spans } from '../../ui/spans.tsx'
import type { Guard } from '../settings/use-guarded.ts'
import type { RoomReview } from './review.tsx'

/** None where the request keeps to them, or where there are none. */
export function reasonsIn(review: RoomReview) {
  return 'over' in review ? review.over : []
}

export interface OverProps {
  readonly reasons: ReturnType<typeof reasonsIn>
  readonly names: Names
  readonly password: string
  readonly guard: Guard<undefined>
  readonly onType: (password: string) => void
}

export function Over({ reasons, names, password, guard, onType }: OverProps) {
  return (
    <>
      <Note level="caution">
        <p>
          <b>Over your rules for this site.</b>
        </p>
        {reasons.map((reason, at) => (
          <p key={at}>
            <Spans spans={reason} names={names} />
          </p>
        ))}
      </Note>
      <PasswordField
        label="Your password, to agree all the same"
        value={password}
        onChange={(typed) => {
          guard.onTyped()
          onType(typed)
        }}
        error={guard.error}
      />
      {guard.failure !== undefined && <FailureNote failure={guard.failure} />}
    </>
  )
}
