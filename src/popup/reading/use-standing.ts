/** How the account in front stands beside what it holds, asked for at each new block while one looks. */
import type { Address } from '#shared/domain/address.ts'
import type { Powers, SwapStanding } from '#shared/domain/standing.ts'
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
  return useAnswer(account && { about: account, asOf }, () =>
    account === undefined ? never() : background['standing.swap']({ account }),
  )
}

/** The best block, for what may change with any. */
export function useBest(): number | undefined {
  const chain = useTopic('chain')
  return chain?.kind === 'online' ? chain.best : undefined
}

/** What is not asked is not answered. */
function never(): Promise<never> {
  return new Promise(() => undefined)
}
