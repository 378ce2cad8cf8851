/** What an operation says about itself. One file each; this one checks that they say all of it. */
import { boolean, type Codec, either, literal, type Of, object } from '../codec.ts'
import { Address } from '../domain/address.ts'
import type { Description, Finding } from '../domain/description.ts'
import { Rao } from '../domain/units.ts'
import type { Asks, Facts } from './facts.ts'

/** What each kind of field hands back. The popup has one component per kind. */
export const fieldCodecs = {
  address: Address,
  amount: either([object({ exactly: Rao }), literal('max')]),
  toggle: boolean,
} as const
type FieldTypes = { readonly [K in keyof typeof fieldCodecs]: Of<(typeof fieldCodecs)[K]> }
export type FieldKind = keyof FieldTypes
export interface Field {
  readonly kind: FieldKind
  readonly label: string
  /** A quieter sentence under a toggle. */
  readonly hint?: string
}
export type Fields = Readonly<Record<string, Field>>
type Values<F extends Fields> = { readonly [K in keyof F]: FieldTypes[F[K]['kind']] }

export type CallName = `${string}.${string}`
// biome-ignore lint/suspicious/noExplicitAny: the arguments of a call differ with its name; `CallOf` restores them
export type CallShapes = Readonly<Record<CallName, Codec<any>>>
/** One of the calls, with its arguments checked. */
type CallOf<C extends CallShapes> = {
  [N in keyof C & CallName]: { readonly name: N; readonly args: Of<C[N]> }
}[keyof C & CallName]

export interface Operation<Id extends string, P, C extends CallShapes, A extends Asks, F extends Fields> {
  readonly id: Id
  /** What it takes. */
  readonly params: Codec<P>
  /** The runtime calls it owns, each with the codec of its arguments. */
  readonly calls: C
  build(params: P): CallOf<C>
  parse(call: CallOf<C>): P
  /** The facts it needs, as data. */
  asks(params: P, signer: Address): A
  /** Every amount and address of the params stands in the sentence or in a row. */
  describe(params: P): Description
  /** What must be known from the call alone; the vault room asks this, so that no fact can hide it. */
  warns(params: P): readonly Finding[]
  /** What must be known in the light of the chain's facts. */
  risks(params: P, facts: Facts<A>, signer: Address): readonly Finding[]
  /** Absent when the wallet explains the operation but does not offer it. */
  readonly form?: {
    readonly fields: F
    draft(values: Values<F>): P
    /** The values once the facts are known: `max` becomes an amount here. */
    finish(draft: P, values: Values<F>, facts: Facts<A>): P
    /** What would leave the signer's free TAO, the fee aside. */
    spends(params: P, facts: Facts<A>): Rao
  }
}

export function defineOperation<
  const Id extends string,
  P,
  const C extends CallShapes,
  const A extends Asks,
  const F extends Fields,
>(operation: Operation<Id, P, C, A, F>): Operation<Id, P, C, A, F> {
  return operation
}
