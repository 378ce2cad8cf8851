/** Who is speaking: the worker by what the browser says of a message's sender, a page of ours by its window. */

import { roleOfPath } from '#shared/protocol/places.ts'
import type { RoomRole } from '#shared/protocol/room-messages.ts'

/** What the browser says of a runtime message's sender, as far as it is looked at. */
export interface Sender {
  id?: string | undefined
  url?: string | undefined
  tab?: unknown
  documentId?: string | undefined
}

/** True for the extension's worker alone: a page has a document, and one in a tab has a tab. */
export function isFromWorker(sender: Sender, own: { id: string; worker: string }): boolean {
  return (
    sender.id === own.id &&
    sender.url === own.worker &&
    sender.tab === undefined &&
    sender.documentId === undefined
  )
}

/** A window, as far as it is looked at. */
export interface PageWindow {
  readonly location: { readonly origin: string; readonly pathname: string }
  readonly top: unknown
}

/** The role of one of our own top documents, by its exact path; undefined for any other window. */
export function roleOf(page: PageWindow, origin: string): RoomRole | undefined {
  try {
    if (page.top !== page || page.location.origin !== origin) return undefined
    return roleOfPath(page.location.pathname)
  } catch {
    // Another origin's window does not say where it is.
    return undefined
  }
}
