/** What can be done, each leading to its form; and what cannot, with the reason. */
import { Glyph, Row } from '../../ui/row.tsx'
import { iconOf } from '../possible/icons.ts'
import type { Doable } from './doable.ts'

export interface DoableListProps {
  readonly doable: readonly Doable[]
  readonly isBusy: boolean
  readonly onBegin: (id: string) => void
}

export function DoableList({ doable, isBusy, onBegin }: DoableListProps) {
  return (
    <section className="stack tight" aria-label="What you can do">
      <div className="section">
        <h2>What you can do</h2>
      </div>
      <div className="card tight rows">
        {doable.map(({ id, title, about, barred }) => (
          <Row
            key={id}
            start={<Glyph icon={iconOf(id)} />}
            title={title}
            sub={<span className="whole-sentence">{barred ?? about}</span>}
            onClick={barred === undefined && !isBusy ? () => onBegin(id) : undefined}
          />
        ))}
      </div>
    </section>
  )
}
