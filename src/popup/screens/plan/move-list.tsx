/** The moves that lead to the shares, in the order in which they are made. */
import type { Move } from '#shared/domain/rebalance.ts'
import type { Money } from '#shared/domain/units.ts'
import { Amount } from '../../ui/amount.tsx'
import { type Names, Spans } from '../../ui/spans.tsx'
import { barOf, type QuotedLeg } from './legs.ts'
import { moveWords } from './shares.ts'

export interface MoveListProps {
  readonly moves: readonly Move[]
  /** Of each move, as far as it was told. */
  readonly told: readonly (QuotedLeg | undefined)[]
  readonly names: Names
}

export function MoveList({ moves, told, names }: MoveListProps) {
  if (moves.length === 0)
    return <p className="quiet">Change a share, and the moves that lead there stand here.</p>
  return (
    <section className="stack tight" aria-label="Moves">
      <div className="section">
        <h2>{moves.length === 1 ? 'One move' : `${moves.length} moves`}</h2>
      </div>
      <ol className="moves card">
        {moves.map((move, at) => (
          <li key={at}>
            <Spans spans={moveWords(move)} names={names} />
            <Told leg={told[at]} names={names} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function Told({ leg, names }: { readonly leg: QuotedLeg | undefined; readonly names: Names }) {
  if (leg === undefined) return null
  const bar = barOf(leg)
  if (bar !== undefined)
    return (
      <small className="tone-doubt">
        Cannot be made: <Spans spans={bar.text} names={names} />
      </small>
    )
  const [trade] = leg.trades
  if (trade === undefined) return <small className="muted">Nothing is traded</small>
  return (
    <small className="muted">
      brings about <MoneyAmount money={trade.gets} />
      {trade.atLeast !== undefined && (
        <>
          , at least <MoneyAmount money={trade.atLeast} />
        </>
      )}
    </small>
  )
}

function MoneyAmount({ money }: { readonly money: Money }) {
  return 'rao' in money ? <Amount value={money.rao} /> : <Amount value={money.alpha} unit="α" />
}
