/** What the background may ask of the room and what the room may answer: shapes and sizes, and nothing else passes. */

/** A command that may go on to the room. */
export type Command =
  | { name: 'room.status'; input: null }
  | { name: 'room.lock'; input: null }
  | { name: 'room.sign'; input: { id: string; account: string; payload: string } }
  | { name: 'room.signMessage'; input: { id: string; account: string; bytes: string } }
  | { name: 'room.signShielded'; input: { id: string; account: string; payload: string; key: string } }

/** What goes back to the background: an encoded Result. */
export type Answer = { ok: true; value: unknown } | { ok: false; error: { code: string; details?: object } }

/** Reads a signature out of the room's answer. */
export interface SignatureAnswer {
  signature: string
  scheme: 'sr25519' | 'ed25519'
}

// What a site may ask in one request of 512 KiB, which is hex, and its extensions; the room's own limits are narrower.
const LONGEST_PAYLOAD = 256 * 1024 + 256
const HEX = /^0x([0-9a-f]{2})+$/
/** An ML-KEM-768 key. */
const SHIELD_KEY = /^0x[0-9a-f]{2368}$/
/** `<Bytes>…</Bytes>`. What is not wrapped in it could be a transaction. */
const WRAPPED = /^0x3c42797465733e([0-9a-f]{2})*3c2f42797465733e$/

/** The command, copied field by field, or undefined. */
export function readCommand(name: string, input: unknown): Command | undefined {
  if (name === 'room.status' || name === 'room.lock') return input === null ? { name, input } : undefined
  if (!isRecord(input)) return undefined
  const { id, account, payload, bytes, key, ...more } = input
  if (Object.keys(more).length > 0) return undefined
  if (typeof id !== 'string' || !/^[0-9a-f]{32}$/.test(id)) return undefined
  if (typeof account !== 'string' || !/^[1-9A-HJ-NP-Za-km-z]{46,50}$/.test(account)) return undefined
  if (
    name === 'room.signShielded' &&
    bytes === undefined &&
    isBytes(payload, HEX) &&
    isBytes(key, SHIELD_KEY)
  )
    return { name, input: { id, account, payload, key } }
  if (key !== undefined) return undefined
  if (name === 'room.sign' && bytes === undefined && isBytes(payload, HEX))
    return { name, input: { id, account, payload } }
  if (name === 'room.signMessage' && payload === undefined && isBytes(bytes, WRAPPED))
    return { name, input: { id, account, bytes } }
  return undefined
}

function isBytes(value: unknown, shape: RegExp): value is string {
  return typeof value === 'string' && value.length <= 2 + 2 * LONGEST_PAYLOAD && shape.test(value)
}

/** The signature in a Result of `room.sign` or `room.signMessage`; undefined when it is a failure or has another shape. */
export function readSignature(result: unknown): SignatureAnswer | undefined {
  const value = valueIn(result)
  if (value === undefined) return undefined
  const { signature, scheme, ...more } = value
  if (Object.keys(more).length > 0) return undefined
  if (typeof signature !== 'string' || !/^0x[0-9a-f]{128}$/.test(signature)) return undefined
  return scheme === 'sr25519' || scheme === 'ed25519' ? { signature, scheme } : undefined
}

export interface ShieldedAnswer extends SignatureAnswer {
  /** The envelope's payload, and its signature. */
  payload: string
  envelope: string
}

/** The same of `room.signShielded`: two signatures by one key. */
export function readShielded(result: unknown): ShieldedAnswer | undefined {
  const { payload, envelope, ...rest } = valueIn(result) ?? {}
  const inner = readSignature({ ok: true, value: rest })
  const outer = readSignature({ ok: true, value: { signature: envelope, scheme: inner?.scheme } })
  if (inner === undefined || outer === undefined || !isBytes(payload, HEX)) return undefined
  return { ...inner, payload, envelope: outer.signature }
}

/** The status in a Result of `room.status`. */
export function readStatus(result: unknown): object | undefined {
  const { kind, locksAt, retryAt } = valueIn(result) ?? {}
  if (kind === 'unlocked') return Number.isSafeInteger(locksAt) ? { kind, locksAt } : undefined
  if (kind === 'locked') return Number.isSafeInteger(retryAt) ? { kind, retryAt } : undefined
  return kind === 'absent' || kind === 'damaged' ? { kind } : undefined
}

/**
 * A failure with the room's code and details of ours: words of the room's choosing would be a way out for whatever a
 * hostile library in it wants to say.
 */
export function failure(result: unknown): Answer {
  const { ok, error } = isRecord(result) ? result : {}
  const { code } = ok === false && isRecord(error) ? error : {}
  switch (code) {
    case 'locked':
    case 'expired':
      return { ok: false, error: { code } }
    case 'refused':
    case 'unreadable':
      return { ok: false, error: { code, details: { why: 'the vault room' } } }
    case 'not-found':
      return { ok: false, error: { code, details: { kind: 'account' } } }
    default:
      return { ok: false, error: { code: 'bug' } }
  }
}

function valueIn(result: unknown): Record<string, unknown> | undefined {
  const { ok, value } = isRecord(result) ? result : {}
  return ok === true && isRecord(value) ? value : undefined
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
