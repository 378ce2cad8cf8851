/** What stands in the fields of a form while it is filled in, and the values it amounts to. */
import { encode, type Json } from '#shared/codec.ts'
import { type Address, parseAddress } from '#shared/domain/address.ts'
import { parseTao, printTao, type Rao, rao } from '#shared/domain/units.ts'
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
  readonly kind: Exclude<FieldKind, 'address' | 'amount' | 'toggle'>
  readonly json: Json
}

/** The text of an address or an amount, `max` in its place, the position of a toggle, or what was chosen. */
export type Typed =
  | { readonly kind: 'address'; readonly text: string }
  | { readonly kind: 'amount'; readonly text: string; readonly max: boolean }
  | { readonly kind: 'toggle'; readonly on: boolean }
  | Chosen
export type TypedOf<K extends FieldKind> = Extract<Typed, { kind: K }>
export type TypedFields = Readonly<Record<string, Typed>>

/** `unfinished` is not yet a mistake: nothing is said of it while somebody is still typing. */
export type Reading =
  | { readonly kind: 'unfinished'; readonly sentence: string }
  | { readonly kind: 'problem'; readonly sentence: string }
  | { readonly kind: 'value'; readonly json: Json }

export function blank(kind: FieldKind): Typed {
  switch (kind) {
    case 'address':
      return { kind, text: '' }
    case 'amount':
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

/** With the recipient filled in. */
export function filledForm(fields: Fields, to: Address): TypedFields {
  const first = Object.entries(fields).find(([, field]) => field.kind === 'address')
  const typed = blankForm(fields)
  return first === undefined ? typed : { ...typed, [first[0]]: { kind: 'address', text: to } }
}

export function readTyped(typed: Typed): Reading {
  switch (typed.kind) {
    case 'address':
      return readAddress(typed.text)
    case 'amount':
      return typed.max ? { kind: 'value', json: 'max' } : readAmount(typed.text)
    case 'toggle':
      return { kind: 'value', json: typed.on }
    default:
      return typed.json === null
        ? { kind: 'unfinished', sentence: 'Choose one.' }
        : { kind: 'value', json: typed.json }
  }
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

function readAmount(text: string): Reading {
  const parsed = parseTao(text)
  if (parsed.ok) return { kind: 'value', json: encode(fieldCodecs.amount, { exactly: parsed.value }) }
  // `0` and `0.0` are on the way to `0.05`.
  const isUnfinished = parsed.error === 'empty' || parsed.error === 'zero'
  return { kind: isUnfinished ? 'unfinished' : 'problem', sentence: amountProblem(parsed.error) }
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

/** A share of what can be sent, rounded down to a whole rao: never more than there is. */
export function shareOf(most: Rao, percent: number): Rao {
  return rao((most * BigInt(percent)) / 100n)
}

/** The share as a person could have typed it. */
export function typedShare(most: Rao, percent: number): TypedOf<'amount'> {
  return { kind: 'amount', text: printTao(shareOf(most, percent)), max: false }
}
