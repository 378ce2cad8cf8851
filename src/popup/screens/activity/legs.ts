/** What came of one call among several, in a word. */
import type { Leg } from '#shared/domain/outcome.ts'

/** `calls.2` is the third call; what lies deeper keeps its whole path. */
export function legTitle(path: string): string {
  const plain = /^calls\.(\d+)$/.exec(path)
  return plain === null ? path : `Call ${Number(plain[1]) + 1}`
}

export const LEG_WORDS: Readonly<Record<Leg['kind'], { readonly word: string; readonly tone: string }>> = {
  done: { word: 'Done', tone: 'good' },
  failed: { word: 'Failed', tone: 'bad' },
  skipped: { word: 'Not run', tone: 'muted' },
}
