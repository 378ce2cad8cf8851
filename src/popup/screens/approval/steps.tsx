/** Every call inside the one that is signed, and what is otherwise afterwards: drawn as the room told it. */

import { placeWords } from '#shared/domain/call-words.ts'
import type { Effect, Step } from '#shared/domain/description.ts'
import { CallName } from '../../ui/call-name.tsx'
import { Fact, Facts } from '../../ui/row.tsx'
import { type Names, Spans } from '../../ui/spans.tsx'
import { RowFact } from '../activity/row-fact.tsx'

const KINDS = { leaves: 'Leaves', comes: 'Comes', power: 'Gets power', changes: 'Changes' } as const

export function Effects({ effects, names }: { readonly effects: readonly Effect[]; readonly names: Names }) {
  if (effects.length === 0) return null
  return (
    <div className="card">
      <Facts>
        {effects.map(({ kind, actor, value }, at) => (
          <Fact key={at} label={KINDS[kind]}>
            <Spans spans={value} names={names} />
            {actor.length > 0 && (
              <>
                {' (for '}
                <Spans spans={actor} names={names} />)
              </>
            )}
          </Fact>
        ))}
      </Facts>
    </div>
  )
}

const LEVELS = { note: 'Note', caution: 'Caution', danger: 'Danger', refuse: 'Refused' } as const

export function Steps({ steps, names }: { readonly steps: readonly Step[]; readonly names: Names }) {
  return steps.map(({ path, name, actor, sentence, rows, level }, at) => (
    <section key={at} className="card" aria-label={placeWords(path)}>
      <p className="muted">
        {placeWords(path)} {level !== undefined && <b>{LEVELS[level]}</b>}
      </p>
      <p>
        <Spans spans={sentence} names={names} />
      </p>
      <Facts>
        <Fact label="Call">
          <CallName name={name} />
        </Fact>
        {actor.length > 0 && (
          <Fact label="Acts for">
            <Spans spans={actor} names={names} />
          </Fact>
        )}
        {rows.map(({ label, value }, row) => (
          <RowFact key={row} label={label} value={value} names={names} />
        ))}
      </Facts>
    </section>
  ))
}
