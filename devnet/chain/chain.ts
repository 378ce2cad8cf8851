// The tree of blocks: which is best, which is final, what a change of best retracts and enacts, and when old ones are dropped.
import type { Hex } from './bytes.ts'
import { encodeHeader, type Header, headerHash } from './header.ts'
import type { State } from './state.ts'

export interface Block {
  readonly hash: Hex
  readonly header: Header
  readonly encodedHeader: Uint8Array
  /** As received, with their length prefix; the first is the timestamp inherent. */
  readonly extrinsics: readonly Uint8Array[]
  readonly state: State
}

export type ChainEvent =
  | { readonly kind: 'imported'; readonly block: Block }
  | {
      readonly kind: 'best'
      readonly block: Block
      readonly retracted: readonly Block[]
      readonly enacted: readonly Block[]
    }
  | { readonly kind: 'finalized'; readonly blocks: readonly Block[]; readonly pruned: readonly Hex[] }

export interface Chain {
  readonly genesis: Block
  readonly best: () => Block
  readonly finalized: () => Block
  readonly block: (hash: Hex) => Block | undefined
  /** The hash at a height on the best chain. */
  readonly hashAt: (number: number) => Hex | undefined
  /** Blocks that are neither final nor abandoned, parents first. */
  readonly unfinalized: () => readonly Block[]
  /** Adds a block whose parent is known, without making it best. */
  readonly add: (block: Block) => void
  readonly setBest: (block: Block) => void
  /** Makes final whatever lies `lag` blocks behind the best one. */
  readonly finalizeBehind: (lag: number) => void
  readonly listen: (listener: (event: ChainEvent) => void) => () => void
}

export function makeBlock(header: Header, extrinsics: readonly Uint8Array[], state: State): Block {
  const encodedHeader = encodeHeader(header)
  return { hash: headerHash(encodedHeader), header, encodedHeader, extrinsics, state }
}

/** A chain that starts at `genesis` and forgets blocks that are more than `keep` behind the final one. */
export function createChain(genesis: Block, keep: number): Chain {
  const blocks = new Map<Hex, Block>([[genesis.hash, genesis]])
  const canonical = new Map<number, Hex>([[0, genesis.hash]])
  const heights = new Map<number, Hex[]>([[0, [genesis.hash]]])
  const listeners = new Set<(event: ChainEvent) => void>()
  const abandoned = new Set<Hex>()
  let best = genesis
  let finalized = genesis

  const emit = (event: ChainEvent): void => {
    for (const listener of [...listeners]) listener(event)
  }
  const parent = (block: Block): Block | undefined => blocks.get(block.header.parentHash)
  const isCanonical = (block: Block): boolean => canonical.get(block.header.number) === block.hash

  const add = (block: Block): void => {
    if (!parent(block)) throw new Error('the parent of this block is unknown')
    if (blocks.has(block.hash)) throw new Error('this block is known already')
    blocks.set(block.hash, block)
    const { number } = block.header
    heights.set(number, [...(heights.get(number) ?? []), block.hash])
    emit({ kind: 'imported', block })
  }

  const setBest = (block: Block): void => {
    const enacted: Block[] = []
    let fork: Block | undefined = block
    while (fork && !isCanonical(fork)) {
      enacted.unshift(fork)
      fork = parent(fork)
    }
    if (!fork || fork.header.number < finalized.header.number)
      throw new Error('this block is not above the final one')
    const retracted: Block[] = []
    for (let old: Block | undefined = best; old && old !== fork; old = parent(old)) retracted.push(old)
    for (const old of retracted) canonical.delete(old.header.number)
    for (const now of enacted) canonical.set(now.header.number, now.hash)
    best = block
    emit({ kind: 'best', block, retracted, enacted })
  }

  const finalizeBehind = (lag: number): void => {
    const target = best.header.number - lag
    const now: Block[] = []
    for (let number = finalized.header.number + 1; number <= target; number++) {
      const block = blocks.get(canonical.get(number) ?? genesis.hash)
      if (block) now.push(block)
    }
    const last = now.at(-1)
    if (!last) return
    finalized = last
    const pruned = now.flatMap(({ header }) => abandon(header.number))
    emit({ kind: 'finalized', blocks: now, pruned })
    forget(last.header.number - keep)
  }

  /** Gives up the siblings of the final block at a height, with all that was built on them. Who pinned them still reads them. */
  const abandon = (number: number): Hex[] => {
    const gone: Hex[] = []
    const give = (hash: Hex): void => {
      if (abandoned.has(hash)) return
      abandoned.add(hash)
      gone.push(hash)
    }
    for (const hash of heights.get(number) ?? []) if (hash !== canonical.get(number)) give(hash)
    for (let next = number + 1; heights.has(next); next++)
      for (const hash of heights.get(next) ?? []) {
        const parentHash = blocks.get(hash)?.header.parentHash
        if (parentHash && abandoned.has(parentHash)) give(hash)
      }
    return gone
  }

  const remove = (hash: Hex): void => {
    const block = blocks.get(hash)
    if (!block) return
    blocks.delete(hash)
    abandoned.delete(hash)
    const rest = (heights.get(block.header.number) ?? []).filter((other) => other !== hash)
    if (rest.length > 0) heights.set(block.header.number, rest)
    else heights.delete(block.header.number)
  }

  const forget = (number: number): void => {
    // Genesis stays: its hash is asked for at every height.
    if (number <= 0) return
    for (const hash of heights.get(number) ?? []) remove(hash)
  }

  return {
    genesis,
    best: () => best,
    finalized: () => finalized,
    block: (hash) => blocks.get(hash),
    hashAt: (number) => canonical.get(number),
    unfinalized: () =>
      [...blocks.values()]
        .filter(({ hash, header }) => header.number > finalized.header.number && !abandoned.has(hash))
        .sort((a, b) => a.header.number - b.header.number),
    add,
    setBest,
    finalizeBehind,
    listen: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
