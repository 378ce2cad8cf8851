/** What stands in the fields of a form while it is filled in, and the values it amounts to. */
import { type Codec, decode, encode, type Json } from '#shared/codec.ts'
import { type Address, parseAddress } from '#shared/domain/address.ts'
import type { Power } from '#shared/domain/standing.ts'
import { type Netuid, parseAlpha, parseTao, printTao } from '#shared/domain/units.ts'
import {
  type Field,
  type FieldKind,
  type Fields,
  fieldCodecs,
  fieldDefaults,
} from '#shared/operations/fields.ts'
import { addressProblem, amountProblem } from '../../ui/problems.ts'

/** What is picked from a list or set with a control: its value in JSON, null while there is none. */
export interface Chosen {
  readonly kind: Exclude<FieldKind, 'address' | 'hotkey' | 'amount' | 'alpha' | 'toggle'>
  readonly json: Json
}
/** The text of an address, of an account or a hotkey. */
export interface Written<K extends 'address' | 'hotkey' = 'address' | 'hotkey'> {
  readonly kind: K
  readonly text: string
}
/**
 * The text of an amount, of TAO or alpha; with `max` the most there is stands in its place, and the text is what that
 * was when the form was left: shown until it is known again, and never a value.
 */
export interface Counted<K extends 'amount' | 'alpha' = 'amount' | 'alpha'> {
  readonly kind: K
  readonly text: string
  readonly max: boolean
}

export type Typed =
  | Written<'address'>
  | Written<'hotkey'>
  | Counted<'amount'>
  | Counted<'alpha'>
  | { readonly kind: 'toggle'; readonly on: boolean }
  | Chosen
export type TypedFields = Readonly<Record<string, Typed>>

/** `unfinished` is not yet a mistake: nothing is said of it while somebody is still typing. */
export type Reading =
  | { readonly kind: 'unfinished'; readonly sentence: string }
  | { readonly kind: 'problem'; readonly sentence: string }
  | { readonly kind: 'value'; readonly json: Json }

export function blank(kind: FieldKind): Typed {
  switch (kind) {
    case 'address':
    case 'hotkey':
      return { kind, text: '' }
    case 'amount':
    case 'alpha':
      return { kind, text: '', max: false }
    case 'toggle':
      return { kind, on: false }
    default:
      return { kind, json: fieldDefaults[kind] ?? null }
  }
}

export function blankForm(fields: Fields): TypedFields {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, blank(field.kind)]))
}

/** As it was typed before; what does not fit the fields as they are now is left out. */
export function restoredForm(fields: Fields, typed: TypedFields): TypedFields {
  const fitting = Object.entries(typed).filter(([name, { kind }]) => fields[name]?.kind === kind)
  return { ...blankForm(fields), ...Object.fromEntries(fitting) }
}

/**
 * As it may be kept for another window, with what a maximum comes to now. What does not read is left out, for it may be
 * a secret that was pasted into the wrong field.
 */
export function keptForm(typed: TypedFields, most: bigint | undefined): TypedFields {
  const kept = (each: Typed): Typed => {
    if (readTyped(each).kind !== 'value') return blank(each.kind)
    const isMost = (each.kind === 'amount' || each.kind === 'alpha') && each.max
    return isMost ? { ...each, text: most === undefined ? each.text : printTao(most) } : each
  }
  return Object.fromEntries(Object.entries(typed).map(([name, each]) => [name, kept(each)]))
}

/** What is known before a form is opened, each for the first field of its kind. */
export interface Filled {
  readonly to?: Address
  readonly position?: { readonly hotkey: Address; readonly netuid: Netuid }
  readonly subnet?: Netuid
  readonly validator?: Address
  readonly proxy?: Power
  readonly crowdloan?: number
}

export function filledForm(fields: Fields, filled: Filled): TypedFields {
  const { to, position, subnet, validator, proxy, crowdloan } = filled
  const known: readonly (Typed | undefined)[] = [
    to && { kind: 'address', text: to },
    position && { kind: 'position', json: encode(fieldCodecs.position, position) },
    subnet === undefined ? undefined : { kind: 'subnet', json: subnet },
    validator && { kind: 'validator', json: validator },
    proxy && { kind: 'proxy', json: encode(fieldCodecs.proxy, proxy) },
    crowdloan === undefined ? undefined : { kind: 'crowdloan', json: crowdloan },
  ]
  const typed: Record<string, Typed> = { ...blankForm(fields) }
  for (const each of known) {
    const first = each && Object.entries(fields).find(([, { kind }]) => kind === each.kind)
    if (first !== undefined && each !== undefined) typed[first[0]] = each
  }
  return typed
}

/** With what an account has published in the texts nobody has touched. */
export function begunForm(
  fields: Fields,
  typed: TypedFields,
  begun: { readonly parts: Readonly<Record<string, string>>; readonly touched: ReadonlySet<string> },
): TypedFields {
  const begins = Object.entries(fields).flatMap(([name, { kind }]) => {
    const text = begun.touched.has(name) ? undefined : begun.parts[name]
    return kind === 'text' && text !== undefined ? [[name, { kind, json: text }] as const] : []
  })
  return { ...typed, ...Object.fromEntries(begins) }
}

