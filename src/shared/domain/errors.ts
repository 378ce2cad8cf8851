/** Everything that can fail across a door: a closed set of codes, each with typed details. Sentences live in the popup. */
export interface ErrorDetails {
  'wrong-password': { readonly retryAfterMs: number }
  'weak-password': { readonly why: 'short' | 'common' | 'guessable' }
  locked: undefined
  rejected: undefined
  expired: undefined
  /** Which part of what was agreed to has moved. */
  stale: { readonly moved: 'approval' | 'consent' | 'runtime' | 'vault' }
  'invalid-input': { readonly field: string; readonly rule: string }
  /** `word` counts from 1 and names a place, never the word. */
  'invalid-secret': { readonly why: 'count' | 'word' | 'checksum' | 'seed' | 'path'; readonly word?: number }
  duplicate: { readonly name: string }
  'not-found': { readonly kind: string }
  'invalid-transaction': { readonly reason: string }
  'dispatch-failed': { readonly pallet: string; readonly error: string }
  offline: undefined
  timeout: undefined
  'wrong-chain': { readonly expected: string; readonly got: string }
  'vault-damaged': undefined
  'storage-full': undefined
  'room-unsealed': { readonly check: string }
  /** Bytes that cannot be shown as what they do are not signed. */
  unreadable: { readonly why: string }
  refused: { readonly why: string }
  bug: undefined
}

export type ErrorCode = keyof ErrorDetails
export type Failure<C extends ErrorCode = ErrorCode> = {
  [K in C]: { readonly code: K; readonly details: ErrorDetails[K] }
}[C]

/** Thrown inside a room; at a door it becomes `{code, details}`. */
export class WalletError<C extends ErrorCode = ErrorCode> extends Error {
  override readonly name = 'WalletError'
  readonly code: C
  readonly details: ErrorDetails[C]
  constructor(
    code: C,
    ...[details, options]: ErrorDetails[C] extends undefined
      ? [details?: undefined, options?: ErrorOptions]
      : [details: ErrorDetails[C], options?: ErrorOptions]
  ) {
    super(code, options)
    this.code = code
    this.details = details as ErrorDetails[C]
  }
}
