/** A field whose value is picked from a list: what was picked, or a button that opens the list. */
import type { ReactNode } from 'react'
import { type FieldFaceProps, FieldFrame } from './field-frame.tsx'

export interface PickFrameProps extends FieldFaceProps {
  /** What was picked; undefined while nothing is. */
  readonly picked: ReactNode | undefined
  /** What the button says while nothing is picked. */
  readonly invite: string
  /** Why there is nothing to pick from yet. */
  readonly closed?: string | undefined
  readonly onPick: () => void
  readonly onBlur: () => void
}

export function PickFrame({ picked, invite, closed, onPick, onBlur, ...face }: PickFrameProps) {
  return (
    <FieldFrame {...face}>
      {({ 'aria-invalid': _, ...shared }) => (
        <button
          {...shared}
          type="button"
          // Its name is the field's and what was picked, not the field's alone.
          aria-labelledby={`${shared.id}-label ${shared.id}`}
          className={picked === undefined ? 'pick empty-pick' : 'pick'}
          aria-haspopup="dialog"
          disabled={closed !== undefined}
          onClick={onPick}
          onBlur={onBlur}
        >
          <span className="grow">{closed ?? picked ?? invite}</span>{' '}
          {closed === undefined && <span className="chip">{picked === undefined ? 'Choose' : 'Change'}</span>}
        </button>
      )}
    </FieldFrame>
  )
}
