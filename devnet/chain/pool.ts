// The transaction pool: what a node says to a submission, what waits for its turn, and what watchers are told.
import type { Hex } from './bytes.ts'
import type { Block } from './chain.ts'
import { extrinsicHash } from './extrinsic.ts'
import { type Validity, ValidityError } from './validity.ts'

export type PoolStatus =
  | { readonly kind: 'future' | 'ready' | 'dropped' | 'invalid' }
  | { readonly kind: 'broadcast'; readonly peers: readonly string[] }
  | { readonly kind: 'inBlock' | 'retracted' | 'finalized'; readonly block: Hex; readonly index: number }

/** Why the pool did not take an extrinsic that is not simply invalid. */
export class PoolError extends Error {
  readonly reason: 'banned' | 'imported' | 'priority' | 'full'
  readonly hash: Hex
  constructor(reason: PoolError['reason'], hash: Hex) {
    super(`the pool refused an extrinsic: ${reason}`)
    this.reason = reason
    this.hash = hash
  }
}

export interface Pool {
  /** Takes an extrinsic and returns its hash. Throws PoolError, ValidityError, FrameError or DecodeError. */
  readonly submit: (bytes: Uint8Array) => Hex
  readonly knows: (hash: Hex) => boolean
  /** Extrinsics that may go into a block on the best one, in an order that respects nonces. */
  readonly ready: () => readonly Uint8Array[]
  /** The nonce after the last one of `account` that is ready, or `undefined` when none waits. */
  readonly nextNonce: (account: Hex) => number | undefined
  readonly size: () => { readonly ready: number; readonly future: number }
  /** Is told every status from now on until the extrinsic is final or gone. Returns the end of the watch. */
  readonly watch: (hash: Hex, listener: (status: PoolStatus) => void) => () => void
  /** Takes extrinsics out that a block author found unfit. */
  readonly reject: (hashes: readonly Hex[]) => void
  /** Takes an extrinsic out for good, as if the node had lost it. */
  readonly forget: (hash: Hex) => void
  readonly onBest: (retracted: readonly Block[], enacted: readonly Block[]) => void
  readonly onFinalized: (blocks: readonly Block[]) => void
}

interface Entry {
  readonly hash: Hex
  readonly bytes: Uint8Array
  readonly validity: Validity
  readonly ready: boolean
}

interface Deps {
  /** Validates against the best block; throws ValidityError. */
  readonly validate: (bytes: Uint8Array) => Validity
}

// Limits of sc-transaction-pool's default options.
const MAX_READY = 8192
const MAX_FUTURE = 512

