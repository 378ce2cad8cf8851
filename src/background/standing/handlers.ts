/** `standing.*` of the popup contract: read when somebody looks, all of the state of one block. */
import type { Address } from '#shared/domain/address.ts'
import { WalletError } from '#shared/domain/errors.ts'
import type { Crowdloan, Powers, SwapStanding } from '#shared/domain/standing.ts'
import { rao } from '#shared/domain/units.ts'
import type { ChainAsk, FactTypes } from '#shared/operations/facts.ts'
import type { Handlers, Output } from '#shared/protocol/contract.ts'
import type { walletMethods } from '#shared/protocol/popup-contract.ts'
import { orOffline } from '../away.ts'
import type { Block, Chain } from '../chain/chain.ts'

type Names = Extract<keyof typeof walletMethods, `standing.${string}`>
type StandingChain = Pick<Chain, 'head' | 'answers'>

/** The newest of them: each is read with a question of its own. */
const MOST_CROWDLOANS = 48

export function standingHandlers(chain: StandingChain): Handlers<Pick<typeof walletMethods, Names>> {
  return {
    'standing.powers': ({ account }) => orAbsent(powersOf(chain, account)),
    'standing.swaps': ({ accounts }) => orAbsent(swapsOf(chain, accounts)),
    'standing.crowdloans': ({ account }) => orAbsent(crowdloansOf(chain, account)),
    'standing.identity': ({ account }) => orAbsent(identityOf(chain, account)),
  }
}

/** @throws WalletError `offline`, or `not-found` for a runtime that keeps no such thing */
async function orAbsent<T>(work: Promise<T>): Promise<T> {
  try {
    return await orOffline(work)
  } catch (cause) {
    const isAbsent = cause instanceof WalletError && cause.code === 'unreadable'
    throw isAbsent ? new WalletError('not-found', { kind: 'call' }, { cause }) : cause
  }
}

async function powersOf(chain: StandingChain, account: Address): Promise<Powers> {
  const { best } = await chain.head()
  const [proxies, types] = await ask(chain, best, [
    { fact: 'proxies', of: account },
    { fact: 'proxyTypes', of: undefined },
  ])
  const { entries, deposit, base, each, most } = proxies
  // The first reserves the base too (Proxy.ProxyDepositBase, .ProxyDepositFactor, spec 424).
  const next = rao(entries.length === 0 ? base + each : each)
  return { block: best, entries, deposit, next, most, types }
}

/** Of all accounts in one question. */
async function swapsOf(chain: StandingChain, accounts: readonly Address[]): Promise<readonly SwapStanding[]> {
  const { best } = await chain.head()
  const [terms, ...announced] = await ask(chain, best, [
    { fact: 'coldkeySwapTerms', of: undefined },
    ...accounts.map((of) => ({ fact: 'coldkeySwap', of }) as const),
  ])
  return announced.map((swap) => ({ block: best, announced: swap ?? null, ...terms }))
}

async function identityOf(
  chain: StandingChain,
  account: Address,
): Promise<Output<(typeof walletMethods)['standing.identity']>> {
  const { best } = await chain.head()
  const [published] = await ask(chain, best, [{ fact: 'identity', of: account }])
  return { block: best, ...published }
}

async function crowdloansOf(
  chain: StandingChain,
  account: Address,
): Promise<Output<(typeof walletMethods)['standing.crowdloans']>> {
  const { best } = await chain.head()
  const [next] = await ask(chain, best, [{ fact: 'nextCrowdloan', of: undefined }])
  const count = Math.min(next, MOST_CROWDLOANS)
  const ids = Array.from({ length: count }, (_, at) => next - 1 - at)
  const crowdloans = await Promise.all(ids.map((id) => crowdloanOf(chain, best, { id, account })))
  return { block: best, crowdloans: crowdloans.filter((loan) => loan !== undefined) }
}

/** Undefined for one that was dissolved: its number is not given again. */
async function crowdloanOf(
  chain: StandingChain,
  at: Block,
  { id, account }: { readonly id: number; readonly account: Address },
): Promise<Crowdloan | undefined> {
  const [loan, own] = await ask(chain, at, [
    { fact: 'crowdloan', of: id },
    { fact: 'contribution', of: { crowdloan: id, who: account } },
  ])
  if (loan === undefined) return undefined
  const { deposit: _, most, ...told } = loan
  return { id, ...told, most: most ?? null, own }
}

type Answered<A extends readonly ChainAsk[]> = { readonly [K in keyof A]: FactTypes[A[K]['fact']]['is'] }

async function ask<const A extends readonly ChainAsk[]>(
  chain: StandingChain,
  at: Block,
  asks: A,
): Promise<Answered<A>> {
  // In the order of the questions: the chain room's word, which its type has to lose.
  return (await chain.answers(asks, at)) as Answered<A>
}
