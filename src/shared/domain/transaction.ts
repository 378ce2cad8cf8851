/** The life of one sent extrinsic, from signed to final. */
import { boolean, list, literal, type Of, object, optional, text, uint, union } from '../codec.ts'
import { Address } from './address.ts'
import { Hash, Hex } from './bytes.ts'
import { Description } from './description.ts'
import { Requester } from './extrinsic.ts'
import { Outcome } from './outcome.ts'

const BlockPoint = object({ number: uint, hash: Hash })
/**
 * `signed` is stored before anything is broadcast. `invalid` was refused by the pool; `expired` outlived its
 * era unseen; `unknown` could not be followed to an end: the chain may still have it.
 */
export const TxState = union('kind', [
  object({ kind: literal('signed') }),
  object({ kind: literal('broadcast') }),
  object({ kind: literal('in-block'), at: BlockPoint, outcome: Outcome }),
  object({ kind: literal('final'), at: BlockPoint, outcome: Outcome }),
  object({ kind: literal('invalid'), reason: text }),
  object({ kind: literal('expired'), lastBlock: uint }),
  object({ kind: literal('unknown') }),
])
export type TxState = Of<typeof TxState>

export const TxRecord = object({
  id: text,
  account: Address,
  network: literal(['finney', 'test', 'local']),
  genesis: Hash,
  spec: uint,
  description: Description,
  requester: Requester,
  hash: Hash,
  nonce: uint,
  /** What is sent: a retry sends these very bytes, nothing is signed twice. The signed extrinsic, or the envelope it is in. */
  signed: Hex,
  /** The envelope's own hash, of what was shielded; `hash` and `nonce` are those of what is in it. */
  envelope: optional(Hash),
  /** First and last block in which it may be included. */
  era: object({ birth: uint, death: uint }),
  sentAt: uint,
  state: TxState,
  /** Whether it may still move on. */
  open: boolean,
})
export type TxRecord = Of<typeof TxRecord>
export const TxRecords = list(TxRecord)

/** In a block, and carried out there. */
export function hasArrived({ state }: TxRecord): boolean {
  return (state.kind === 'final' || state.kind === 'in-block') && state.outcome.kind === 'done'
}

export type TxEvent =
  | { readonly kind: 'broadcast' }
  | { readonly kind: 'seen'; readonly at: BlockSeen; readonly outcome: Outcome; readonly final: boolean }
  /** The block it was in is no longer on the best chain. */
  | { readonly kind: 'retracted' }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'era-over'; readonly lastBlock: number }
  | { readonly kind: 'lost-sight' }
type BlockSeen = Of<typeof BlockPoint>

/** The next state, or the same one: nothing leaves `final`, and no end is taken back but by the chain. */
export function advance(state: TxState, event: TxEvent): TxState {
  if (state.kind === 'final' || state.kind === 'expired' || state.kind === 'invalid') return state
  switch (event.kind) {
    case 'broadcast':
      return state.kind === 'signed' || state.kind === 'unknown' ? { kind: 'broadcast' } : state
    case 'seen':
      return { kind: event.final ? 'final' : 'in-block', at: event.at, outcome: event.outcome }
    case 'retracted':
      return state.kind === 'in-block' ? { kind: 'broadcast' } : state
    case 'refused':
      return state.kind === 'in-block' ? state : { kind: 'invalid', reason: event.reason }
    case 'era-over':
      return state.kind === 'in-block' ? state : { kind: 'expired', lastBlock: event.lastBlock }
    case 'lost-sight':
      return state.kind === 'in-block' ? state : { kind: 'unknown' }
  }
}

/** Whether anything can still happen to it. */
export function isOpen(state: TxState): boolean {
  return (
    state.kind === 'signed' ||
    state.kind === 'broadcast' ||
    state.kind === 'in-block' ||
    state.kind === 'unknown'
  )
}
