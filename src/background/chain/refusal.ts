/** What a node says to a submitted extrinsic, and what follows from it. */
import type { NodeError } from './rpc.ts'

export type Verdict =
  /** It is in the pool. */
  | { readonly kind: 'taken' }
  /** Not now; the same bytes may be sent again later. */
  | { readonly kind: 'later' }
  /** Its nonce is used, perhaps by itself: blocks tell. */
  | { readonly kind: 'stale' }
  /** Its era is over, or the chain does not know the block it began at. */
  | { readonly kind: 'ancient'; readonly reason: string }
  /** It will not become valid. `isForged`: the signature does not fit what this runtime expects to be signed. */
  | { readonly kind: 'refused'; readonly reason: string; readonly isForged: boolean }

// sc_rpc_api author errors (polkadot-sdk stable2503).
const BAD_FORMAT = 1001
const UNVERIFIABLE = 1002
const INVALID = 1010
const UNKNOWN_VALIDITY = 1011
const ALREADY_IMPORTED = 1013
const TOO_LOW_PRIORITY = 1014

export const NONCE_TAKEN = 'Its number was used by another transaction of this account.'

/** What becomes of an extrinsic that a node did not take. */
export function readRefusal({ code, message, data }: NodeError): Verdict {
  switch (code) {
    case ALREADY_IMPORTED:
      return { kind: 'taken' }
    case TOO_LOW_PRIORITY:
      return refused('Another transaction of this account is waiting with the same number.')
    case INVALID:
      return readInvalid(`${data} ${message}`)
    case UNKNOWN_VALIDITY:
      return refused('The network could not look up what it needs to check this transaction.')
    case BAD_FORMAT:
    case UNVERIFIABLE:
      return refused('The network could not read this transaction.')
    // 1012 temporarily banned (also said of what was just included), 1016 pool full, and whatever a proxy in front of a
    // node says of itself: none of it is about the transaction.
    default:
      return { kind: 'later' }
  }
}

// Texts of sp_runtime `InvalidTransaction`, as they come in `data`.
const INVALIDITIES: readonly (readonly [RegExp, Verdict])[] = [
  [/outdated/i, { kind: 'stale' }],
  [/ancient birth block/i, { kind: 'ancient', reason: 'It was sent too late to be included.' }],
  [
    /bad signature/i,
    {
      kind: 'refused',
      reason: 'The network did not accept the signature: it runs another version than this was made for.',
      isForged: true,
    },
  ],
  [/pay some fees/i, refused('This account cannot pay the network fee.')],
  [/exhaust the block limits/i, refused('This transaction is too large for a block.')],
  [/invalid signing address/i, refused('This account may not send this.')],
  [/call is not expected/i, refused('The network does not accept this kind of transaction now.')],
]

function readInvalid(said: string): Verdict {
  const custom = /custom error: (\d{1,3})\b/i.exec(said)?.[1]
  if (custom !== undefined) return refused(customReason(Number(custom)))
  const known = INVALIDITIES.find(([pattern]) => pattern.test(said))
  return known?.[1] ?? refused('The network refused this transaction.')
}

function refused(reason: string): Verdict {
  return { kind: 'refused', reason, isForged: false }
}

// subtensor `CustomTransactionError`, spec 424/425. From 25 on branches number them differently.
const CUSTOM: Readonly<Record<number, string>> = {
  0: 'This account has announced a coldkey swap: until it is done only swapping is possible.',
  1: 'The amount or the stake is too small.',
  2: 'There is not enough TAO in this account.',
  3: 'There is no such subnet.',
  4: 'There is no such validator.',
  5: 'This is more than what is staked.',
  6: 'Too soon after the last time.',
  7: 'The pool of this subnet is too small for this.',
  8: 'The price has moved past the limit.',
  9: 'This subnet does not allow stake to be transferred.',
  10: 'The validator is not registered in this subnet.',
  11: 'The IP address is not valid.',
  12: 'Too soon after the last time.',
  13: 'The port is not valid.',
  14: 'At this limit price nothing could be exchanged.',
  15: 'The reveal round is not valid.',
  16: 'There is no commitment to reveal.',
  17: 'The commitment cannot be revealed in this block.',
  18: 'The lists are of different lengths.',
  19: 'The validator is not registered in this subnet.',
  20: 'Wait before linking the EVM key again.',
  21: 'This account is frozen: its coldkey swap is disputed.',
  22: 'The account acted for is not valid.',
  23: 'The shielded transaction could not be read.',
  24: 'The key of the shielded transaction is too old.',
  255: 'The network found that this would fail.',
}

function customReason(code: number): string {
  return CUSTOM[code] ?? `The network refused this transaction (code ${code}).`
}
