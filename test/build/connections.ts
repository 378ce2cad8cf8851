/** Nodes and chain rooms that are joined as each test chooses; all end after the test they were made for. */

import { afterEach } from 'vitest'
import { WebSocket } from 'ws'
import type { Devnet } from '../../devnet/start.ts'
import type { ChainChoice } from '../../src/background/chain/chain.ts'
import { createChain } from '../../src/background/chain/create-chain.ts'
import type { ChainStatus } from '../../src/shared/domain/portfolio.ts'
import { type Bench, memoryStore, startBench, startNode, type TestChain } from './devnet-chain.ts'
import { createManualClock, type ManualClock } from './manual-clock.ts'

interface Connecting {
  readonly chain: TestChain
  readonly clock: ManualClock
  /** Every status since the choice. */
  readonly told: readonly ChainStatus[]
}

interface Connections {
  /** What is to be done after the test. */
  readonly ends: (() => unknown)[]
  nodes(count: number): Promise<Devnet[]>
  /** A chain room that has made a choice, whatever comes of it. */
  chainOn(choice: ChainChoice): Connecting
  /** A node and a chain room that is online on it. */
  bench(): Promise<Bench>
}

export function endingConnections(): Connections {
  const ends: (() => unknown)[] = []
  afterEach(async () => {
    for (const end of ends.splice(0)) await end()
  })

  return {
    ends,
    nodes: async (count) => {
      const started = await Promise.all(Array.from({ length: count }, () => startNode()))
      ends.push(...started.map((node) => () => node.close()))
      return started
    },
    chainOn: (choice) => {
      const clock = createManualClock()
      const chain = createChain({ WebSocket, clock, store: memoryStore() })
      ends.push(() => chain.stop())
      const told: ChainStatus[] = []
      chain.onStatus((status) => told.push(status))
      chain.choose(choice)
      return { chain, clock, told }
    },
    bench: async () => {
      const made = await startBench()
      ends.push(made.end)
      return made
    },
  }
}

/** How often a node was asked this. */
export const asked = (node: Devnet, method: string): number => node.requests()[method] ?? 0

export const isOnline = (status: ChainStatus, node: Devnet): boolean =>
  status.kind === 'online' && status.endpoint === node.url
