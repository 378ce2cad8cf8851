/** How the account in front stands beside what it holds, asked for at each new block while one looks. */
import type { Address } from '#shared/domain/address.ts'
import type { NetworkId } from '#shared/domain/network.ts'
import type { Crowdloans, Identity, Powers, SwapStanding } from '#shared/domain/standing.ts'
import { useTopic } from '../use-topic.ts'
import { useWallet } from '../wallet.ts'
import { type Answer, useAnswer } from './use-answer.ts'

export function usePowers(account: Address | undefined): Answer<Powers> {
  const { background } = useWallet()
  const asOf = useBest()
  return useAnswer(account && { about: account, asOf }, () =>
    account === undefined ? never() : background['standing.powers']({ account }),
  )
}

export function useSwapStanding(account: Address | undefined): Answer<SwapStanding> {
  const { background } = useWallet()
  const asOf = useBest()
  const { value, failure } = useAnswer(account && { about: account, asOf }, () =>
    account === undefined ? never() : background['standing.swaps']({ accounts: [account] }),
  )
  return { value: value?.[0], failure }
}

/** Five minutes: what is announced can be carried out days later. */
const SWAP_BLOCKS = 25

/** Of all of them, in their order; nothing while it is not known. */
export function useSwapStandings(
  network: NetworkId,
  accounts: readonly Address[],
): readonly SwapStanding[] | undefined {
  const { background } = useWallet()
  const best = useBest()
  const asOf = best && Math.floor(best / SWAP_BLOCKS)
  const isAsked = accounts.length > 0 && best !== undefined
  const question = isAsked ? { about: `${network} ${accounts.join()}`, asOf } : undefined
  return useAnswer(question, () => background['standing.swaps']({ accounts })).value
}

/** Asked once, and again when the network is back: it is for a form to begin with, not to follow. */
export function useIdentity(network: NetworkId, account: Address | undefined): Answer<Identity> {
  const { background } = useWallet()
  const asOf = useBest() === undefined ? 'away' : 'there'
  return useAnswer(account && { about: `${network} ${account}`, asOf }, () =>
    account === undefined ? never() : background['standing.identity']({ account }),
  )
}

/** Every five blocks: each crowdloan is read with a question of its own. */
const LOAN_BLOCKS = 5

export function useCrowdloans(network: NetworkId, account: Address | undefined): Answer<Crowdloans> {
  const { background } = useWallet()
  const best = useBest()
  const asOf = best && Math.floor(best / LOAN_BLOCKS)
  return useAnswer(account && { about: `${network} ${account}`, asOf }, () =>
    account === undefined ? never() : background['standing.crowdloans']({ account }),
  )
}

/** The best block, for what may change with any. */
function useBest(): number | undefined {
  const chain = useTopic('chain')
  return chain?.kind === 'online' ? chain.best : undefined
}

/** What is not asked is not answered. */
function never(): Promise<never> {
  return new Promise(() => undefined)
}
