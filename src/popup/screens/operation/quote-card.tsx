/** What an operation would bring, cost and leave, and as of which block that is said. */
import type { Rao } from '#shared/domain/units.ts'
import { WholeAmount } from '../../ui/amount.tsx'
import { FailureNote } from '../../ui/failure.tsx'
import { Note } from '../../ui/note.tsx'
import { Fact, Facts } from '../../ui/row.tsx'
import type { Names } from '../../ui/spans.tsx'
import { PrivateAmount } from '../home/concealed.tsx'
import { printBlock } from '../home/standing.ts'
import type { QuoteState } from './quoter.ts'
import { TradesFacts } from './trade-card.tsx'

export interface QuoteCardProps {
  readonly state: QuoteState
  readonly isOffline: boolean
  readonly names: Names
  /** The best block known; undefined while none is. */
  readonly best: number | undefined
}

/** As many blocks as a quote may lag behind before it is called old: it is asked for anew at each. */
const LATE = 2

/** Read out once for each change of a form; a new block alone says nothing. */
export const READY = 'The estimate is ready.'

export function QuoteCard({ state, isOffline, best, names }: QuoteCardProps) {
  const { quote, failure, isCurrent } = state
  const look = isCurrent ? '' : 'old'
  const block = quote?.block == null ? undefined : Number(quote.block.number)
  const lag = block === undefined || best === undefined ? 0 : best - block
  return (
    <>
      {isOffline || failure?.code === 'offline' ? (
        <Note level="caution">
          No node answers: there is no estimate, and nothing can be sent until one does.
        </Note>
      ) : (
        failure !== undefined && <FailureNote failure={failure} />
      )}
      <section className="card quote" aria-label="Estimate" aria-busy={!isCurrent && failure === undefined}>
        <div className={look}>
          <TradesFacts trades={quote?.trades ?? []} names={names} />
        </div>
        <Facts>
          <Fact label="Network fee">
            <Figure value={quote?.fee} look={look} whole />
          </Fact>
          <Fact label="Left after this">
            <Figure value={quote?.after} look={look} />
          </Fact>
        </Facts>
        <span className="unseen" aria-live="polite">
          {isCurrent && quote?.params != null && READY}
        </span>
        <p className="as-of-block">
          {block === undefined
            ? 'Estimated once the form is complete'
            : `Estimated at block ${printBlock(block)}${isCurrent || quote?.params == null ? '' : ', for what stood here before'}`}
        </p>
      </section>
      {lag > LATE && quote?.params != null && (
        <Note level="caution">
          This estimate is {lag} blocks old. Prices may have moved since; the limit is what holds.
        </Note>
      )}
    </>
  )
}

interface FigureProps {
  /** Null or undefined while it is not known, which is not nothing. */
  readonly value: Rao | null | undefined
  readonly look: string
  readonly whole?: boolean
}

export function Figure({ value, look, whole = false }: FigureProps) {
  if (value == null)
    return (
      <span className="faint">
        <span aria-hidden>–</span>
        <span className="unseen">not known yet</span>
      </span>
    )
  return (
    <span className={look}>{whole ? <WholeAmount value={value} /> : <PrivateAmount value={value} />}</span>
  )
}
