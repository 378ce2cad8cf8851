/** The answer to each fact an operation asks of the chain, read from the state of one block. */
import type { ChainAsk, ChainFactName, FactTypes } from '#shared/operations/facts.ts'
import { accountFacts } from './facts-account.ts'
import type { AnswerFrom, Answers } from './facts-from.ts'
import { stakeFacts } from './facts-stake.ts'
import { subnetFacts } from './facts-subnet.ts'
import { swapFacts } from './facts-swap.ts'

const ANSWERS: Answers = { ...accountFacts, ...stakeFacts, ...subnetFacts, ...swapFacts }

/** @throws WalletError `offline`, `timeout`, or `unreadable` for a runtime that keeps this otherwise */
export function answer<K extends ChainFactName>(
  { fact, of }: Extract<ChainAsk, { readonly fact: K }>,
  from: AnswerFrom,
): Promise<FactTypes[K]['is']> {
  return ANSWERS[fact](of, from)
}
