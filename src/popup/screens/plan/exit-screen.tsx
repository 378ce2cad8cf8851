/** Taking out many positions at once: which, what they bring, what stays and why. */
import { ChartPie } from 'lucide-react'
import { useState } from 'react'
import { printBasisPoints } from '#shared/domain/price.ts'
import { type Rao, rao } from '#shared/domain/units.ts'
import type { Place } from '../../place.ts'
import { WindowedList } from '../../ui/list/windowed-list.tsx'
import { Empty, Fact } from '../../ui/row.tsx'
import { Toggle } from '../../ui/toggle.tsx'
import { SkeletonRows } from '../../ui/waiting.tsx'
import { Figure } from '../operation/estimate.tsx'
import { byWorth, type PositionRow } from '../positions/rows.ts'
import { exitOf, isDust } from './exit.ts'
import { ExitRow } from './exit-row.tsx'
import { barOf, totalsOf } from './legs.ts'
import { PlanScreen } from './plan-screen.tsx'
import { StayNotes } from './stay-notes.tsx'
import { type ExitKept, USUAL } from './terms.ts'
import { usePlan } from './use-plan.ts'
import { useStaker } from './use-staker.ts'

const ABOUT =
  'Unstakes every position that is ticked, with one signature. Each has a limit price of its own, and whatever the pools give is yours to spend in the same block.'
const NOTHING: ExitKept = { terms: USUAL, left: [], sweepsDust: false }

export interface ExitProps {
  readonly kept?: ExitKept | undefined
  readonly onReview?: (then: Place) => void
}

export function Exit({ kept = NOTHING, onReview }: ExitProps) {
  const { known, from, names, positions, rows: unsorted } = useStaker()
  const rows = unsorted.toSorted(byWorth)
  const [choice, setChoice] = useState(kept)
  // Once it is known: what depends on it must not change with each quote that depends on that.
  const [feeEach, setFeeEach] = useState<Rao>()
  const left = new Set(choice.left)
  const exit = exitOf({
    rows,
    positions: positions ?? { prices: [], availability: null },
    isOpen: (netuid) => known.subnet(netuid)?.open !== false,
    isChosen: ({ id }) => !left.has(id),
    sweepsDust: choice.sweepsDust,
    feeEach: feeEach ?? rao(0n),
  })
  const then: Place = { kind: 'plan', of: 'exit', exit: choice }
  const plan = usePlan({ from, legs: exit.legs, terms: choice.terms, then, onReview })
  const { quote } = plan.state
  if (feeEach === undefined && quote?.fee != null && quote.legs.length > 0)
    setFeeEach(rao(quote.fee / BigInt(quote.legs.length)))

  const byId = new Map(rows.map((row) => [row.id, row]))
  const told = exit.legs.flatMap(({ id }) => {
    const row = byId.get(id)
    const leg = plan.quoted(id)
    return row === undefined || leg === undefined ? [] : [{ row, leg, bar: barOf(leg) }]
  })
  const totals = totalsOf(told.flatMap(({ leg, bar }) => (bar === undefined ? leg.trades : [])))
  const leaving = new Set(exit.legs.map(({ id }) => id))
  const dust = feeEach === undefined ? [] : rows.filter((row) => isDust(row, feeEach))
  const put = (ids: readonly string[]) => setChoice((now) => ({ ...now, left: ids }))
  const toggle = ({ id }: PositionRow) =>
    put(left.has(id) ? choice.left.filter((each) => each !== id) : [...choice.left, id])
  const ticked = rows.filter(({ id }) => !left.has(id)).length

  return (
    <PlanScreen
      title="Take out"
      about={ABOUT}
      from={from}
      plan={plan}
      terms={choice.terms}
      onTerms={(terms) => setChoice((now) => ({ ...now, terms }))}
      names={names}
      isIdle={exit.legs.length === 0}
      facts={
        <>
          <Fact label="You get about">
            <Figure value={told.length === 0 ? undefined : totals.gets} look="" />
          </Fact>
          <Fact label="At least, if all go through">
            <Figure value={told.length === 0 ? undefined : totals.atLeast} look="" />
          </Fact>
          <Fact label="Total price impact">{printBasisPoints(totals.impact)}</Fact>
        </>
      }
    >
      <section className="stack tight" aria-label="Positions">
        <div className="section">
          <h2>
            {ticked} of {rows.length} ticked
          </h2>
          <button
            type="button"
            className="chip"
            onClick={() => put(ticked === rows.length ? rows.map(({ id }) => id) : [])}
          >
            {ticked === rows.length && rows.length > 0 ? 'Tick none' : 'Tick all'}
          </button>
        </div>
        {positions === undefined && <SkeletonRows count={4} />}
        {positions !== undefined && rows.length === 0 && (
          <Empty icon={ChartPie}>
            <p>This account has nothing staked that could be taken out.</p>
          </Empty>
        )}
        <WindowedList label="Positions to take out" rows={rows} keyOf={({ id }) => id}>
          {(row, tabIndex) => (
            <ExitRow
              row={row}
              tabIndex={tabIndex}
              isTicked={!left.has(row.id)}
              isDust={feeEach !== undefined && isDust(row, feeEach)}
              quoted={plan.quoted(row.id)}
              stays={!leaving.has(row.id)}
              onToggle={() => toggle(row)}
            />
          )}
        </WindowedList>
      </section>
      {dust.length > 0 && (
        <Toggle
          label="Sweep the dust too"
          hint={`${dust.length === 1 ? 'One position brings' : `${dust.length} positions bring`} less than taking it out adds to the fee.`}
          value={choice.sweepsDust}
          onChange={(sweepsDust) => setChoice((now) => ({ ...now, sweepsDust }))}
        />
      )}
      <StayNotes
        stays={exit.stays}
        barred={told.flatMap(({ row, bar }) => (bar === undefined ? [] : [{ row, text: bar.text }]))}
        later={exit.later}
        names={names}
      />
    </PlanScreen>
  )
}
