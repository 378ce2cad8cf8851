/** Where a person is, and how they get elsewhere. Places are data and never stand in an address bar. */
import { createContext, use } from 'react'
import { APPROVE_PAGE, WALLET_PAGE } from '#shared/protocol/places.ts'
import { recall, remember } from './memory.ts'
import type { Place } from './place.ts'

export interface Navigation {
  readonly here: Place
  go(place: Place): void
  /** To where one came from; home when there is no such place. */
  back(): void
}

export const NavigationContext = createContext<Navigation | undefined>(undefined)

export function useNavigation(): Navigation {
  const navigation = use(NavigationContext)
  if (navigation === undefined) throw new Error('no navigation around this part')
  return navigation
}

/** The places that stand in the bar at the foot: reached from anywhere, with nothing behind them. */
const ROOTS: ReadonlySet<Place['kind']> = new Set(['home', 'subnets', 'activity', 'contacts', 'settings'])

/** The trail after going somewhere. A root begins it anew; the place one stands on is not entered twice. */
export function goFrom(trail: readonly Place[], place: Place): readonly Place[] {
  if (place.kind === 'home') return [place]
  if (ROOTS.has(place.kind)) return [{ kind: 'home' }, place]
  const last = trail.at(-1)
  return last !== undefined && JSON.stringify(last) === JSON.stringify(place) ? trail : [...trail, place]
}

export function backFrom(trail: readonly Place[]): readonly Place[] {
  return trail.length > 1 ? trail.slice(0, -1) : [{ kind: 'home' }]
}

/** The trail with the place one stands on as it is left: what one came from stays behind it. */
export function leftAs(trail: readonly Place[], place: Place): readonly Place[] {
  return goFrom(trail.at(-1)?.kind === place.kind ? trail.slice(0, -1) : trail, place)
}

/** Under which of them a person is, wherever they have gone from there. */
export function rootOf(trail: readonly Place[]): Place['kind'] {
  return trail.findLast(({ kind }) => ROOTS.has(kind))?.kind ?? 'home'
}

/** Leaves for the review, which has a document of its own. Coming back shows `then`, or where one was. */
export function openReview(then?: Place): void {
  if (then !== undefined) remember({ trail: leftAs(recall().trail, then) })
  location.assign(APPROVE_PAGE)
}

/**
 * Takes along where the review was opened; what it answers leads back there. A window that is closed meanwhile begins
 * at home: a form as it stood would invite to send again what was agreed to.
 */
export function enterReview(): () => void {
  const { trail } = recall()
  remember({ trail: [] })
  return () => {
    remember({ trail })
    location.assign(WALLET_PAGE)
  }
}

/** From the review to the wallet's screens. */
export function openWallet(at: Place): void {
  remember({ trail: at.kind === 'home' ? [at] : [{ kind: 'home' }, at] })
  location.assign(WALLET_PAGE)
}
