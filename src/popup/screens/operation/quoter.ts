/** Asks for a quote when the form rests, and believes only the answer to the newest question. */
import type { Json, Of } from '#shared/codec.ts'
import type { Address } from '#shared/domain/address.ts'
import type { Failure } from '#shared/domain/errors.ts'
import type { Result } from '#shared/domain/result.ts'
import type { Quote as QuoteCodec } from '#shared/protocol/estimates.ts'

export type Quote = Of<typeof QuoteCodec>
export interface Draft {
  readonly operation: string
  readonly account: Address
  readonly values: Readonly<Record<string, Json>>
  /** Whether it is to go in an envelope, where it can. */
  readonly shield: boolean
}
type QuoteFailure = Failure<'invalid-input' | 'not-found' | 'offline' | 'bug'>
export type Ask<D = Draft, Q = Quote> = (draft: D) => Promise<Result<Q, QuoteFailure>>

/** A pause in typing long enough to be one. */
export const REST_MS = 250

/** The last answer, and whether it answers the form as it stands now. */
export interface QuoteState<Q = Quote> {
  readonly quote: Q | undefined
  readonly failure: QuoteFailure | undefined
  readonly isCurrent: boolean
}

export interface Quoter<D = Draft, Q = Quote> {
  /** The form as it stands. The same form again asks nothing. */
  put(draft: D): void
  /** Asks again for the same form: a new block came. */
  renew(): void
  /** Asks at once instead of at rest; the state once that is answered. */
  settle(): Promise<QuoteState<Q>>
  state(): QuoteState<Q>
  onChange(listener: () => void): () => void
  stop(): void
}

const NOTHING: QuoteState<never> = { quote: undefined, failure: undefined, isCurrent: false }

export function createQuoter<D extends { readonly account: Address }, Q>(
  ask: Ask<D, Q>,
  restMs = REST_MS,
): Quoter<D, Q> {
  const listeners = new Set<() => void>()
  let now: QuoteState<Q> = NOTHING
  let draft: { readonly key: string; readonly value: D } | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let newest = 0
  let isAsking = false

  const become = (next: QuoteState<Q>): void => {
    now = next
    for (const listener of listeners) listener()
  }

  const run = async (): Promise<void> => {
    timer = undefined
    if (draft === undefined) return
    newest += 1
    const question = newest
    isAsking = true
    const result = await ask(draft.value)
    if (question !== newest) return
    isAsking = false
    // A failure keeps the last figures of the same form in sight, marked as what they are.
    become(
      result.ok
        ? { quote: result.value, failure: undefined, isCurrent: true }
        : { quote: now.quote, failure: result.error, isCurrent: false },
    )
  }

  const later = (): void => {
    clearTimeout(timer)
    timer = setTimeout(() => void run(), restMs)
  }

  return {
    put(value) {
      const key = JSON.stringify(value)
      if (draft?.key === key) return
      const isOther = draft !== undefined && draft.value.account !== value.account
      draft = { key, value }
      // Whatever is on its way answers a form that is gone.
      newest += 1
      isAsking = false
      if (isOther) become(NOTHING)
      else if (now.isCurrent) become({ ...now, isCurrent: false })
      later()
    },
    renew() {
      if (draft !== undefined && timer === undefined && !isAsking) void run()
    },
    async settle() {
      if (now.isCurrent) return now
      clearTimeout(timer)
      await run()
      return now
    },
    state: () => now,
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    stop() {
      clearTimeout(timer)
      timer = undefined
      newest += 1
      isAsking = false
      draft = undefined
    },
  }
}

/** Whether the form may go on: its own quote is there, complete, and finds nothing that could only fail. */
export function mayGoOn({ quote, isCurrent }: QuoteState): boolean {
  return (
    isCurrent &&
    quote !== undefined &&
    quote.params !== null &&
    !quote.findings.some((f) => f.blocks === true)
  )
}

/** The most the amount of the form can be, in its own unit. */
export function mostIn(quote: Quote | undefined): bigint | undefined {
  const most = quote?.most ?? undefined
  if (most === undefined) return undefined
  return 'rao' in most ? most.rao : most.alpha
}
