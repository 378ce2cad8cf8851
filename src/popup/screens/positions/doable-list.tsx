/** What can be done, each leading to its form; and what cannot, with the reason. */
import {
  ArrowDownUp,
  ArrowUp,
  ArrowUpRight,
  Lock,
  type LucideIcon,
  Repeat,
  UserRound,
  Zap,
} from 'lucide-react'
import { Glyph, Row } from '../../ui/row.tsx'
import type { Doable } from './doable.ts'

const ICONS: Readonly<Record<string, LucideIcon>> = {
  'add-stake': ArrowUp,
  'remove-stake': ArrowUpRight,
  'move-stake': UserRound,
  'swap-stake': Repeat,
  'transfer-stake': ArrowDownUp,
  'lock-stake': Lock,
}

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
            start={<Glyph icon={ICONS[id] ?? Zap} />}
            title={title}
            sub={<span className="whole-sentence">{barred ?? about}</span>}
            onClick={barred === undefined && !isBusy ? () => onBegin(id) : undefined}
          />
        ))}
      </div>
    </section>
  )
}