/** After one field was changed: what was chosen in view of its former value is chosen anew. */
export function changedForm(
  fields: Fields,
  typed: TypedFields,
  { name, value }: { readonly name: string; readonly value: Typed },
): TypedFields {
  const isOther = value.kind === 'subnet' || value.kind === 'position'
  const hangsOn = (field: Field): boolean =>
    field.of === name && (field.kind === 'validator' || field.kind === 'alpha' || field.kind === 'limit')
  const renewed = Object.entries(fields).filter(([, field]) => isOther && hangsOn(field))
  return {
    ...typed,
    ...Object.fromEntries(renewed.map(([each, { kind }]) => [each, blank(kind)])),
    [name]: value,
  }
}

/** The subnet that the field a field is about stands for: a subnet, or that of a position. */
export function subnetAbout(field: Field, typed: TypedFields): Netuid | undefined {
  const about = field.of === undefined ? undefined : typed[field.of]
  if (about?.kind === 'subnet') return readChosen(fieldCodecs.subnet, about.json)
  if (about?.kind === 'position') return readChosen(fieldCodecs.position, about.json)?.netuid
  return undefined
}

/** What was chosen, where that is something and fits. */
export function readChosen<T>(codec: Codec<T>, json: Json): T | undefined {
  if (json === null) return undefined
  try {
    return decode(codec, json)
  } catch {
    // Remembered by another version: nothing is chosen then.
    return undefined
  }
}

export function readTyped(typed: Typed): Reading {
  switch (typed.kind) {
    case 'address':
    case 'hotkey':
      return readAddress(typed.text)
    case 'amount':
    case 'alpha':
      return typed.max ? { kind: 'value', json: 'max' } : readAmount(typed)
    case 'toggle':
      return { kind: 'value', json: typed.on }
    default:
      return typed.json === null
        ? { kind: 'unfinished', sentence: UNCHOSEN[typed.kind] ?? 'Choose one.' }
        : { kind: 'value', json: typed.json }
  }
}

const UNCHOSEN: Readonly<Partial<Record<FieldKind, string>>> = {
  limit: 'Type a tolerance or a price.',
  blocks: 'Type a number of blocks.',
  crowdloan: 'Choose a crowdloan.',
  position: 'Choose a position.',
  subnet: 'Choose a subnet.',
  validator: 'Choose a validator.',
}

/** Base58 of 35 bytes that begin with 42 has 47 or 48 digits; what is shorter may still be growing. */
const SHORTEST_ADDRESS = 47

function readAddress(text: string): Reading {
  const parsed = parseAddress(text)
  if (parsed.ok) return { kind: 'value', json: encode(fieldCodecs.address, parsed.value) }
  const { kind } = parsed.error
  const isUnfinished = kind === 'empty' || (kind === 'length' && text.trim().length < SHORTEST_ADDRESS)
  return { kind: isUnfinished ? 'unfinished' : 'problem', sentence: addressProblem(parsed.error) }
}

function readAmount({ kind, text }: Counted): Reading {
  const parsed = kind === 'amount' ? parseTao(text) : parseAlpha(text)
  if (parsed.ok) return { kind: 'value', json: { exactly: parsed.value.toString() } }
  // `0` and `0.0` are on the way to `0.05`.
  const isUnfinished = parsed.error === 'empty' || parsed.error === 'zero'
  return { kind: isUnfinished ? 'unfinished' : 'problem', sentence: amountProblem(parsed.error, kind) }
}

/** What is to be said of a field: a mistake at once, something unfinished only when the field was left. */
export function problemOf(typed: Typed | undefined, isLeft: boolean): string | undefined {
  if (typed === undefined) return undefined
  const reading = readTyped(typed)
  if (reading.kind === 'value') return undefined
  return reading.kind === 'problem' || isLeft ? reading.sentence : undefined
}

/** The values the fields amount to, in JSON by name; fields that do not read are left out. */
export function valuesOf(typed: TypedFields): Readonly<Record<string, Json>> {
  return Object.fromEntries(
    Object.entries(typed).flatMap(([name, each]) => {
      const reading = readTyped(each)
      return reading.kind === 'value' ? [[name, reading.json] as const] : []
    }),
  )
}

/** The first field in the order of the form that does not read, for the focus to go there. */
export function firstUnread(fields: Readonly<Record<string, Field>>, typed: TypedFields): string | undefined {
  return Object.keys(fields).find((name) => {
    const each = typed[name]
    return each === undefined || readTyped(each).kind !== 'value'
  })
}

/** The address a text amounts to, if it is one. */
export function addressIn(text: string): Address | undefined {
  const parsed = parseAddress(text)
  return parsed.ok ? parsed.value : undefined
}

/** A share of the most there is, rounded down to a whole 10⁻⁹: never more than there is. */
export function shareOf(most: bigint, percent: number): bigint {
  return (most * BigInt(percent)) / 100n
}

/** The share as a person could have typed it. */
export function typedShare(most: bigint, percent: number): string {
  return printTao(shareOf(most, percent))
}
