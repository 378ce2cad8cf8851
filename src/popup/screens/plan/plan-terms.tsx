/** How far each leg may turn out worse, and what becomes of the others when one fails. */
import { useState } from 'react'
import { Toggle } from '../../ui/toggle.tsx'
import { GroupFrame } from '../operation/field-frame.tsx'
import { TypedLimit } from '../operation/limit-field.tsx'
import { readTolerance } from '../operation/tolerance.ts'
import type { Terms } from './terms.ts'

export interface PlanTermsProps {
  readonly terms: Terms
  readonly onChange: (terms: Terms) => void
  readonly isShieldable: boolean
}

export function PlanTerms({ terms, onChange, isShieldable }: PlanTermsProps) {
  const [isOpen, setOpen] = useState(false)
  const read = readTolerance(terms.tolerance)
  return (
    <>
      <GroupFrame
        label="Tolerance"
        problem={read.kind === 'problem' ? (read.sentence ?? 'Say how far prices may move.') : undefined}
        findings={[]}
        names={() => undefined}
        aside={
          <button type="button" className="chip" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? 'Less' : 'Change'}
          </button>
        }
      >
        <p className="limit-now">
          <b>{terms.tolerance}%</b>
          <span className="muted">from what is simulated now, for each</span>
        </p>
        {isOpen && (
          <TypedLimit
            mode="tolerance"
            text={terms.tolerance}
            onBlur={() => {}}
            onType={(tolerance) => onChange({ ...terms, tolerance })}
          />
        )}
      </GroupFrame>
      <Toggle
        label="All or nothing"
        hint={
          terms.whole
            ? 'When one fails, none of them takes effect: everything stays as it was, but for the fee.'
            : 'One that fails stays as it was, and the others go through all the same.'
        }
        value={terms.whole}
        onChange={(whole) => onChange({ ...terms, whole })}
      />
      {isShieldable && (
        <Toggle
          label="Shield these trades"
          hint="Sealed for the author of their block, so that nobody sees them in time to trade before them. Costs a second, small fee."
          value={terms.shield}
          onChange={(shield) => onChange({ ...terms, shield })}
        />
      )}
    </>
  )
}
