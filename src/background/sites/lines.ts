/** The documents of sites that can be spoken to now. Memory only: after a restart each opens its line anew when it has to. */
import type { Origin } from '#shared/domain/site.ts'
import type { ToRelay } from '#shared/protocol/site-contract.ts'
import type { SiteCaller } from '../doors/site-caller.ts'

interface Line extends SiteCaller {
  readonly post: (message: ToRelay) => void
}

export interface Lines {
  /** The newest line of a document takes the place of the one before. Returns what ends it. */
  open(line: Line): () => void
  /** False where that document has no line. */
  post(documentId: string, message: ToRelay): boolean
  isOpen(documentId: string): boolean
  /** Since when a document has had none, in ms since 1970; since this worker began when it never had one. */
  silentSince(documentId: string): number
  originIn(tabId: number): Origin | undefined
  /** Told of each line that opens. */
  onOpen(listener: () => void): () => void
}

export function createLines(clock: () => number): Lines {
  const began = clock()
  const lines = new Map<string, Line>()
  const closed = new Map<string, number>()
  const listeners = new Set<() => void>()
  return {
    open: (line) => {
      lines.set(line.documentId, line)
      closed.delete(line.documentId)
      for (const listener of listeners) listener()
      return () => {
        if (lines.get(line.documentId) !== line) return
        lines.delete(line.documentId)
        closed.set(line.documentId, clock())
      }
    },
    post: (documentId, message) => {
      const line = lines.get(documentId)
      line?.post(message)
      return line !== undefined
    },
    isOpen: (documentId) => lines.has(documentId),
    silentSince: (documentId) => closed.get(documentId) ?? began,
    originIn: (tabId) => [...lines.values()].find((line) => line.tabId === tabId)?.origin,
    onOpen: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
