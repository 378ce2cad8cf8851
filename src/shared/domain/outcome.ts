/** What an extrinsic did, as the events of its block tell it. */
import { list, literal, type Of, object, optional, text, union } from '../codec.ts'
import { Address } from './address.ts'
import { Span } from './description.ts'
import { AlphaRao, Netuid, Rao } from './units.ts'

const on = { coldkey: Address, hotkey: Address, netuid: Netuid }

/**
 * How positions changed. `added.tao` and `removed.alpha` are what was given, with the fee in it; of `moved` `gone` left one
 * position and `come` reached the other, which differ where two subnets trade. `fee` is alpha that paid the network fee.
 * Alpha on root is TAO.
 */
export const Effect = union('kind', [
  object({ kind: literal('added'), ...on, tao: Rao, alpha: AlphaRao, fee: Rao }),
  object({ kind: literal('removed'), ...on, tao: Rao, alpha: AlphaRao, fee: AlphaRao }),
  object({
    kind: literal('moved'),
    from: object(on),
    to: object(on),
    gone: AlphaRao,
    come: AlphaRao,
    tao: Rao,
  }),
  object({ kind: literal('burned'), ...on, alpha: AlphaRao }),
  object({ kind: literal('fee'), ...on, alpha: AlphaRao, tao: Rao }),
  object({ kind: literal('claimed'), coldkey: Address }),
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
