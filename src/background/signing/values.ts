/** The values of a form as the popup sends them, checked; and which of them are not there yet. */
import { decode, fits, type Json } from '#shared/codec.ts'
import { Address, parseAddress } from '#shared/domain/address.ts'
import { WalletError } from '#shared/domain/errors.ts'
import {
  type Field,
  type Fields,
  fieldCodecs,
  fieldDefaults,
  type Values,
} from '#shared/operations/fields.ts'

export interface FormValues {
  readonly values: Values<Fields>
  /** Names of the fields that hold nothing, in the order of the form. What has a default, like a toggle, is never missing. */
  readonly missing: readonly string[]
}

/** @throws WalletError `invalid-input` for a field the form does not have, or a value that is none of its kind */
export function readValues(fields: Fields, sent: Readonly<Record<string, Json>>): FormValues {
  for (const name of Object.keys(sent)) if (!Object.hasOwn(fields, name)) refuse(name, 'no such field')
  const values: Record<string, Values<Fields>[string]> = {}
  const missing: string[] = []
  for (const [name, field] of Object.entries(fields)) {
    const written = sent[name] ?? fieldDefaults[field.kind]
    if (written === undefined || written === null) missing.push(name)
    else values[name] = readValue(name, field, written)
  }
  return { values, missing }
}

function readValue(name: string, { kind }: Field, written: Json): Values<Fields>[string] {
  try {
    const value = decode<Values<Fields>[string]>(fieldCodecs[kind], written)
    if (kind === 'text' || addressesIn(value).every((each) => parseAddress(each).ok)) return value
  } catch {
    // The codec's words are for a log; the form is told which field.
  }
  return refuse(name, kind)
}

/** Codecs look at the shape of an address; its sum is checked here. */
function addressesIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return fits(Address, value) ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(addressesIn)
}

function refuse(field: string, rule: string): never {
  throw new WalletError('invalid-input', { field, rule })
}

/** The one field whose kind is an amount, of TAO or of alpha; undefined when the form has none. */
export function amountField(fields: Fields): string | undefined {
  return Object.entries(fields).find(([, { kind }]) => kind === 'amount' || kind === 'alpha')?.[0]
}
