/** Something to know: four levels, each with its own icon, so that colour is never alone in saying it. */
import { Ban, CircleCheck, Info, type LucideIcon, OctagonAlert, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Finding, Level } from '#shared/domain/description.ts'
import { type Names, Spans } from './spans.tsx'

const ICONS: Readonly<Record<Level | 'ok', { readonly icon: LucideIcon; readonly says: string }>> = {
  ok: { icon: CircleCheck, says: 'Good' },
  note: { icon: Info, says: 'Note' },
  caution: { icon: TriangleAlert, says: 'Caution' },
  danger: { icon: OctagonAlert, says: 'Danger' },
  refuse: { icon: Ban, says: 'Refused' },
}

export interface NoteProps {
  readonly level: Level | 'ok'
  readonly children: ReactNode
  /** Read out at once when it appears: for what went wrong just now. */
  readonly alert?: boolean
}

export function Note({ level, children, alert = false }: NoteProps) {
  const { icon: Icon, says } = ICONS[level]
  return (
    <div className={`note ${level}`} {...(alert && { role: 'alert' })}>
      <Icon strokeWidth={1.75} role="img" aria-label={says} />
      <div className="grow">{children}</div>
    </div>
  )
}

export function FindingNote({
  finding,
  names,
}: {
  readonly finding: Finding
  readonly names?: Names | undefined
}) {
  return (
    <Note level={finding.level}>
      <p>
        <Spans spans={finding.text} names={names} />
      </p>
    </Note>
  )
}
