/** Whether the vault is open, as the room says; and who is told when that changes. */

import { WalletError } from '#shared/domain/errors.ts'
import type { VaultStatus } from '#shared/domain/vault.ts'
import type { Client } from '#shared/protocol/contract.ts'
import type { roomCommands } from '#shared/protocol/room-commands.ts'
import type { Store } from '../storage/area.ts'
import { keys } from '../storage/keys.ts'
import type { Keeper } from './keeper.ts'

/** What the room says of itself; `locksAt` in ms since 1970. */
type Openness = { readonly kind: 'locked' } | { readonly kind: 'unlocked'; readonly locksAt: number }

/** As much of the realm as is used outside its file. */
export interface Room {
  readonly call: Client<typeof roomCommands>
  onStatus(listener: (status: Openness) => void): void
}

export interface LockState {
  status(): Promise<VaultStatus>
  openness(): Promise<Openness>
  /** Locks the room. @throws WalletError `bug` when it did not answer */
  lock(): Promise<void>
  /** Told of each new state, the first one included. */
  onOpenness(listener: (now: Openness, before: Openness | undefined) => void): () => void
  onChange(listener: () => void): () => void
}

interface Deps {
  readonly room: Room
  readonly keeper: Keeper
  readonly store: Store
  readonly clock: () => number
}

export function createLockState({ room, keeper, store, clock }: Deps): LockState {
  const listeners = new Set<(now: Openness, before: Openness | undefined) => void>()
  let known: Openness | undefined
  /** The one question under way. */
  let asking: Promise<Openness> | undefined

  const learn = (now: Openness): void => {
    const before = known
    known = now
    for (const listener of listeners) listener(now, before)
  }
  room.onStatus(learn)

  const ask = async (): Promise<Openness> => {
    const before = known
    const answered = await room.call['room.status'](undefined)
    // A room that does not answer opens nothing, but has not said that it locked: nothing pending is rejected for it.
    if (!answered.ok) return { kind: 'locked' }
    // What it said by itself meanwhile may be newer than its answer: a lock is not taken back by one.
    if (known === before) learn(answered.value.kind === 'unlocked' ? answered.value : { kind: 'locked' })
    return known ?? { kind: 'locked' }
  }

  const openness = async (): Promise<Openness> => {
    // A worker that has just started knows nothing; and a deadline that has passed is the room's to judge.
    if (known !== undefined && (known.kind === 'locked' || known.locksAt > clock())) return known
    asking ??= ask().finally(() => {
      asking = undefined
    })
    return asking
  }

  return {
    openness,
    status: async () => {
      // Asked at the same time: the stores and the room are other processes, and a window waits for both.
      const [kept, now] = await Promise.all([keeper.kept(), openness()])
      if (kept.kind !== 'whole') return { kind: kept.kind }
      if (now.kind === 'unlocked') return { kind: 'unlocked', locksAt: now.locksAt }
      return { kind: 'locked', retryAt: (await store.get(keys.attempts)).nextAt }
    },
    lock: async () => {
      const answered = await room.call['room.lock'](undefined)
      if (!answered.ok) throw new WalletError('bug')
      learn({ kind: 'locked' })
    },
    onOpenness: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    onChange: (listener) => {
      const told = (): void => listener()
      listeners.add(told)
      const stops = [keeper.onChange(listener), store.watch(keys.attempts, listener)]
      return () => {
        listeners.delete(told)
        for (const stop of stops) stop()
      }
    },
  }
}
