/** The messages between the bridge, the sandboxed page and the vault room's worker, and what each end may believe of them. */

/** Which document a port leads to: the wallet's own screens, or the review of something to be signed. */
export type RoomRole = 'wallet' | 'approve'

/** What the room says of itself; `locksAt` is milliseconds since 1970, on the room's clock. */
export type RoomStatus = { kind: 'locked' } | { kind: 'unlocked'; locksAt: number }

/** One thing the room tried of itself at its start; `ok: false` anywhere means the room serves nobody. */
export interface BootCheck {
  name: string
  ok: boolean
}

/** The room's start: `id` (32 hex digits) changes with every worker, so a caller can tell a restarted room. */
export interface BootReport {
  id: string
  ok: boolean
  checks: readonly BootCheck[]
}

/**
 * Bridge → page → worker. `port` comes with exactly one transferred MessagePort, which from then on carries the vault
 * contract for that role and which neither bridge nor page reads. `command` carries one of the background's commands,
 * as encoded by its contract; the worker decodes it.
 */
export type ToRoom = { kind: 'port'; role: RoomRole } | { kind: 'command'; id: number; command: unknown }

/**
 * Worker → page → bridge. `answer` carries an encoded Result for the command of that id. `state` is sent at every
 * change. After `end` the worker wants to be terminated and answers nothing more: the page ends it and starts another.
 */
export type FromRoom =
  | { kind: 'ready'; boot: BootReport }
  | { kind: 'answer'; id: number; result: unknown }
  | { kind: 'state'; status: RoomStatus }
  | { kind: 'end' }

/** Reads what came to the worker (or to the page, on the way there); undefined for anything else. */
export function readToRoom(data: unknown): ToRoom | undefined {
  if (!isRecord(data)) return undefined
  const { kind, role, id, command } = data
  if (kind === 'port' && (role === 'wallet' || role === 'approve')) return { kind, role }
  if (kind === 'command' && isId(id) && command !== undefined) return { kind, id, command }
  return undefined
}

/** Reads what came from the worker (or from the page, on the way out); undefined for anything else. */
export function readFromRoom(data: unknown): FromRoom | undefined {
  if (!isRecord(data)) return undefined
  const { kind, id, result } = data
  switch (kind) {
    case 'ready': {
      const boot = readBoot(data)
      return boot && { kind, boot }
    }
    case 'answer':
      return isId(id) && result !== undefined ? { kind, id, result } : undefined
    case 'state': {
      const status = readStatus(data)
      return status && { kind, status }
    }
    case 'end':
      return { kind }
    default:
      return undefined
  }
}

function readBoot({ boot }: Record<string, unknown>): BootReport | undefined {
  if (!isRecord(boot)) return undefined
  const { id, ok, checks } = boot
  if (typeof id !== 'string' || !/^[0-9a-f]{32}$/.test(id) || typeof ok !== 'boolean') return undefined
  if (!Array.isArray(checks) || checks.length > 32) return undefined
  const read: BootCheck[] = []
  for (const check of checks as readonly unknown[]) {
    if (!isRecord(check)) return undefined
    const { name, ok } = check
    if (typeof name !== 'string' || typeof ok !== 'boolean') return undefined
    read.push({ name, ok })
  }
  // A report that claims more than its checks say is no report.
  return ok === read.every((check) => check.ok) ? { id, ok, checks: read } : undefined
}

function readStatus({ status }: Record<string, unknown>): RoomStatus | undefined {
  if (!isRecord(status)) return undefined
  const { kind, locksAt } = status
  if (kind === 'locked') return { kind }
  return kind === 'unlocked' && typeof locksAt === 'number' && Number.isFinite(locksAt)
    ? { kind, locksAt }
    : undefined
}

function isId(value: unknown): value is number {
  return Number.isSafeInteger(value)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
