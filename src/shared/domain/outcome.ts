/** What an extrinsic did, as the events of its block tell it. */
import { list, literal, type Of, object, optional, text, union } from '../codec.ts'
import { Address } from './address.ts'
import { Span } from './description.ts'
import { AlphaRao, Netuid, Rao } from './units.ts'

const on = { coldkey: Address, hotkey: Address, netuid: Netuid }

/**
 * How a position changed. `added` and `removed` say what went in and what came out with the fee in it; moves, transfers and
 * swaps of stake are told as both. `moved` is alpha that changed hands without a trade; `fee` is alpha that paid the
 * network fee. `alpha` is TAO on root.
 */
export const Effect = union('kind', [
  object({ kind: literal('added'), ...on, tao: Rao, alpha: AlphaRao, fee: Rao }),
  object({ kind: literal('removed'), ...on, tao: Rao, alpha: AlphaRao, fee: AlphaRao }),
  object({ kind: literal('moved'), from: object(on), to: object(on), alpha: optional(AlphaRao), worth: Rao }),
  object({ kind: literal('burned'), ...on, alpha: AlphaRao }),
  object({ kind: literal('fee'), coldkey: Address, netuid: Netuid, alpha: AlphaRao, tao: Rao }),
])
export type Effect = Of<typeof Effect>

const Wrong = { pallet: text, error: text }

/** One call of several: `path` is its place among the arguments, as in the review (`calls.2`). */
export const Leg = union('kind', [
  object({ kind: literal('done'), path: text }),
  object({ kind: literal('failed'), path: text, ...Wrong }),
  /** Not run: one before it failed and stopped the rest. */
  object({ kind: literal('skipped'), path: text }),
])
export type Leg = Of<typeof Leg>

const told = {
  /** When an event told it. */
  fee: optional(Rao),
  effects: optional(list(Effect)),
  /** What came of each call where there were several. */
  legs: optional(list(Leg)),
  /** What happened, in words: a line each. */
  says: optional(list(list(Span))),
}

/**
 * Success, or the chain's own error by pallet and name. Failed is also what ran inside another call and failed there: what
 * happened nevertheless stands in `effects` and `legs`.
 */
export const Outcome = union('kind', [
  object({ kind: literal('done'), ...told }),
  object({ kind: literal('failed'), ...Wrong, ...told }),
])
export type Outcome = Of<typeof Outcome>