export function createPool({ validate }: Deps): Pool {
  const entries = new Map<Hex, Entry>()
  // A node bans for half an hour what was found invalid or was included; a devnet lives shorter than that.
  const banned = new Set<Hex>()
  const forgotten = new Set<Hex>()
  const watchers = new Map<Hex, Set<(status: PoolStatus) => void>>()

  const tell = (hash: Hex, status: PoolStatus): void => {
    for (const listener of [...(watchers.get(hash) ?? [])]) listener(status)
  }
  const tellReady = (hash: Hex): void => {
    tell(hash, { kind: 'ready' })
    tell(hash, { kind: 'broadcast', peers: ['12D3KooWDevnet'] })
  }
  const provided = (): Set<string> =>
    new Set([...entries.values()].filter((e) => e.ready).flatMap((e) => e.validity.provides))

  const promote = (): void => {
    for (let moved = true; moved; ) {
      moved = false
      const tags = provided()
      for (const entry of entries.values())
        if (!entry.ready && entry.validity.requires.every((tag) => tags.has(tag))) {
          // Set again so that it stands behind what it waits for.
          entries.delete(entry.hash)
          entries.set(entry.hash, { ...entry, ready: true })
          tellReady(entry.hash)
          moved = true
          break
        }
    }
  }

  const insert = (hash: Hex, bytes: Uint8Array, validity: Validity): void => {
    const tags = provided()
    const ready = validity.requires.every((tag) => tags.has(tag))
    if (ready && validity.provides.some((tag) => tags.has(tag))) throw new PoolError('priority', hash)
    const { ready: readyCount, future } = size()
    if (ready ? readyCount >= MAX_READY : future >= MAX_FUTURE) throw new PoolError('full', hash)
    entries.set(hash, { hash, bytes, validity, ready })
    if (ready) tellReady(hash)
    else tell(hash, { kind: 'future' })
    promote()
  }

  const submit = (bytes: Uint8Array): Hex => {
    const hash = extrinsicHash(bytes)
    if (banned.has(hash)) throw new PoolError('banned', hash)
    if (entries.has(hash)) throw new PoolError('imported', hash)
    try {
      insert(hash, bytes, validate(bytes))
    } catch (error) {
      if (error instanceof ValidityError && error.verdict.kind === 'invalid') banned.add(hash)
      throw error
    }
    return hash
  }

  const size = () => {
    const ready = [...entries.values()].filter((entry) => entry.ready).length
    return { ready, future: entries.size - ready }
  }

  const remove = (hash: Hex, status: 'invalid' | 'dropped'): void => {
    if (!entries.delete(hash)) return
    banned.add(hash)
    tell(hash, { kind: status })
    watchers.delete(hash)
  }

  const included = (block: Block, visit: (hash: Hex, index: number, bytes: Uint8Array) => void): void =>
    block.extrinsics.forEach((bytes, index) => {
      visit(extrinsicHash(bytes), index, bytes)
    })

  /** Judges everything again on the new best block. */
  const revalidate = (): void => {
    const before = [...entries.values()]
    entries.clear()
    for (const { hash, bytes, ready } of before) {
      try {
        const validity = validate(bytes)
        const tags = provided()
        const nowReady = validity.requires.every((tag) => tags.has(tag))
        if (nowReady && validity.provides.some((tag) => tags.has(tag))) throw new PoolError('priority', hash)
        entries.set(hash, { hash, bytes, validity, ready: nowReady })
        if (nowReady && !ready) tellReady(hash)
      } catch {
        entries.set(hash, {
          hash,
          bytes,
          validity: { requires: [], provides: [], priority: 0n, longevity: 0n },
          ready,
        })
        remove(hash, 'invalid')
      }
    }
    promote()
  }

  return {
    submit,
    size,
    knows: (hash) => entries.has(hash),
    ready: () => [...entries.values()].filter((entry) => entry.ready).map((entry) => entry.bytes),
    nextNonce: (account) => {
      const nonces = [...entries.values()]
        .filter((entry) => entry.ready && entry.validity.sender?.account === account)
        .map((entry) => entry.validity.sender?.nonce ?? 0)
      return nonces.length > 0 ? Math.max(...nonces) + 1 : undefined
    },
    watch: (hash, listener) => {
      const set = watchers.get(hash) ?? new Set()
      watchers.set(hash, set.add(listener))
      return () => {
        set.delete(listener)
        if (set.size === 0) watchers.delete(hash)
      }
    },
    reject: (hashes) => {
      for (const hash of hashes) remove(hash, 'invalid')
    },
    forget: (hash) => {
      forgotten.add(hash)
      remove(hash, 'dropped')
    },
    onBest: (retracted, enacted) => {
      const back: Uint8Array[] = []
      for (const block of retracted)
        included(block, (hash, index, bytes) => {
          tell(hash, { kind: 'retracted', block: block.hash, index })
          if (index === 0) return
          banned.delete(hash)
          back.push(bytes)
        })
      const taken = new Set<Hex>()
      for (const block of enacted)
        included(block, (hash, index) => {
          taken.add(hash)
          entries.delete(hash)
          banned.add(hash)
          tell(hash, { kind: 'inBlock', block: block.hash, index })
        })
      revalidate()
      for (const bytes of back) {
        const hash = extrinsicHash(bytes)
        if (taken.has(hash)) continue
        if (forgotten.has(hash)) {
          tell(hash, { kind: 'dropped' })
          watchers.delete(hash)
        } else resubmit(bytes, hash)
      }
    },
    onFinalized: (blocks) => {
      for (const block of blocks)
        included(block, (hash, index) => {
          tell(hash, { kind: 'finalized', block: block.hash, index })
          watchers.delete(hash)
        })
    },
  }

  function resubmit(bytes: Uint8Array, hash: Hex): void {
    try {
      submit(bytes)
    } catch {
      tell(hash, { kind: 'invalid' })
      watchers.delete(hash)
    }
  }
}
