/** Follows one extrinsic from sending to its end. What blocks say counts; what a pool says only decides about sending. */
import { fromHex, type Hash } from '#shared/domain/bytes.ts'
import { WalletError } from '#shared/domain/errors.ts'
import type { Accounts } from './balances.ts'
import type { Blocks } from './blocks.ts'
import type { Block, Chain, FollowedExtrinsic, Sighting } from './chain.ts'
import type { Client } from './client.ts'
import type { Connection } from './connection.ts'
import { NONCE_TAKEN, readRefusal, type Verdict } from './refusal.ts'
import { readHash } from './replies.ts'
import { NodeError } from './rpc.ts'
import { createSearch, type Place } from './search.ts'

interface FollowDeps {
  readonly client: Client
  readonly blocks: Blocks
  readonly accounts: Accounts
  /** A signature was refused that should be good: the metadata it was made with may be untrue. */
  readonly onForged: (connection: Connection) => void
}

export function createFollow({ client, blocks, accounts, onForged }: FollowDeps): Chain['follow'] {
  return (wanted, listener) => {
    const search = createSearch(blocks, wanted)
    let told: Sighting | undefined
    let ended = false
    let running = false
    let again = false
    /** Whether any node may have it, and whether one said so. */
    let sent = !wanted.broadcast
    let taken = !wanted.broadcast
    /** Whether an answer to a send was lost: that node may have taken it all the same. */
    let isUnsure = false
    /** Whether a block is what the listener last heard of; undefined while only an earlier worker could know. */
    let placed: boolean | undefined
    let sentOver: Connection | undefined
    let nonceAskedAt: Hash | undefined

    const end = (): void => {
      ended = true
      stopListening()
    }

    const tell = (sighting: Sighting): void => {
      if (ended || isSame(told, sighting)) return
      told = sighting
      if ('at' in sighting) placed = true
      if (sighting.kind === 'final' || sighting.kind === 'refused' || sighting.kind === 'era-over') end()
      listener(sighting)
    }

    const takeBack = (): void => {
      if (placed !== false) tell({ kind: 'retracted' })
      placed = false
    }

    /** An end in no block: nothing that was told of a block before may outlast it. */
    const tellEnd = (sighting: Extract<Sighting, { kind: 'refused' | 'era-over' }>): void => {
      takeBack()
      tell(sighting)
    }

    const loseSight = (): void => {
      if (sent && told?.kind !== 'in-block') tell({ kind: 'lost-sight' })
    }

    const outcomeAt = (connection: Connection, { block, extrinsic, ...where }: Place) =>
      blocks.outcome(connection, block, { ...where, ...(extrinsic && { extrinsic: fromHex(extrinsic) }) })

    /** Asks the blocks, and sends it where they know nothing of it. */
    const look = async (connection: Connection): Promise<void> => {
      const best = connection.best()
      const final = connection.final()
      const settled = await search.inFinal(connection, final)
      if (settled) {
        const outcome = await outcomeAt(connection, settled)
        return tell({ kind: 'final', at: pointOf(settled.block), outcome })
      }
      if (final.number < wanted.era.death) {
        const pending = await search.inBest(connection, best, final)
        if (pending === 'unclear') return
        if (pending) {
          const at = pointOf(pending.block)
          if (told?.kind === 'in-block' && told.at.hash === at.hash) return
          const outcome = await outcomeAt(connection, pending)
          return tell({ kind: 'in-block', at, outcome })
        }
      }
      // One taken up after a restart may have been told as in a block by the worker before.
      if (placed || !wanted.broadcast) takeBack()
      if (final.number >= wanted.era.death) return tellEnd({ kind: 'era-over', lastBlock: wanted.era.death })
      if (nonceAskedAt !== final.hash) {
        const next = await accounts.nonce(wanted.account, connection, final.hash)
        if (next > wanted.nonce) return tellEnd({ kind: 'refused', reason: NONCE_TAKEN })
        nonceAskedAt = final.hash
      }
      if (wanted.broadcast && sentOver !== connection) await send(connection)
      if (taken) tell({ kind: 'broadcast' })
    }

    const send = async (connection: Connection): Promise<void> => {
      sent = true
      const verdict = await submit(connection, wanted).catch((cause: unknown) => {
        isUnsure = true
        throw cause
      })
      // A second node's refusal says nothing about what a first one took, or may have taken.
      if (verdict.kind === 'taken' || taken || isUnsure) {
        if (verdict.kind !== 'later') sentOver = connection
        taken ||= verdict.kind === 'taken'
      } else if (verdict.kind === 'refused') {
        if (verdict.isForged) onForged(connection)
        tellEnd({ kind: 'refused', reason: verdict.reason })
      } else if (verdict.kind === 'ancient' && connection.best().number < wanted.era.death)
        tellEnd({ kind: 'refused', reason: verdict.reason })
    }

    /** Not answered, or not so that anything could be concluded from it: the next block brings the next try. */
    const giveUpForNow = (cause: unknown): void => {
      if (!(cause instanceof WalletError || cause instanceof NodeError)) throw cause
      loseSight()
    }

    const run = async (): Promise<void> => {
      again = true
      if (running) return
      running = true
      try {
        while (again && !ended) {
          again = false
          const connection = client.current()
          if (connection?.genesis === wanted.genesis) await look(connection).catch(giveUpForNow)
          else loseSight()
        }
      } finally {
        running = false
      }
    }

    const stopListening = client.on((event) => {
      if (event === 'down') loseSight()
      if (event !== 'spec') void run()
    })
    void run()
    return end
  }
}

async function submit(connection: Connection, { extrinsic }: FollowedExtrinsic): Promise<Verdict> {
  try {
    await connection.ask('author_submitExtrinsic', [extrinsic], readHash)
    return { kind: 'taken' }
  } catch (cause) {
    if (cause instanceof NodeError) return readRefusal(cause)
    throw cause
  }
}

function pointOf({ number, hash }: Block): Block {
  return { number, hash }
}

function isSame(a: Sighting | undefined, b: Sighting): boolean {
  if (a?.kind !== b.kind) return false
  return !('at' in a && 'at' in b) || a.at.hash === b.at.hash
}
