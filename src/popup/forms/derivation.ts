/** What people type to name an account within a secret: `//hard/soft///password`. */
import type { Derivation, SecretSource } from '#shared/domain/vault.ts'

/** Everything as typed, so that nothing is lost when something is wrong with it. */
export interface SecretDraft {
  readonly kind: 'words' | 'seed'
  readonly words: string
  readonly seed: string
  /** Junctions, and after `///` a password. */
  readonly path: string
  readonly scheme: Derivation['scheme']
}

export const EMPTY_DRAFT: SecretDraft = { kind: 'words', words: '', seed: '', path: '', scheme: 'sr25519' }

/** The path without its password, and the password: a path is public, a password is not (SURI of sp-core). */
export function splitPath(typed: string): { readonly path: string; readonly password: string } {
  const plain = typed.trim()
  const at = plain.indexOf('///')
  return at < 0 ? { path: plain, password: '' } : { path: plain.slice(0, at), password: plain.slice(at + 3) }
}

/** What goes to the room; undefined while there is nothing to send. A seed has no derivation password. */
export function readDraft(
  draft: SecretDraft,
): { readonly source: SecretSource; readonly derivation: Derivation } | undefined {
  const { path, password } = splitPath(draft.path)
  const derivation = { path, scheme: draft.scheme }
  if (draft.kind === 'words') {
    const words = tidyWords(draft.words)
    return words === '' ? undefined : { source: { kind: 'words', words, password }, derivation }
  }
  const seed = draft.seed.trim()
  return seed === '' ? undefined : { source: { kind: 'seed', seed }, derivation }
}

/** One space between words, whatever lines, numbers and commas they were copied with. */
export function tidyWords(typed: string): string {
  return typed
    .toLowerCase()
    .replace(/\b\d{1,2}[.):]/g, ' ')
    .replace(/[,;]/g, ' ')
    .trim()
    .replace(/\s+/g, ' ')
}

/** A seed with a derivation password would quietly be another account in other tools: it is refused by name. */
export function draftProblem(draft: SecretDraft): string | undefined {
  if (draft.kind === 'seed' && splitPath(draft.path).password !== '')
    return 'A seed takes no password: leave out /// and what follows.'
  return undefined
}

/** Whether the wrong word is the one still being typed. */
export function isStillTyping(draft: SecretDraft, word: number | undefined): boolean {
  if (draft.kind !== 'words' || word === undefined || /\s$/.test(draft.words)) return false
  return tidyWords(draft.words).split(' ').length === word
}

/** Whether too few words were typed to say anything yet. */
export function isShortPhrase(draft: SecretDraft): boolean {
  return draft.kind === 'words' && tidyWords(draft.words).split(' ').length < 12
}
