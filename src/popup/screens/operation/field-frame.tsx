/** A card around one field of a form: its label, what stands beside it, what is wrong with it, what was found. */
import { type ReactNode, useId } from 'react'
import type { Finding } from '#shared/domain/description.ts'
import { FindingNote } from '../../ui/note.tsx'
import type { Names } from '../../ui/spans.tsx'

/** What every field component is given, whatever it holds. */
export interface FieldFaceProps {
  readonly label: string
  /** A sentence about what is typed. */
  readonly problem: string | undefined
  readonly findings: readonly Finding[]
  readonly names: Names
}

export interface FieldFrameProps extends FieldFaceProps {
  readonly aside?: ReactNode
  readonly children: (shared: {
    readonly id: string
    readonly 'aria-invalid': boolean
    readonly 'aria-describedby': string
  }) => ReactNode
}

export function FieldFrame({ label, problem, findings, names, aside, children }: FieldFrameProps) {
  const id = useId()
  const isBad = problem !== undefined
  return (
    <>
      <div className={isBad ? 'card field wrong' : 'card field'}>
        <div className="over">
          <label htmlFor={id}>{label}</label>
          {aside}
        </div>
        {children({ id, 'aria-invalid': isBad, 'aria-describedby': `${id}-below` })}
        <div id={`${id}-below`} aria-live="polite">
          {isBad && <p className="error">{problem}</p>}
        </div>
      </div>
      <div className="stack found" aria-live="polite">
        {findings.map((finding) => (
          <FindingNote key={finding.id} finding={finding} names={names} />
        ))}
      </div>
    </>
  )
}
