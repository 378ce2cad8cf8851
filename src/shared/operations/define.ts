/** What an operation says about itself. One file each; this one checks that they say all of it. */
import type { Codec, Of } from '../codec.ts'
import type { Address } from '../domain/address.ts'
import type { Description, Finding } from '../domain/description.ts'
import type { Trade } from '../domain/trade.ts'
import type { Rao } from '../domain/units.ts'
import type { Asks, Facts } from './facts.ts'
import type { Fields, Values } from './fields.ts'
import type { Flow } from './flow.ts'

export type CallName = `${string}.${string}`
export type CallShapes = Readonly<Record<CallName, Codec<unknown>>>
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
  /** The spec its calls came with, where the wallet's pinned runtime (424) has none of them. */
  readonly since?: number
  build(params: P): CallOf<C>
  parse(call: CallOf<C>): P
  /** The facts it needs, as data. Asked again when `finish` has changed the params. */
  asks(params: P, signer: Address): A
  /** Every amount and address of the params stands in the sentence or in a row. */
  describe(params: P): Description
  /** What must be known from the call alone; the vault room asks this, so that no fact can hide it. */
  warns(params: P): readonly Finding[]
  /** What must be known in the light of the chain's facts. */
  risks(params: P, facts: Facts<A>, signer: Address): readonly Finding[]
  /** Absent when the wallet explains the operation but does not offer it. */
  readonly form?: Form<P, A, F>
}

interface Form<P, A extends Asks, F extends Fields> {
  /** The name of its screen. */
  readonly title: string
  /** A sentence on what it does and what it costs, for somebody who never did it. */
  readonly about?: string
  readonly fields: F
  /** Its texts begin with what the account has published, by the names of the fields. */
  readonly begins?: 'identity'
  draft(values: Values<F>): P
  /** The values once the facts are known: `max` becomes an amount here, a tolerance a limit price. */
  finish(draft: P, values: Values<F>, facts: Facts<A>): P
  /** What would leave the signer's free TAO, the fee aside. */
  spends(params: P, facts: Facts<A>): Rao
  /** The most its field of kind `amount` (rao) or `alpha` (alpha-rao) can hold. */
  most?(params: P, facts: Facts<A>): bigint
  /** What would be exchanged, as simulated now; nothing where the simulation refuses. */
  trades?(params: P, facts: Facts<A>): readonly Trade[]
  /** What it would leave behind. Only operations that say so can stand in a plan. */
  flow?(params: P, facts: Facts<A>): Flow
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
