/** A card around one field of a form: its label, what stands beside it, what is wrong with it, what was found. */
import { type ReactNode, useId } from 'react'
import type { Finding } from '#shared/domain/description.ts'
import { FindingNote } from '../../ui/note.tsx'
import type { Names } from '../../ui/spans.tsx'

/** What every field component is given, whatever it holds. */
export interface FieldFaceProps {
  readonly label: string
  /** A quieter sentence on what is wanted. */
  readonly hint?: string | undefined
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

/** Around one control. */
export function FieldFrame({ label, aside, children, ...face }: FieldFrameProps) {
  const id = useId()
  const isBad = isWrong(face)
  return (
    <Card {...face} id={id}>
      <div className="over">
        <label id={`${id}-label`} htmlFor={id}>
          {label}
        </label>
        {aside}
      </div>
      {children({ id, 'aria-invalid': isBad, 'aria-describedby': `${id}-below` })}
    </Card>
  )
}

/** Around several controls that hold one value between them. */
export function GroupFrame({
  label,
  aside,
  children,
  ...face
}: Omit<FieldFrameProps, 'children'> & { readonly children: ReactNode }) {
  const id = useId()
  return (
    <Card {...face} id={id}>
      <fieldset className="group" aria-labelledby={id} aria-describedby={`${id}-below`}>
        <div className="over">
          <span id={id}>{label}</span>
          {aside}
        </div>
        {children}
      </fieldset>
    </Card>
  )
}

function Card({
  id,
  hint,
  problem,
  findings,
  names,
  children,
}: Omit<FieldFaceProps, 'label'> & { readonly id: string; readonly children: ReactNode }) {
  return (
    <>
      <div className={isWrong({ problem, findings }) ? 'card field wrong' : 'card field'}>
        {children}
        <div id={`${id}-below`} aria-live="polite">
          {problem !== undefined ? (
            <p className="error">{problem}</p>
          ) : (
            hint !== undefined && <p className="hint">{hint}</p>
          )}
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

/** What stands in it cannot be read, or could only fail. */
function isWrong({ problem, findings }: Pick<FieldFaceProps, 'problem' | 'findings'>): boolean {
  return problem !== undefined || findings.some(({ blocks }) => blocks === true)
}
