/** The values of a form as the popup sends them, checked; and which of them are not there yet. */
import { decode, type Json } from '#shared/codec.ts'
import { parseAddress } from '#shared/domain/address.ts'
import { WalletError } from '#shared/domain/errors.ts'
import { type Field, type Fields, fieldCodecs } from '#shared/operations/define.ts'

export interface FormValues {
  readonly values: Readonly<Record<string, unknown>>
  /** Names of the fields that hold nothing, in the order of the form. A toggle is never missing: it is off. */
  readonly missing: readonly string[]
}

/** @throws WalletError `invalid-input` for a field the form does not have, or a value that is none of its kind */
export function readValues(fields: Fields, sent: Readonly<Record<string, Json>>): FormValues {
  for (const name of Object.keys(sent)) if (!Object.hasOwn(fields, name)) refuse(name, 'no such field')
  const values: Record<string, unknown> = {}
  const missing: string[] = []
  for (const [name, field] of Object.entries(fields)) {
    const written = sent[name]
    if (written !== undefined && written !== null) values[name] = readValue(name, field, written)
    else if (field.kind === 'toggle') values[name] = false
    else missing.push(name)
  }
  return { values, missing }
}

function readValue(name: string, { kind }: Field, written: Json): unknown {
  try {
    const value: unknown = decode<unknown>(fieldCodecs[kind], written)
    if (kind !== 'address') return value
    const parsed = parseAddress(String(value))
    if (parsed.ok) return parsed.value
  } catch {
    // The codec's words are for a log; the form is told which field.
  }
  return refuse(name, kind)
}

function refuse(field: string, rule: string): never {
  throw new WalletError('invalid-input', { field, rule })
}

/** The one field whose kind is an amount; undefined when the form has none. */
export function amountField(fields: Fields): string | undefined {
  return Object.entries(fields).find(([, field]) => field.kind === 'amount')?.[0]
}
