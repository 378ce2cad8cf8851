/** From what is staked to what should be: a share for each place, and the moves that follow from them. */
import { ChartPie } from 'lucide-react'
import { useState } from 'react'
import { type Address, keyOf } from '#shared/domain/address.ts'
import { printBasisPoints } from '#shared/domain/price.ts'
import type { Netuid } from '#shared/domain/units.ts'
import type { Place } from '../../place.ts'
import { Note } from '../../ui/note.tsx'
import { Empty, Fact } from '../../ui/row.tsx'
import { SkeletonRows } from '../../ui/waiting.tsx'
import { useTopic } from '../../use-topic.ts'
import { Figure } from '../operation/estimate.tsx'
import { SubnetPicker } from '../subnets/subnet-picker.tsx'
import { ValidatorPicker } from '../subnets/validator-picker.tsx'
import { barOf, lossOf } from './legs.ts'
import { MoveList } from './move-list.tsx'
import { PlanScreen } from './plan-screen.tsx'
import { ShareRow } from './share-row.tsx'
import { legsOf, placeOf, priceIn, sharesFrom } from './shares.ts'
import { MOST_SLOTS, slotsFrom, usableFree } from './slots.ts'
import { type RebalanceKept, USUAL } from './terms.ts'
import { usePlan } from './use-plan.ts'
import { useStaker } from './use-staker.ts'

const ABOUT =
  'Say what part of all that is yours each place should hold. What nobody changes stays as it is, and what the shares leave over becomes free TAO. The moves are as few as lead there, each with a limit price where something is traded.'
const NOTHING: RebalanceKept = { terms: USUAL, shares: {}, added: [] }

export interface RebalanceProps {
  readonly kept?: RebalanceKept | undefined
  readonly onReview?: (then: Place) => void
}

export function Rebalance({ kept = NOTHING, onReview }: RebalanceProps) {
  const { network, known, from, names, positions, rows } = useStaker()
  const portfolio = useTopic('portfolio')?.portfolio ?? null
  const [choice, setChoice] = useState(kept)
  const [adding, setAdding] = useState<'subnet' | Netuid>()

  const free = usableFree(portfolio, from?.address)
  const { slots, staked } = slotsFrom({ rows, free, choice })
  const shares = sharesFrom({ slots, positions: positions ?? NO_POSITIONS, staked, free })
  const moves = shares.kind === 'moves' ? shares.moves : []
  const legs = legsOf(moves, rows)
  const then: Place = { kind: 'plan', of: 'rebalance', rebalance: choice }
  const plan = usePlan({ from, legs, terms: choice.terms, then, onReview })
  const told = legs.map(({ id }) => plan.quoted(id))
  const trades = told.flatMap((leg) => (leg === undefined || barOf(leg) !== undefined ? [] : leg.trades))
  const { moved, lost } = lossOf(trades, priceIn(positions ?? NO_POSITIONS))
  const put = (id: string, typed: string) =>
    setChoice((now) => ({ ...now, shares: { ...now.shares, [id]: typed } }))
  const add = (netuid: Netuid, hotkey: Address) => {
    const id = placeOf({ netuid, hotkey })
    setChoice((now) =>
      slots.some((slot) => slot.id === id) ? now : { ...now, added: [...now.added, { netuid, hotkey }] },
    )
  }

  return (
    <PlanScreen
      title="Rebalance"
      about={ABOUT}
      from={from}
      plan={plan}
      terms={choice.terms}
      onTerms={(terms) => setChoice((now) => ({ ...now, terms }))}
      names={names}
      isIdle={legs.length === 0}
      facts={
        <>
          <Fact label="Traded">
            <Figure value={trades.length === 0 ? undefined : moved} look="" />
          </Fact>
          <Fact label="Lost to prices and swap fees, about">
            <Figure value={trades.length === 0 ? undefined : lost} look="" />
          </Fact>
        </>
      }
    >
      <section className="stack tight" aria-label="Shares">
        <div className="section">
          <h2>Shares of everything</h2>
          <button type="button" className="chip" onClick={() => setAdding('subnet')}>
            Add a place
          </button>
        </div>
        {positions === undefined && <SkeletonRows count={4} />}
        {positions !== undefined && slots.length === 0 && (
          <Empty icon={ChartPie}>
            <p>This account has nothing staked yet. Add a place to put free TAO there.</p>
          </Empty>
        )}
        {slots.map((slot) => (
          <ShareRow
            key={slot.id}
            slot={slot}
            subnet={known.subnet(slot.netuid)}
            validator={known.nameOf(keyOf(slot.hotkey))}
            isWrong={shares.kind === 'problem' && shares.id === slot.id}
            onType={(typed) => put(slot.id, typed)}
          />
        ))}
        <div className="share-row">
          <span className="grow">
            <b>Free TAO</b>
            <small className="muted">What the shares leave over</small>
          </span>
          <b>{shares.kind === 'moves' ? printBasisPoints(shares.free) : '–'}</b>
        </div>
        {rows.length > MOST_SLOTS && (
          <p className="quiet">{rows.length - MOST_SLOTS} smaller positions stay as they are.</p>
        )}
      </section>
      {shares.kind === 'problem' && (
        <Note level="caution">A share is percent with at most two decimals, as in 12.5.</Note>
      )}
      {shares.kind === 'too-much' && (
        <Note level="caution">
          The shares add up to {printBasisPoints(shares.total)}, which is more than there is: lower another.
        </Note>
      )}
      <MoveList moves={moves} told={told} names={names} />
      {adding === 'subnet' && (
        <SubnetPicker
          network={network}
          hasRoot
          chosen={undefined}
          onChoose={setAdding}
          onClose={() => setAdding((now) => (now === 'subnet' ? undefined : now))}
        />
      )}
      {adding !== undefined && adding !== 'subnet' && (
        <ValidatorPicker
          network={network}
          netuid={adding}
          chosen={undefined}
          onChoose={(hotkey) => add(adding, hotkey)}
          onClose={() => setAdding(undefined)}
        />
      )}
    </PlanScreen>
  )
}

const NO_POSITIONS = { prices: [], availability: null }
