/**
 * Page → relay → background: what passes between them, and the words a page hears. No codec library here: this ships into
 * every page's relay.
 */

/** Everything a page can ask for. Another name is answered `unsupported`. */
export const SITE_METHODS = [
  'enable',
  'accounts.get',
  'accounts.subscribe',
  'accounts.unsubscribe',
  'metadata.get',
  'metadata.provide',
  'signPayload',
  'signRaw',
] as const
export type SiteMethod = (typeof SITE_METHODS)[number]

/** Letters of one request's JSON. */
export const REQUEST_LIMIT = 512 * 1024

/** Why a page is refused, as it hears it. */
export interface SiteError {
  readonly code: number
  readonly message: string
}

/** What becomes of a request: a value as JSON text, or a refusal. */
export type SiteAnswer =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly error: SiteError }

/**
 * Relay → background. `ask` carries the page's arguments as JSON text. `resume` names requests that a worker has `taken`
 * before. What was `heard` is owed no longer. After `bye` the document can hear nothing more.
 */
export type FromRelay =
  | { readonly kind: 'ask'; readonly id: string; readonly method: string; readonly input: string }
  | { readonly kind: 'resume'; readonly ids: readonly string[] }
  | { readonly kind: 'heard'; readonly id: string }
  | { readonly kind: 'bye' }

/**
 * Background → relay. `taken` requests wait in the wallet, whatever becomes of the worker. `accounts` is the list a
 * subscriber sees now, as JSON text.
 */
export type ToRelay =
  | { readonly kind: 'taken'; readonly id: string }
  | { readonly kind: 'answer'; readonly id: string; readonly answer: SiteAnswer }
  | { readonly kind: 'accounts'; readonly accounts: string }

/** The name of a relay's port. It proves nothing. */
export const SITE_PORT = 'site'

/** Background → relay by tab message, to a document that has no port open: something waits for it. */
export const POKE = 'taokey'

const ID = /^[0-9a-f-]{36}$/
const MOST_IDS = 64

/** What a relay sent; undefined for anything else. */
export function readFromRelay(message: unknown): FromRelay | undefined {
  if (!isRecord(message)) return undefined
  const { kind, id, method, input, ids } = message
  switch (kind) {
    case 'ask':
      return isId(id) && typeof method === 'string' && typeof input === 'string'
        ? { kind, id, method, input }
        : undefined
    case 'resume':
      return Array.isArray(ids) && ids.length <= MOST_IDS && ids.every(isId) ? { kind, ids } : undefined
    case 'heard':
      return isId(id) ? { kind, id } : undefined
    case 'bye':
      return { kind }
    default:
      return undefined
  }
}

/** What the background sent; undefined for anything else. */
export function readToRelay(message: unknown): ToRelay | undefined {
  if (!isRecord(message)) return undefined
  const { kind, id, answer, accounts } = message
  if (kind === 'accounts') return typeof accounts === 'string' ? { kind, accounts } : undefined
  if (!isId(id)) return undefined
  if (kind === 'taken') return { kind, id }
  const read = kind === 'answer' ? readAnswer(answer) : undefined
  return read && { kind: 'answer', id, answer: read }
}

function readAnswer(answer: unknown): SiteAnswer | undefined {
  if (!isRecord(answer)) return undefined
  const { ok, value, error } = answer
  if (ok === true) return typeof value === 'string' ? { ok, value } : undefined
  if (ok !== false || !isRecord(error)) return undefined
  const { code, message } = error
  return typeof code === 'number' && typeof message === 'string'
    ? { ok, error: { code, message } }
    : undefined
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && ID.test(value)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const saying = (code: number, message: string): SiteError => ({ code, message })

// Sites test for some of these words, exactly or in part: 'Cancelled' and 'rejected' among them.
export const CANCELLED = saying(4001, 'Cancelled')
export const CONNECT_REJECTED = saying(4001, 'Connection request was rejected by the user.')
export const CONNECT_CANCELLED = saying(4001, 'Connection request was cancelled by the user.')
export const EXPIRED = saying(4001, 'Request expired')
export const WRONG_DOCUMENT = saying(4100, 'This kind of document cannot use the wallet')
export const GONE = saying(4900, 'Wallet was updated or disabled. Reload the page.')
export const UNSUPPORTED = saying(4200, 'Unsupported method')
export const BUSY = saying(-32005, 'Too many pending requests')
export const WRONG_DIGEST = saying(-32602, 'Metadata hash mismatch')
export const invalid = (field: string): SiteError => saying(-32602, `Invalid request: ${field}`)
export const notEnabled = (origin: string): SiteError =>
  saying(4100, `The source ${origin} has not been enabled yet`)
export const blocked = (origin: string): SiteError =>
  saying(4100, `The source ${origin} is not allowed to interact with this extension`)
export const notShared = (origin: string): SiteError =>
  saying(4100, `The source ${origin} is not allowed to interact with this account.`)
export const unknownNetwork = (genesis: string): SiteError => saying(4902, `Unknown network: ${genesis}`)
export const otherRuntime = (asked: number, live: number): SiteError =>
  saying(4902, `Runtime version mismatch: payload is for ${asked}, network is at ${live}. Reload the page.`)
export const noMetadata = (spec: number): SiteError =>
  saying(4902, `Metadata for spec ${spec} is not available`)
