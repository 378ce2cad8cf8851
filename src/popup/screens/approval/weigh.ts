/** What the findings of a review ask of a person before it can be agreed to. */
import type { Finding, Level } from '#shared/domain/description.ts'

export interface Demand {
  /** Nothing to agree to: the call is refused, or could only fail. */
  readonly isBarred: boolean
  /** Agreeing is held down, not clicked. */
  readonly mustHold: boolean
  /** The words to be typed, each once. */
  readonly words: readonly string[]
}

const ORDER: Readonly<Record<Level, number>> = { refuse: 0, danger: 1, caution: 2, note: 3 }

/**
 * The room's findings, which follow from the bytes, and those the chain's facts add. The room's stand whatever
 * the background says: an addition can only be heavier, never take its place.
 */
export function allFindings(room: readonly Finding[], facts: readonly Finding[]): readonly Finding[] {
  const known = new Map(room.map((finding) => [finding.id, finding]))
  const added = facts.filter((finding) => {
    const same = known.get(finding.id)
    return same === undefined || ORDER[finding.level] < ORDER[same.level]
  })
  return [...room, ...added].toSorted((a, b) => ORDER[a.level] - ORDER[b.level])
}

export function demandOf(findings: readonly Finding[]): Demand {
  return {
    isBarred: findings.some((finding) => finding.level === 'refuse' || finding.blocks === true),
    mustHold: findings.some((finding) => finding.level === 'danger'),
    words: [...new Set(findings.flatMap(({ type }) => (type === undefined ? [] : [type])))],
  }
}

/** What stands for a tick among what was typed. */
export const TICKED = 'ticked'
export function tickOf({ id }: Finding): string {
  return `tick:${id}`
}

/** Whether all that must be ticked is. */
export function isTicked(findings: readonly Finding[], typed: Readonly<Record<string, string>>): boolean {
  return findings.every((finding) => finding.tick !== true || typed[tickOf(finding)] === TICKED)
}

/** Capitals or not, the word is the word. */
export function isTyped(word: string, typed: string | undefined): boolean {
  return typed?.trim().toUpperCase() === word.toUpperCase()
}
