/** What an operation finds, as tables written by hand: where it says so, in which words, and the nearest case where it does not. */
import type { Finding } from '#shared/domain/description.ts'
import type { CallShapes, Operation } from '#shared/operations/define.ts'
import type { Asks, Facts } from '#shared/operations/facts.ts'
import type { Fields } from '#shared/operations/fields.ts'
import type { OperationId } from '#shared/operations/index.ts'
import { ALICE, wordsOf } from './words.ts'

/** `blocks` keeps the form from going on; `type X` is agreed to with the word X. */
type Weight = 'note' | 'caution' | 'danger' | 'blocks' | `type ${string}`

/** What is otherwise than in the plain case. */
export interface Change<P, F> {
  readonly params?: Partial<P>
  readonly facts?: Partial<F>
}

export interface Told<P, F> {
  readonly id: string
  readonly weight: Weight
  readonly says: string
  readonly where: Change<P, F>
  /** Where nothing is said of it: what the sentence asks for is just done. Some is said of the call, whatever it holds. */
  readonly not: Change<P, F> | 'always'
}

/** Rows for facts that many operations ask for. */
export type ToldOf<F> = Told<never, F>

interface Case {
  readonly id: string
  readonly weight: Weight
  readonly says: string
  readonly found: () => readonly Finding[]
  readonly notFound: (() => readonly Finding[]) | undefined
}

export interface FindingTable {
  readonly operation: OperationId
  readonly plain: () => readonly Finding[]
  readonly cases: readonly Case[]
  /** What its source could say and it cannot, each with the reason. */
  readonly never: Readonly<Record<string, string>>
}

interface Plain<P, F> {
  readonly params: P
  readonly facts: F
  readonly told: readonly Told<P, F>[]
  readonly never?: Readonly<Record<string, string>>
}

/** The findings of an operation that ALICE signs, once for each row. */
export function tableOf<Id extends OperationId, P, C extends CallShapes, A extends Asks, F extends Fields>(
  { id, warns, risks }: Operation<Id, P, C, A, F>,
  { params, facts, told, never = {} }: Plain<NoInfer<P>, NoInfer<Facts<A>>>,
): FindingTable {
  const find = (change: Change<P, Facts<A>>): readonly Finding[] => {
    const given = { ...params, ...change.params }
    return [...warns(given), ...risks(given, { ...facts, ...change.facts }, ALICE)]
  }
  return {
    operation: id,
    plain: () => find({}),
    cases: told.map(({ where, not, ...row }) => ({
      ...row,
      found: () => find(where),
      notFound: not === 'always' ? undefined : () => find(not),
    })),
    never,
  }
}

export function weightOf({ level, blocks, type }: Finding): Weight {
  if (blocks === true) return 'blocks'
  return type !== undefined ? `type ${type}` : level === 'refuse' ? 'blocks' : level
}

export function saidBy(findings: readonly Finding[], id: string): readonly (readonly [Weight, string])[] {
  return findings
    .filter((finding) => finding.id === id)
    .map((finding) => [weightOf(finding), wordsOf(finding.text)] as const)
}
