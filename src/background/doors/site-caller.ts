/** Which site is at the other end of a port: by what the browser says of the document, never by an address it shows. */
import { eligibleOrigin, type Origin } from '#shared/domain/site.ts'
import type { Sender } from './caller.ts'

/** The one document a port belongs to. */
export interface SiteCaller {
  readonly origin: Origin
  readonly tabId: number
  readonly documentId: string
}

/**
 * Undefined for a document that cannot use the wallet. The address of a sandboxed document names its host while its origin is
 * "null", a frame's tab shows the page around it, and a page that is only prerendered has the place of the one before
 * (Chromium 156): so the origin alone says who, of a document that stands in front of a person.
 */
export function siteOf(sender: Sender | undefined, id: string): SiteCaller | undefined {
  if (sender?.id !== id || sender.frameId !== 0 || sender.documentLifecycle !== 'active') return undefined
  const origin = eligibleOrigin(sender.origin)
  const tabId = sender.tab?.id
  const { documentId } = sender
  if (origin === undefined || tabId === undefined || tabId < 0 || documentId === undefined) return undefined
  return { origin, tabId, documentId }
}
