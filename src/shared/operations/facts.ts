/** The facts an operation may ask for: name, question, answer. The background answers; an operation never fetches. */
import type { Address } from '../domain/address.ts'
import type { Balance } from '../domain/portfolio.ts'
import type { Rao } from '../domain/units.ts'

export interface FactTypes {
  balance: { readonly of: Address; readonly is: Balance }
  existentialDeposit: { readonly of: undefined; readonly is: Rao }
  /** The network fee of the very call that is being drafted. */
  fee: { readonly of: undefined; readonly is: Rao }
  /** Who an address is to this wallet. `lookalike` is a known address with the same ends. */
  acquaintance: { readonly of: Address; readonly is: Acquaintance }
}

export interface Acquaintance {
  readonly own: boolean
  readonly name: string | undefined
  readonly sentBefore: boolean
  readonly lookalike: Address | undefined
}

type FactName = keyof FactTypes
export type Ask = { [K in FactName]: { readonly fact: K; readonly of: FactTypes[K]['of'] } }[FactName]
export type Asks = Readonly<Record<string, Ask>>
export type Facts<A extends Asks> = { readonly [K in keyof A]: FactTypes[A[K]['fact']]['is'] }
