/** The devnet that figures are measured against, as its parent sees it. */
import { fork } from 'node:child_process'
import { resolve } from 'node:path'
import type { WorldName } from '../devnet/start.ts'
import type { Asked } from './chain-process.ts'

export interface MeasuredChain {
  readonly url: string
  readonly genesis: string
  /** Gives an account TAO in a block that is made at once. */
  faucet(account: `0x${string}`, rao: bigint): Promise<void>
  /** The newest block, and the transaction extensions of its runtime in order. */
  best(): Promise<{ readonly number: number; readonly hash: string; readonly extensions: readonly string[] }>
  /** Gives accounts so many positions in all, in a block that is made at once. */
  grant(accounts: readonly `0x${string}`[], positions: number): Promise<void>
  seal(): Promise<void>
  /** How often each method was asked for since `forgetRequests`. */
  requests(): Promise<Readonly<Record<string, number>>>
  forgetRequests(): Promise<void>
  close(): void
}

export async function startChain(world: WorldName = 'ordinary'): Promise<MeasuredChain> {
  const child = fork(resolve(import.meta.dirname, 'chain-process.ts'), [world], {
    execArgv: ['--import', 'tsx'],
  })
  const next = (): Promise<unknown> =>
    new Promise((done, failed) => {
      const onExit = (code: number | null): void => failed(new Error(`the chain ended with ${code}`))
      child.once('exit', onExit)
      child.once('message', (message) => {
        child.off('exit', onExit)
        done(message)
      })
    })
  const { url, genesis } = (await next()) as { url: string; genesis: string }
  const ask = async (asked: Asked): Promise<unknown> => {
    const answered = next()
    child.send(asked)
    return ((await answered) as { answer: unknown }).answer
  }
  return {
    url,
    genesis,
    faucet: async (account, rao) => void (await ask({ kind: 'faucet', account, rao: `${rao}` })),
    best: async () => (await ask({ kind: 'best' })) as Awaited<ReturnType<MeasuredChain['best']>>,
    grant: async (accounts, positions) => void (await ask({ kind: 'grant', accounts, positions })),
    seal: async () => void (await ask({ kind: 'seal' })),
    requests: async () => (await ask({ kind: 'requests' })) as Record<string, number>,
    forgetRequests: async () => void (await ask({ kind: 'forgetRequests' })),
    close: () => child.disconnect(),
  }
}
