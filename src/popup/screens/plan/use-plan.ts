/** The quote of a plan as it stands, asked for anew at each block, and the way from it to the review. */
import { useState } from 'react'
import type { Account } from '#shared/domain/account.ts'
import type { Failure } from '#shared/domain/errors.ts'
import { openReview } from '../../navigation.ts'
import type { Place } from '../../place.ts'
import { useTopic } from '../../use-topic.ts'
import { useWallet } from '../../wallet.ts'
import { refusesAll } from '../home/weather.ts'
import { useWeather } from '../home/weather-notes.tsx'
import type { QuoteState } from '../operation/quoter.ts'
import { readTolerance } from '../operation/tolerance.ts'
import { useQuote } from '../operation/use-quote.ts'
import { barOf, type NamedLeg, type PlanQuote, type QuotedLeg } from './legs.ts'
import type { Terms } from './terms.ts'

export interface PlanFrom {
  readonly from: Account | undefined
  readonly legs: readonly NamedLeg[]
  readonly terms: Terms
  /** Where one is led back to from the review. */
  readonly then: Place
  readonly onReview?: ((then: Place) => void) | undefined
}

export interface LivePlan {
  readonly state: QuoteState<PlanQuote>
  /** What was told of a leg; of the plan as it stood before too, while the answer to the new one is on its way. */
  quoted(id: string): QuotedLeg | undefined
  readonly isBarred: boolean
  readonly isBusy: boolean
  readonly failure: Failure | undefined
  goOn(): Promise<void>
}

export function usePlan({ from, legs, terms, then, onReview = openReview }: PlanFrom): LivePlan {
  const { background } = useWallet()
  const chain = useTopic('chain')
  const isRefused = refusesAll(useWeather())
  const [progress, setProgress] = useState<{ readonly isBusy: boolean; readonly failure?: Failure }>({
    isBusy: false,
  })
  const tolerance = readTolerance(terms.tolerance)
  const draft =
    from === undefined || tolerance.kind === 'problem' || legs.length === 0
      ? undefined
      : {
          account: from.address,
          legs: legs.map(({ id: _, ...leg }) => leg),
          whole: terms.whole,
          tolerance: tolerance.value,
          shield: terms.shield,
        }
  const { state, settle } = useQuote(
    background['plans.quote'],
    draft,
    chain?.kind === 'online' ? chain.best : undefined,
  )
  // By their names: an answer may be one to other legs than those that are there now.
  const [told, setTold] = useState<{ readonly of: PlanQuote; readonly by: ReadonlyMap<string, QuotedLeg> }>()
  if (state.isCurrent && state.quote !== undefined && state.quote !== told?.of) {
    const by = new Map(state.quote.legs.flatMap((leg, at) => (legs[at] ? [[legs[at].id, leg] as const] : [])))
    setTold({ of: state.quote, by })
  }
  const isBarred =
    from?.kind === 'watch' || isRefused || draft === undefined || (state.isCurrent && !mayGoOn(state.quote))

  const goOn = async (): Promise<void> => {
    if (isBarred) return
    setProgress({ isBusy: true })
    const { quote, isCurrent } = await settle()
    if (!isCurrent || quote === undefined || !mayGoOn(quote)) return setProgress({ isBusy: false })
    const sound = draft.legs.filter((_, at) => isSound(quote.legs[at]))
    const shield = terms.shield && quote.shieldable
    const proposed = await background['plans.propose']({ ...draft, legs: sound, shield })
    if (proposed.ok) return onReview(then)
    setProgress({ isBusy: false, failure: proposed.error })
  }
  return {
    state,
    quoted: (id) => told?.by.get(id),
    isBarred,
    isBusy: progress.isBusy,
    failure: progress.failure,
    goOn,
  }
}

function isSound(leg: QuotedLeg | undefined): boolean {
  return leg !== undefined && barOf(leg) === undefined
}

/** Some leg can go through, and nothing speaks against the plan as a whole. */
function mayGoOn(quote: PlanQuote | undefined): boolean {
  if (quote === undefined) return false
  return quote.legs.some((leg) => isSound(leg)) && !quote.findings.some(({ blocks }) => blocks === true)
}
