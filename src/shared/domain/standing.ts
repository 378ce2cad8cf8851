/** How an account stands beside what it holds: who may act for it, what is announced for it, what it publishes. And the crowdloans there are. */
import { boolean, list, nullable, type Of, object, record, text, uint } from '../codec.ts'
import { Address } from './address.ts'
import { Hash } from './bytes.ts'
import { Rao } from './units.ts'

const block = object({ number: uint, hash: Hash })

/** A key that may act for an account. `delay` is how many blocks it has to announce a call before. */
const Power = object({ delegate: Address, type: text, delay: uint })
export type Power = Of<typeof Power>

/** `types` are the kinds of power the live runtime knows, by its own names; what is deprecated does nothing any more. */
export const Powers = object({
  block,
  entries: list(Power),
  /** What is reserved for them now, and what the next one would reserve more. */
  deposit: Rao,
  next: Rao,
  most: uint,
  types: list(object({ name: text, deprecated: boolean })),
})
export type Powers = Of<typeof Powers>

/** `wait`, `rest` in blocks: from the announcement until it can be executed, and from then until it can be changed or cleared. */
export const SwapStanding = object({
  block,
  announced: nullable(object({ hash: Hash, executableAt: uint, disputed: boolean })),
  wait: uint,
  rest: uint,
  cost: Rao,
})
export type SwapStanding = Of<typeof SwapStanding>
export const SwapStandings = list(SwapStanding)

/** `most` is the most one account may give; null where there is no such bound. `own` is what the account asked for has given. */
const Crowdloan = object({
  id: uint,
  creator: Address,
  least: Rao,
  cap: Rao,
  raised: Rao,
  most: nullable(Rao),
  end: uint,
  finalized: boolean,
  contributors: uint,
  seats: uint,
  own: Rao,
})
export type Crowdloan = Of<typeof Crowdloan>
export const Crowdloans = object({ block, crowdloans: list(Crowdloan) })
export type Crowdloans = Of<typeof Crowdloans>

/** What an account has published of itself, by the chain's names of its parts. */
export const Identity = object({ block, parts: record(text, text) })
export type Identity = Of<typeof Identity>
