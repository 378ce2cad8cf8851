/** What several copies of the vault, read from stores that may fail, say together. */
import type { SealedVault } from '#shared/domain/vault.ts'

type Place = 'shelf' | 'stored' | 'previous'

/** What was found in one place. `sentinel` says whether that store remembers that there was a vault. */
export type Copy =
  | { readonly kind: 'sealed'; readonly name: Place; readonly sealed: SealedVault; readonly raw: unknown }
  | { readonly kind: 'garbage'; readonly name: Place; readonly raw: unknown }
  | { readonly kind: 'empty'; readonly name: Place }
  | { readonly kind: 'sentinel'; readonly name: Exclude<Place, 'previous'>; readonly had: boolean }
  | { readonly kind: 'unread'; readonly name: Exclude<Place, 'previous'>; readonly cause: unknown }

export type Kept =
  | { readonly kind: 'absent' }
  | { readonly kind: 'damaged' }
  | {
      readonly kind: 'whole'
      readonly sealed: SealedVault
      /** The stores that hold something else than the newest. */
      readonly behind: readonly ('shelf' | 'stored')[]
    }

/**
 * Absent only when every store reads and agrees that there never was a vault. Of copies that parse the highest
 * revision is the newest; the one before counts only when no newest copy parses.
 */
export function judge(copies: readonly Copy[]): Kept {
  const sealed = copies.filter((copy) => copy.kind === 'sealed')
  const newest = highest(sealed.filter((copy) => copy.name !== 'previous')) ?? highest(sealed)
  if (newest !== undefined) {
    const behind = (['shelf', 'stored'] as const).filter((name) => !holds(copies, name, newest))
    return { kind: 'whole', sealed: newest, behind }
  }
  const isNew = copies.every((copy) => copy.kind === 'empty' || (copy.kind === 'sentinel' && !copy.had))
  return { kind: isNew ? 'absent' : 'damaged' }
}

function highest(copies: readonly Extract<Copy, { kind: 'sealed' }>[]): SealedVault | undefined {
  return copies.map((copy) => copy.sealed).sort((a, b) => b.rev - a.rev)[0]
}

function holds(copies: readonly Copy[], name: 'shelf' | 'stored', { rev, mac }: SealedVault): boolean {
  const isNewest = (copy: Copy): boolean =>
    copy.kind === 'sealed' && copy.name === name && copy.sealed.rev === rev && copy.sealed.mac === mac
  const remembers = (copy: Copy): boolean => copy.kind === 'sentinel' && copy.name === name && copy.had
  return copies.some(isNewest) && copies.some(remembers)
}
