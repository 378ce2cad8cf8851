/** What the wallet knows about a call besides its operation: words where there is none, effects, and what is dangerous about it. */
import type { Address } from '../domain/address.ts'
import type { Description, Finding, Span } from '../domain/description.ts'

/** What the account no longer has, what it gets, who gets power over it, what else is otherwise. */
export interface Change {
  readonly kind: 'leaves' | 'comes' | 'power' | 'changes'
  readonly value: readonly Span[]
}

export interface Scene {
  /** The accounts of this wallet. */
  readonly own: readonly Address[]
}

/** Each part answers undefined for arguments that are not what it expects. */
export interface Rule {
  /** The verb and sentence of a call without an operation. */
  says?(args: unknown): Said | undefined
  changes?(args: unknown): readonly Change[] | undefined
  finds?(args: unknown, scene: Scene): readonly Finding[] | undefined
  /** What stands out among calls that stake: it takes, gives power, or destroys. */
  readonly isOdd?: boolean
}

export type Rules = Readonly<Record<string, Rule>>

export interface Said {
  readonly verb: string
  readonly sentence: readonly Span[]
  /** In place of the arguments as they stand. */
  readonly rows?: Description['rows']
}

export const leaves = (...value: readonly Span[]): Change => ({ kind: 'leaves', value })
export const comes = (...value: readonly Span[]): Change => ({ kind: 'comes', value })
export const power = (...value: readonly Span[]): Change => ({ kind: 'power', value })
export const changes = (...value: readonly Span[]): Change => ({ kind: 'changes', value })

/** A finding that does not look at the arguments. */
export function always(...findings: readonly Finding[]): NonNullable<Rule['finds']> {
  return () => findings
}
