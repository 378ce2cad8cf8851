/** What an operation would cost and leave, and as of which block that is said. */
import type { Rao } from '#shared/domain/units.ts'
import { WholeAmount } from '../../ui/amount.tsx'
import { FailureNote } from '../../ui/failure.tsx'
import { Note } from '../../ui/note.tsx'
import { Fact, Facts } from '../../ui/row.tsx'
import { PrivateAmount } from '../home/concealed.tsx'
import { printBlock } from '../home/standing.ts'
import type { QuoteState } from './quoter.ts'

export interface QuoteCardProps {
  readonly state: QuoteState
  readonly isOffline: boolean
}

export function QuoteCard({ state, isOffline }: QuoteCardProps) {
  const { quote, failure, isCurrent } = state
  const look = isCurrent ? undefined : 'old'
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
        <Facts>
          <Fact label="Network fee">
            <Figure value={quote?.fee} look={look} whole />
          </Fact>
          <Fact label="Left after this">
            <Figure value={quote?.after} look={look} />
          </Fact>
        </Facts>
        <p className="as-of-block">
          {quote?.block == null
            ? 'Estimated once the form is complete'
            : `Estimated at block ${printBlock(Number(quote.block.number))}`}
        </p>
      </section>
    </>
  )
}

interface FigureProps {
  /** Null or undefined while it is not known, which is not nothing. */
  readonly value: Rao | null | undefined
  readonly look: string | undefined
  readonly whole?: boolean
}

function Figure({ value, look, whole = false }: FigureProps) {
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
