/** Blocks by hash, each checked to be the one it was asked for, and what an extrinsic did in one. */
import { fromHex, type Hash, type Hex } from '#shared/domain/bytes.ts'
import { WalletError } from '#shared/domain/errors.ts'
import type { Outcome } from '#shared/domain/outcome.ts'
import { extrinsicHash } from '#shared/runtime/payload.ts'
import type { Connection } from './connection.ts'
import { EVENTS_KEY } from './events.ts'
import { type Header, readHeader } from './header.ts'
import type { MetadataCache } from './metadata.ts'
import { type InBlock, readOutcome } from './outcome.ts'
import { readHash, readHex, readStorage } from './replies.ts'

interface BlockWithExtrinsics extends Header {
  /** The hash of each, and its bytes at the same place. */
  readonly extrinsics: readonly Hash[]
  readonly bytes: readonly Hex[]
}

export interface Blocks {
  /** @throws WalletError `not-found` when the node does not keep the block */
  read(connection: Connection, hash: Hash): Promise<BlockWithExtrinsics>
  /** The hash at a height of the node's best chain. @throws WalletError `not-found` */
  hashAt(connection: Connection, number: number): Promise<Hash>
  /** What an extrinsic did. @throws WalletError `unreadable`, NodeError where the state was dropped */
  outcome(connection: Connection, block: Header, of: InBlock): Promise<Outcome>
}

/** Enough that several followed extrinsics read each new block once. */
const KEPT = 8

export function createBlocks(metadata: MetadataCache): Blocks {
  const reading = new Map<Hash, Promise<BlockWithExtrinsics>>()

  const read = async (connection: Connection, hash: Hash): Promise<BlockWithExtrinsics> => {
    const block = await connection.ask('chain_getBlock', [hash], (result) =>
      result === null ? null : readBlock(result, hash),
    )
    if (block === null) throw new WalletError('not-found', { kind: 'block' })
    return block
  }

  return {
    read: (connection, hash) => {
      const known = reading.get(hash)
      if (known !== undefined) return known
      const started = read(connection, hash)
      reading.set(hash, started)
      for (const old of [...reading.keys()].slice(0, -KEPT)) reading.delete(old)
      started.catch(() => {
        if (reading.get(hash) === started) reading.delete(hash)
      })
      return started
    },
    hashAt: async (connection, number) => {
      const hash = await connection.ask('chain_getBlockHash', [number], (result) =>
        result === null ? null : readHash(result),
      )
      if (hash === null) throw new WalletError('not-found', { kind: 'block' })
      return hash
    },
    outcome: async (connection, block, of) => {
      const key: Hex = EVENTS_KEY
      // A block is executed by the runtime its parent left behind: an upgrade in it counts from the next one on.
      const [{ runtime }, values] = await Promise.all([
        metadata.loadAt(connection, block.parent),
        connection.ask('state_queryStorageAt', [[key], block.hash], readStorage([key], block.hash)),
      ])
      return readOutcome(runtime, values.get(key) ?? new Uint8Array(), of)
    },
  }
}

function readBlock(result: unknown, hash: Hash): BlockWithExtrinsics | undefined {
  const { block } = (result ?? {}) as { readonly block?: unknown }
  const { header, extrinsics } = (block ?? {}) as Partial<Record<'header' | 'extrinsics', unknown>>
  const read = readHeader(header)
  if (read?.hash !== hash || !Array.isArray(extrinsics)) return undefined
  const bytes = extrinsics.map(readHex)
  if (!bytes.every((extrinsic) => extrinsic !== undefined)) return undefined
  return { ...read, extrinsics: bytes.map((extrinsic) => extrinsicHash(fromHex(extrinsic))), bytes }
}
