/** Who is at the other end of a port, by what the browser says of the sender and nothing the sender says of itself. */
import { fail, ok, type Result } from '#shared/domain/result.ts'
import { roleOfPath } from '#shared/protocol/places.ts'

/** What is read of a `runtime.MessageSender`. */
export interface Sender {
  readonly id?: string | undefined
  readonly url?: string | undefined
  readonly origin?: string | undefined
  readonly frameId?: number | undefined
  readonly documentId?: string | undefined
  readonly documentLifecycle?: string | undefined
  readonly tab?: { readonly id?: number | undefined; readonly windowId?: number | undefined } | undefined
}

export type Role = NonNullable<ReturnType<typeof roleOfPath>>

export interface Caller {
  readonly role: Role
  /** The window a page in a tab stands in; undefined for the popup of the toolbar. */
  readonly windowId: number | undefined
}

export type Refusal =
  | 'another extension'
  | 'no page of ours'
  | 'a frame'
  | 'a page without a role'
  | 'another role'

/**
 * @param own this extension's id, and its origin without a slash at the end
 * @param asked the role the port is named after
 */
export function callerOf(
  sender: Sender | undefined,
  { id, origin }: { readonly id: string; readonly origin: string },
  asked: string,
): Result<Caller, Refusal> {
  if (sender?.id !== id) return fail('another extension')
  const url = URL.parse(sender.url ?? '')
  // A content script has our id, and the origin and address of its page.
  if (sender.origin !== origin) return fail('no page of ours')
  if (url === null || `${url.protocol}//${url.host}` !== origin) return fail('no page of ours')
  if ((sender.frameId ?? 0) !== 0) return fail('a frame')
  const role = roleOfPath(url.pathname)
  if (role === undefined) return fail('a page without a role')
  return role === asked ? ok({ role, windowId: sender.tab?.windowId }) : fail('another role')
}
