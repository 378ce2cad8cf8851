/** The open vault: held here and nowhere else, checked against its deadline at every use, and gone for good once locked. */

import { WalletError } from '#shared/domain/errors.ts'
import type { RoomStatus } from '#shared/protocol/room-messages.ts'
import { createDeadline, type Deadline } from './deadline.ts'
import type { OpenVault } from './envelope.ts'
import type { Clock } from './secret.ts'

export interface SessionDeps {
  clock: Clock
  /** Milliseconds that only ever grow. */
  steady: () => number
  onState: (status: RoomStatus) => void
  /** Called once, at the lock: the worker has nothing left to do but be ended. */
  onEnd: () => void
}

export interface Session {
  status(): RoomStatus
  /** The open vault. @throws WalletError `locked` */
  vault(): OpenVault
  /** Begins to hold an open vault, for that many minutes without a click. @throws WalletError `locked` after a lock */
  start(vault: OpenVault, minutes: number): void
  /** Puts a changed vault in the place of the one that is held. @throws WalletError `locked` */
  replace(vault: OpenVault): void
  /** Somebody is there: the deadline moves, unless it has passed. */
  touch(): void
  lock(): void
}

export function createSession({ clock, steady, onState, onEnd }: SessionDeps): Session {
  let held: { vault: OpenVault; deadline: Deadline } | undefined
  let hasEnded = false
  let told = 0

  function lock(): void {
    if (hasEnded) return
    hasEnded = true
    held?.vault.masterKey.fill(0)
    held = undefined
    onState({ kind: 'locked' })
    onEnd()
  }

  function current(): { vault: OpenVault; deadline: Deadline } | undefined {
    if (held?.deadline.hasPassed() === true) lock()
    return held
  }

  function open(): { vault: OpenVault; deadline: Deadline } {
    const found = current()
    if (found === undefined) throw new WalletError('locked')
    return found
  }

  function status(): RoomStatus {
    const found = current()
    return found === undefined
      ? { kind: 'locked' }
      : { kind: 'unlocked', locksAt: Math.ceil(found.deadline.locksAt) }
  }

  function tell(): void {
    const now = status()
    told = now.kind === 'unlocked' ? now.locksAt : 0
    onState(now)
  }

  return {
    status,
    vault: () => open().vault,
    start: (vault, minutes) => {
      const before = current()?.vault
      // A derivation that was running when the room was locked must not open it again.
      if (hasEnded) {
        vault.masterKey.fill(0)
        throw new WalletError('locked')
      }
      const newest = newerOf(before, vault)
      for (const each of [before, vault]) if (each !== newest) each?.masterKey.fill(0)
      held = { vault: newest, deadline: createDeadline({ clock, steady }, minutes) }
      tell()
    },
    replace: (vault) => {
      open().vault = vault
    },
    touch: () => {
      const found = current()
      if (found === undefined) return
      found.deadline.putOff()
      if (found.deadline.locksAt - told >= WORTH_TELLING) tell()
    },
    lock,
  }
}

/** A second unlock from an older stored copy must not take back what was changed since. */
function newerOf(held: OpenVault | undefined, opened: OpenVault): OpenVault {
  return held !== undefined && held.sealed.vid === opened.sealed.vid && held.sealed.rev > opened.sealed.rev
    ? held
    : opened
}

/** Typing puts the deadline off with every key; listeners hear of it every few seconds. */
const WORTH_TELLING = 5_000
