/** The quote of the form as it stands, asked for anew when the form rests and at each block. */
import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Address } from '#shared/domain/address.ts'
import { type Ask, createQuoter, type QuoteState } from './quoter.ts'

export interface LiveQuote<Q> {
  readonly state: QuoteState<Q>
  readonly settle: () => Promise<QuoteState<Q>>
}

/** `block` is the best one known: each new one makes the figures old. */
export function useQuote<D extends { readonly account: Address }, Q>(
  ask: Ask<D, Q>,
  draft: D | undefined,
  block: number | undefined,
): LiveQuote<Q> {
  const [quoter] = useState(() => createQuoter(ask))
  useEffect(() => () => quoter.stop(), [quoter])
  useEffect(() => {
    if (draft !== undefined) quoter.put(draft)
  })
  useEffect(() => quoter.renew(), [quoter, block])
  const state = useSyncExternalStore(quoter.onChange, quoter.state)
  return { state, settle: quoter.settle }
}
