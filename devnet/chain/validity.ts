// The verdicts of transaction validity, with the words a node prints for them (sp_runtime::transaction_validity).
import type { Hex } from './bytes.ts'

export type InvalidReason =
  | 'Call'
  | 'Payment'
  | 'Future'
  | 'Stale'
  | 'BadProof'
  | 'AncientBirthBlock'
  | 'ExhaustsResources'
  | 'BadMandatory'
  | 'MandatoryValidation'
  | 'BadSigner'
  | 'IndeterminateImplicit'
  | 'UnknownOrigin'

export type Verdict =
  // A note is the devnet's own explanation; it takes the place of the standard words.
  | { readonly kind: 'invalid'; readonly reason: InvalidReason; readonly note?: string }
  // Custom(n): the refusals of SubtensorTransactionExtension and of the shield check.
  | { readonly kind: 'invalid'; readonly reason: 'Custom'; readonly code: number }
  | { readonly kind: 'unknown'; readonly reason: 'CannotLookup' | 'NoUnsignedValidator' }

export class ValidityError extends Error {
  readonly verdict: Verdict
  constructor(verdict: Verdict) {
    super(`transaction validity: ${verdict.reason}`)
    this.verdict = verdict
  }
}

export const invalid = (reason: InvalidReason): ValidityError =>
  new ValidityError({ kind: 'invalid', reason })

/** What a valid extrinsic needs before it and gives to others (tags), and for how many blocks it stays valid. */
export interface Validity {
  readonly priority: bigint
  readonly requires: readonly Hex[]
  readonly provides: readonly Hex[]
  readonly longevity: bigint
  readonly sender?: { readonly account: Hex; readonly nonce: number }
}

/** The data string of RPC error 1010, word for word. */
export const INVALID_WORDS: Readonly<Record<InvalidReason, string>> = {
  Call: 'Transaction call is not expected',
  Future: 'Transaction will be valid in the future',
  Stale: 'Transaction is outdated',
  BadProof: 'Transaction has a bad signature',
  AncientBirthBlock: 'Transaction has an ancient birth block',
  ExhaustsResources: 'Transaction would exhaust the block limits',
  Payment: 'Inability to pay some fees (e.g. account balance too low)',
  BadMandatory: 'A call was labelled as mandatory, but resulted in an Error.',
  MandatoryValidation: 'Transaction dispatch is mandatory; transactions must not be validated.',
  BadSigner: 'Invalid signing address',
  IndeterminateImplicit: 'The implicit data was unable to be calculated',
  UnknownOrigin: 'The transaction extension did not authorize any origin',
}
