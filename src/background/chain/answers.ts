/** The answer to each fact an operation asks of the chain, read from the state of one block. */
import type { Hash } from '#shared/domain/bytes.ts'
import { WalletError } from '#shared/domain/errors.ts'
import type { ChainAsk, ChainFactName, FactTypes } from '#shared/operations/facts.ts'
import type { Runtime } from '#shared/runtime/metadata.ts'
import type { Connection } from './connection.ts'

export interface AnswerFrom {
  readonly connection: Connection
  readonly runtime: Runtime
  readonly at: Hash
}

type Answers = {
  readonly [K in ChainFactName]: (of: FactTypes[K]['of'], from: AnswerFrom) => Promise<FactTypes[K]['is']>
}

/** No question is answered with a guess: what this wallet cannot ask yet is a chain that is away. */
const unasked = (): Promise<never> => Promise.reject(new WalletError('offline'))

const ANSWERS: Answers = {
  best: unasked,
  stake: unasked,
  stakesOn: unasked,
  availability: unasked,
  lock: unasked,
  takesLocked: unasked,
  price: unasked,
  buyQuote: unasked,
  sellQuote: unasked,
  swapQuote: unasked,
  exitQuote: unasked,
  exitQuotes: unasked,
  swapFee: unasked,
  pool: unasked,
  minStake: unasked,
  subnet: unasked,
  registration: unasked,
  hotkey: unasked,
  seatedHotkeys: unasked,
  autoStake: unasked,
  rootDividends: unasked,
  basketPayout: unasked,
  proxies: unasked,
  proxyTypes: unasked,
  coldkeySwap: unasked,
  coldkeySwapTerms: unasked,
  standing: unasked,
  crowdloan: unasked,
  contribution: unasked,
}

/** @throws WalletError `offline`, `timeout`, or `unreadable` for a runtime that keeps this otherwise */
export function answer<K extends ChainFactName>(
  { fact, of }: Extract<ChainAsk, { readonly fact: K }>,
  from: AnswerFrom,
): Promise<FactTypes[K]['is']> {
  return ANSWERS[fact](of, from)
}
