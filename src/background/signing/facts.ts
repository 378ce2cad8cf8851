/** Answers what an operation asks: the chain's part at one block, the wallet's own part from its book. */
import type { Address } from '#shared/domain/address.ts'
import type { Hash } from '#shared/domain/bytes.ts'
import { type Balance, NO_BALANCE } from '#shared/domain/portfolio.ts'
import type { Rao } from '#shared/domain/units.ts'
import type { Acquaintance } from '#shared/operations/fact-shapes.ts'
import type { Ask, Asks, ChainAsk, Facts, FactTypes } from '#shared/operations/facts.ts'
import type { Book } from '../accounts/book.ts'
import type { Before } from '../chain/before.ts'
import type { Block, Chain } from '../chain/chain.ts'

export type FactChain = Pick<Chain, 'balances' | 'existentialDeposit' | 'fee' | 'answers'>

/** Everything but the fee, which changes with the call while the rest does not. */
export interface Ground {
  readonly own: Balance
  readonly block: Block
  readonly answers: Readonly<Record<string, FactTypes[keyof FactTypes]['is'] | undefined>>
}

interface Deps {
  readonly chain: FactChain
  readonly book: Book
}

/** Where a batch begins, and what its calls so far will have done. */
export interface Since {
  readonly block: Block
  readonly before: Before
}

/** @throws WalletError `offline`, `timeout` or `wrong-chain` */
export async function readGround(
  asks: Asks,
  signer: Address,
  { chain, book }: Deps,
  since?: Since,
): Promise<Ground> {
  const all = Object.entries(asks)
  const addresses = all.flatMap(([, ask]) => (ask.fact === 'balance' ? [ask.of] : []))
  const strangers = all.flatMap(([, ask]) => (ask.fact === 'acquaintance' ? [ask.of] : []))
  const hashes = all.flatMap(([, ask]) => (ask.fact === 'known' ? [ask.of] : []))
  const asked = all.map(([, ask]) => ask).filter(isOfChain)
  const asksDeposit = all.some(([, ask]) => ask.fact === 'existentialDeposit')
  const [{ balances, block }, deposit, acquaintances, named] = await Promise.all([
    chain.balances([...new Set([signer, ...addresses])]),
    asksDeposit ? chain.existentialDeposit() : undefined,
    Promise.all(strangers.map(async (of) => [of, await book.acquaintance(of)] as const)),
    Promise.all(hashes.map(async (of) => [of, await book.withHash(of)] as const)),
  ])
  const known = named.flatMap(([hash, address]) => (address === undefined ? [] : [{ hash, address }]))
  const questions = [...asked, ...known.map(({ address: of }) => ({ fact: 'standing', of }) as const)]
  const answers =
    questions.length === 0 ? [] : await chain.answers(questions, since?.block ?? block, since?.before)
  const behind = (hash: Hash): FactTypes['known']['is'] => {
    const at = known.findIndex((each) => each.hash === hash)
    const standing = answers[asked.length + at]
    const address = known[at]?.address
    const isTold = typeof standing === 'object' && 'isHotkey' in standing
    return address === undefined || !isTold ? undefined : { address, ...standing }
  }
  const who = new Map<Address, Acquaintance>(acquaintances)
  const answer = (ask: Ask): FactTypes[keyof FactTypes]['is'] | undefined => {
    switch (ask.fact) {
      case 'balance':
        return balances.get(ask.of) ?? NO_BALANCE
      case 'existentialDeposit':
        return deposit
      case 'acquaintance':
        return who.get(ask.of)
      case 'known':
        return behind(ask.of)
      case 'fee':
        return undefined
      default:
        return answers[asked.indexOf(ask)]
    }
  }
  return {
    own: balances.get(signer) ?? NO_BALANCE,
    block,
    answers: Object.fromEntries(all.map(([name, ask]) => [name, answer(ask)])),
  }
}

function isOfChain(ask: Ask): ask is ChainAsk {
  return !['balance', 'existentialDeposit', 'acquaintance', 'known', 'fee'].includes(ask.fact)
}

/** The answers with the fee of one very call among them. */
export function withFee(asks: Asks, { answers }: Ground, fee: Rao): Facts<Asks> {
  const fees = Object.entries(asks).filter(([, ask]) => ask.fact === 'fee')
  return { ...answers, ...Object.fromEntries(fees.map(([name]) => [name, fee])) }
}
