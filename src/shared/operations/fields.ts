/** The kinds of fields a form may have, and what each hands back. The popup has one component per kind. */
import {
  boolean,
  bounded,
  either,
  type Json,
  list,
  literal,
  type Of,
  object,
  text,
  uint,
  union,
} from '../codec.ts'
import { Address } from '../domain/address.ts'
import { MOST_TOLERANCE, TOLERANCE } from '../domain/price.ts'
import { AlphaRao, Netuid, Rao, RaoPerAlpha } from '../domain/units.ts'

const Position = object({ hotkey: Address, netuid: Netuid })
/** How far the price may move: as a tolerance from what it is when the form is sent, as a price, or without a bound. */
export const LimitChoice = union('kind', [
  object({
    kind: literal('tolerance'),
    basisPoints: bounded<number>(0, MOST_TOLERANCE),
    allowPartial: boolean,
  }),
  object({ kind: literal('price'), price: RaoPerAlpha, allowPartial: boolean }),
  object({ kind: literal('none') }),
])
export type LimitChoice = Of<typeof LimitChoice>

export const fieldCodecs = {
  /** An account: one's own, a contact, or any that is pasted. */
  address: Address,
  /** Alpha of the position or subnet in the field named by `of`; rao where that is root. */
  alpha: either([object({ exactly: AlphaRao }), literal('max')]),
  amount: either([object({ exactly: Rao }), literal('max')]),
  /** A number of blocks. */
  blocks: uint,
  /** The number of a crowdloan. */
  crowdloan: uint,
  /** A hotkey to be pasted: one's own, or a new one. */
  hotkey: Address,
  limit: LimitChoice,
  /** One of the account's own positions. */
  position: Position,
  /** One of the keys that may act for the account. */
  proxy: object({ delegate: Address, type: text, delay: uint }),
  /** A proxy type by the name the runtime gives it. */
  'proxy-type': text,
  subnet: Netuid,
  /** Some subnets, each once. */
  subnets: list(Netuid),
  text,
  toggle: boolean,
  /** A validator of the subnet in the field named by `of`, one that the account stakes with anywhere, or one on root. */
  validator: Address,
} as const
export type FieldTypes = { readonly [K in keyof typeof fieldCodecs]: Of<(typeof fieldCodecs)[K]> }
export type FieldKind = keyof FieldTypes

export interface Field {
  readonly kind: FieldKind
  readonly label: string
  /** A quieter sentence under the field. */
  readonly hint?: string
  /** The field that says what this one is about: the position an amount is taken from, the subnet of a validator. */
  readonly of?: string
  /** Whether root is among the subnets, or positions on root among the positions. It is, unless this says not. */
  readonly root?: boolean
  /** Whether only those the account has something with are listed: validators it stakes with, crowdloans it gave to. */
  readonly own?: boolean
  /** The most that can be chosen, or the most bytes of a text. */
  readonly most?: number
}
export type Fields = Readonly<Record<string, Field>>
export type Values<F extends Fields> = { readonly [K in keyof F]: FieldTypes[F[K]['kind']] }

/** What a field nobody touched holds, in JSON. A kind that is not here holds nothing until somebody fills it in. */
export const fieldDefaults: Readonly<Partial<Record<FieldKind, Json>>> = {
  blocks: 0,
  limit: { kind: 'tolerance', basisPoints: TOLERANCE, allowPartial: false },
  subnets: [],
  text: '',
  toggle: false,
}
