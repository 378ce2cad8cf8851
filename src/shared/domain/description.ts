/** What a call does, in words made of typed parts: the popup decides how an amount or an address looks. */
import { boolean, either, list, literal, object, optional, text } from '../codec.ts'
import { Address } from './address.ts'
import { AlphaRao, Netuid, Rao, RaoPerAlpha } from './units.ts'

export type Span =
  | string
  | { readonly rao: Rao }
  | { readonly alpha: AlphaRao; readonly netuid: Netuid }
  | { readonly address: Address }
  | { readonly netuid: Netuid }
  | { readonly price: RaoPerAlpha }
  | { readonly code: string }
export const Span = either([
  text,
  object({ rao: Rao }),
  object({ alpha: AlphaRao, netuid: Netuid }),
  object({ address: Address }),
  object({ netuid: Netuid }),
  object({ price: RaoPerAlpha }),
  object({ code: text }),
])

const Row = object({ label: text, value: list(Span) })
/** `verb` is what the button says, `sentence` is the biggest text of the review, `rows` hold every other argument. */
export const Description = object({ verb: text, sentence: list(Span), rows: list(Row) })
export interface Description {
  readonly verb: string
  readonly sentence: readonly Span[]
  readonly rows: readonly { readonly label: string; readonly value: readonly Span[] }[]
}

export type Level = 'note' | 'caution' | 'danger' | 'refuse'
/** Something to know before agreeing. `blocks` findings keep the form from going on: the call could only fail. */
export const Finding = object({
  id: text,
  level: literal(['note', 'caution', 'danger', 'refuse']),
  text: list(Span),
  field: optional(text),
  blocks: optional(boolean),
  /** The word a person must type before the button works. */
  type: optional(text),
})
export interface Finding {
  readonly id: string
  readonly level: Level
  readonly text: readonly Span[]
  readonly field?: string | undefined
  readonly blocks?: boolean | undefined
  readonly type?: string | undefined
}
