/** The chain, connected only while somebody needs it: a page is open, something sent is not final, a question is asked. */
import type { ChainStatus } from '#shared/domain/portfolio.ts'
import type { Block, Chain, ChainChoice, FollowedExtrinsic, Sighting } from './chain/chain.ts'

export interface StoppableChain extends Chain {
  /** Ends the connection for good. */
  stop(): void
}

export interface OnDemandChain extends Chain {
  /** Keeps the connection until the returned function is called. */
  hold(): () => void
}

interface Deps {
  readonly make: () => Promise<StoppableChain>
  readonly choice: () => Promise<ChainChoice>
  /** Runs once after `ms`, unless the returned function is called before. */
  readonly after: (ms: number, run: () => void) => () => void
  readonly onBug: (cause: unknown, where: string) => void
}

/** Who closes the wallet often opens it again soon, and a browser keeps a worker for thirty idle seconds anyway. */
const LINGER_MS = 20_000

interface Follow {
  readonly extrinsic: FollowedExtrinsic
  readonly listener: (sighting: Sighting) => void
  stop: () => void
}

/** One connection, from its first holder on. */
interface Run {
  /** There once it has been made, and told which network. */
  chain?: StoppableChain
  /** A choice that came while it was being made. */
  chosen?: ChainChoice
  readonly ready: Promise<StoppableChain>
}

export function createOnDemandChain({ make, choice, after, onBug }: Deps): OnDemandChain {
  const statusListeners = new Set<(status: ChainStatus) => void>()
  const headListeners = new Set<(best: Block) => void>()
  const follows = new Set<Follow>()
  let holders = 0
  let run: Run | undefined
  let stopLinger = (): void => {}
  let last: ChainStatus = { kind: 'connecting', network: 'finney' }

  const start = (): Run => {
    const begin = async (): Promise<StoppableChain> => {
      const [made, stored] = await Promise.all([make(), choice()])
      if (run !== started) throw new Error('nobody holds this chain any more')
      made.onStatus((status) => {
        last = status
        for (const listener of statusListeners) listener(status)
      })
      made.onHead((best) => {
        for (const listener of headListeners) listener(best)
      })
      made.choose(started.chosen ?? stored)
      started.chain = made
      for (const follow of follows) attach(follow, made)
      return made
    }
    const started: Run = { ready: begin() }
    started.ready.catch((cause: unknown) => {
      if (run !== started) return
      // Whoever needs it next tries anew.
      run = undefined
      onBug(cause, 'starting a chain')
    })
    return started
  }

  const attach = (follow: Follow, to: StoppableChain): void => {
    follow.stop = to.follow(follow.extrinsic, follow.listener)
  }

  const hold = (): (() => void) => {
    holders += 1
    stopLinger()
    run ??= start()
    let isHeld = true
    return () => {
      if (!isHeld) return
      isHeld = false
      holders -= 1
      if (holders === 0) stopLinger = after(LINGER_MS, end)
    }
  }

  const end = (): void => {
    if (holders > 0 || run === undefined) return
    for (const follow of follows) follow.stop = () => {}
    run.chain?.stop()
    run = undefined
  }

  /** Connected for the length of one question. */
  const ask = async <T>(question: (chain: Chain) => Promise<T>): Promise<T> => {
    const release = hold()
    try {
      return await question(await held())
    } finally {
      release()
    }
  }
  const held = (): Promise<StoppableChain> => {
    if (run === undefined) throw new Error('asked of a chain that nobody holds')
    return run.ready
  }

  return {
    hold,
    status: () => run?.chain?.status() ?? last,
    onStatus: (listener) => added(statusListeners, listener),
    onHead: (listener) => added(headListeners, listener),
    choose: (next) => {
      if (run?.chain !== undefined) return run.chain.choose(next)
      last = { kind: 'connecting', network: next.network }
      if (run !== undefined) run.chosen = next
    },
    reconnect: () => run?.chain?.reconnect(),
    head: () => ask((chain) => chain.head()),
    hashAt: (height) => ask((chain) => chain.hashAt(height)),
    live: () => ask((chain) => chain.live()),
    balances: (of) => ask((chain) => chain.balances(of)),
    picture: (of, turn) => ask((chain) => chain.picture(of, turn)),
    subnets: () => ask((chain) => chain.subnets()),
    validators: (of) => ask((chain) => chain.validators(of)),
    names: (of) => ask((chain) => chain.names(of)),
    nominators: (of) => ask((chain) => chain.nominators(of)),
    existentialDeposit: () => ask((chain) => chain.existentialDeposit()),
    answers: (...question) => ask((chain) => chain.answers(...question)),
    cost: (...question) => ask((chain) => chain.cost(...question)),
    fee: (...question) => ask((chain) => chain.fee(...question)),
    nextNonce: (account) => ask((chain) => chain.nextNonce(account)),
    shieldKey: () => ask((chain) => chain.shieldKey()),
    follow: (extrinsic, listener) => {
      const follow: Follow = { extrinsic, listener, stop: () => {} }
      follows.add(follow)
      if (run?.chain !== undefined) attach(follow, run.chain)
      return () => {
        follows.delete(follow)
        follow.stop()
      }
    },
  }
}

function added<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
