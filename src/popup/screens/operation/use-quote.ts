/** The quote of the form as it stands, asked for anew when the form rests and at each block. */
import { useEffect, useState, useSyncExternalStore } from 'react'
import { type Ask, createQuoter, type Draft, type QuoteState } from './quoter.ts'

export interface LiveQuote {
  readonly state: QuoteState
  readonly settle: () => Promise<QuoteState>
}

/** `block` is the best one known: each new one makes the figures old. */
export function useQuote(ask: Ask, draft: Draft | undefined, block: number | undefined): LiveQuote {
  const [quoter] = useState(() => createQuoter(ask))
  useEffect(() => () => quoter.stop(), [quoter])
  useEffect(() => {
    if (draft !== undefined) quoter.put(draft)
  })
  useEffect(() => quoter.renew(), [quoter, block])
  const state = useSyncExternalStore(quoter.onChange, quoter.state)
  return { state, settle: quoter.settle }
}
