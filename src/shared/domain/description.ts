/** What a call does, in words made of typed parts: the popup decides how an amount or an address looks. */
import { boolean, either, list, literal, type Of, object, optional, text, uint } from '../codec.ts'
import { Address } from './address.ts'
import { AlphaRao, Netuid, Rao, RaoPerAlpha } from './units.ts'

export type Span =
  | string
  | { readonly rao: Rao }
  | { readonly alpha: AlphaRao; readonly netuid: Netuid }
  /** Beside `unlike`, whole, with what differs marked: the two may be mistaken for each other. */
  | { readonly address: Address; readonly unlike?: Address | undefined }
  | { readonly netuid: Netuid }
  | { readonly price: RaoPerAlpha }
  | { readonly code: string }
export const Span = either([
  text,
  object({ rao: Rao }),
  object({ alpha: AlphaRao, netuid: Netuid }),
  object({ address: Address, unlike: optional(Address) }),
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
  /** Must be ticked, by itself, before the button works. */
  tick: optional(boolean),
})
export interface Finding {
  readonly id: string
  readonly level: Level
  readonly text: readonly Span[]
  readonly field?: string | undefined
  readonly blocks?: boolean | undefined
  readonly type?: string | undefined
  readonly tick?: boolean | undefined
}

/**
 * One call inside another, where it stands (`batch[3] › proxy`) and how deep. `actor` says for whom, where that is not the
 * account that signs; `level` is the weight of what there is to know of this very call.
 */
export const Step = object({
  path: text,
  depth: uint,
  name: text,
  actor: list(Span),
  sentence: list(Span),
  rows: list(Row),
  level: optional(literal(['note', 'caution', 'danger', 'refuse'])),
})
export type Step = Of<typeof Step>

/** What is otherwise afterwards: of the account that signs, or of the one `actor` names. */
export const Effect = object({
  kind: literal(['leaves', 'comes', 'power', 'changes']),
  actor: list(Span),
  value: list(Span),
})
export type Effect = Of<typeof Effect>
