/** What an operation would bring, cost and leave, and as of which block that is said. */
import { Note } from '../../ui/note.tsx'
import type { Names } from '../../ui/spans.tsx'
import { printBlock } from '../home/standing.ts'
import { Estimate, NoEstimate } from './estimate.tsx'
import type { QuoteState } from './quoter.ts'
import { TradesFacts } from './trade-card.tsx'

export interface QuoteCardProps {
  readonly state: QuoteState
  readonly isOffline: boolean
  readonly names: Names
  /** Whether every field has something that reads. */
  readonly isFilledIn: boolean
  /** The best block known; undefined while none is. */
  readonly best: number | undefined
}

/** As many blocks as a quote may lag behind before it is called old: it is asked for anew at each. */
const LATE = 2

export function QuoteCard({ state, isOffline, isFilledIn, best, names }: QuoteCardProps) {
  const { quote, failure, isCurrent } = state
  const block = quote?.block == null ? undefined : Number(quote.block.number)
  const isAway = isOffline || quote?.findings.some(({ id }) => id === 'offline') === true
  const lag = block === undefined || best === undefined ? 0 : best - block
  return (
    <>
      <NoEstimate isOffline={isAway} failure={failure} />
      <Estimate
        fee={quote?.fee}
        after={quote?.after}
        isCurrent={isCurrent}
        isReady={isCurrent && quote?.params != null}
        failure={failure}
        asOf={asOf(state, { isAway, isFilledIn })}
      >
        <TradesFacts trades={quote?.trades ?? []} names={names} />
      </Estimate>
      {lag > LATE && quote?.params != null && (
        <Note level="caution">
          This estimate is {lag} blocks old. Prices may have moved since; the limit is what holds.
        </Note>
      )}
    </>
  )
}

/** No block is named while there is nothing that was estimated at it. */
function asOf(
  { quote, failure, isCurrent }: QuoteState,
  { isAway, isFilledIn }: { readonly isAway: boolean; readonly isFilledIn: boolean },
): string {
  if (quote?.block != null && quote.fee !== null) {
    const of = `Estimated at block ${printBlock(Number(quote.block.number))}`
    return isCurrent || quote.params === null ? of : `${of}, for what stood here before`
  }
  if (isAway || failure !== undefined) return 'Not estimated yet'
  return isFilledIn && !isCurrent ? 'Estimating…' : 'Estimated once the form is complete'
}
