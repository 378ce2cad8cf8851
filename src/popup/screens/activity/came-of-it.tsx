/** What came of a transaction, as the events of its block tell it: what changed hands, and each call where there were several. */

import type { ReactNode } from 'react'
import type { Description, Span } from '#shared/domain/description.ts'
import type { Leg, Outcome } from '#shared/domain/outcome.ts'
import { useDispatchWords } from '../../ui/dispatch-words.ts'
import { type Names, Spans } from '../../ui/spans.tsx'
import { LEG_WORDS, legTitle } from './legs.ts'

export interface CameOfItProps {
  readonly outcome: Outcome
  /** What the calls are, where the transaction says: each under its title. */
  readonly rows: Description['rows']
  readonly names: Names
  /** Takes amounts out of a sentence where they are hidden. */
  readonly shown: (spans: readonly Span[]) => readonly Span[]
}

export function CameOfIt({ outcome: { says = [], legs = [] }, rows, names, shown }: CameOfItProps) {
  if (says.length + legs.length === 0) return null
  return (
    <section className="card stack tight" aria-label="What came of it">
      {says.map((spans, at) => (
        <p key={at} className="came">
          <Spans spans={shown(spans)} names={names} />
        </p>
      ))}
      {legs.length > 0 && (
        <ol className="legs">
          {legs.map((leg) => (
            <LegLine key={leg.path} leg={leg}>
              <Spans
                spans={shown(rows.find(({ label }) => label === legTitle(leg.path))?.value ?? [])}
                names={names}
              />
            </LegLine>
          ))}
        </ol>
      )}
    </section>
  )
}

function LegLine({ leg, children }: { readonly leg: Leg; readonly children: ReactNode }) {
  const { word, tone } = LEG_WORDS[leg.kind]
  const why = useDispatchWords(leg.kind === 'failed' ? leg : undefined)
  return (
    <li>
      <span className="line">
        <span className="grow">{legTitle(leg.path)}</span>
        <b className={tone}>{word}</b>
      </span>
      <small className="does">{children}</small>
      {why !== undefined && <small className="muted">{why.say}</small>}
      {leg.kind === 'skipped' && <small className="muted">One before it failed and stopped the rest.</small>}
    </li>
  )
}
