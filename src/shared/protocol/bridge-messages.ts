/** What the bridge hears and says: from the background by runtime message, from our pages by window message. */

import type { RoomStatus } from './room-messages.ts'

/** Background → bridge: one of the background's commands, encoded by its contract. The answer is an encoded Result. */
export interface ToBridge {
  to: 'bridge'
  name: string
  input: unknown
}

/** Bridge → background, at every change and at every start of the room. */
export interface FromBridge {
  from: 'bridge'
  status: RoomStatus
}

/** Page → bridge, by window message, with exactly one MessagePort. */
export interface HandOver {
  kind: 'hand-over'
}

/**
 * Bridge → page. `open` is the first message on the handed port, before the room has it; `unsealed` instead of it, when
 * the room's own check failed. `ended` comes by window message when a room is gone: its ports say nothing any more.
 */
export type ToPage =
  | { kind: 'open'; boot: string }
  | { kind: 'unsealed'; check: string }
  | { kind: 'ended'; boot: string }

/** Reads what came to the bridge as a runtime message; undefined for what is meant for somebody else. */
export function readToBridge(message: unknown): ToBridge | undefined {
  if (!isRecord(message)) return undefined
  const { to, name, input, ...more } = message
  if (to !== 'bridge' || typeof name !== 'string' || Object.keys(more).length > 0) return undefined
  return { to, name, input }
}

/** Reads what came to the background as a runtime message; undefined for what the bridge never says. */
export function readFromBridge(message: unknown): FromBridge | undefined {
  if (!isRecord(message)) return undefined
  const { from, status } = message
  if (from !== 'bridge' || !isRecord(status)) return undefined
  const { kind, locksAt } = status
  if (kind === 'locked') return { from, status: { kind } }
  if (kind === 'unlocked' && typeof locksAt === 'number' && Number.isSafeInteger(locksAt))
    return { from, status: { kind, locksAt } }
  return undefined
}

export function readHandOver(message: unknown): HandOver | undefined {
  const { kind } = isRecord(message) ? message : {}
  return kind === 'hand-over' ? { kind } : undefined
}

export function readToPage(message: unknown): ToPage | undefined {
  if (!isRecord(message)) return undefined
  const { kind, boot, check } = message
  if ((kind === 'open' || kind === 'ended') && typeof boot === 'string') return { kind, boot }
  return kind === 'unsealed' && typeof check === 'string' ? { kind, check } : undefined
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
