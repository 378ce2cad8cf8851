/** JSON in the one form whose bytes can be authenticated: keys sorted, no spaces, nothing that is no JSON. */

import type { Json } from '#shared/codec.ts'
import { toUtf8 } from './secret.ts'

/** The bytes two equal values share, whatever order their keys were written in. */
export function canonical(value: Json): Uint8Array {
  return toUtf8(write(value))
}

function write(value: Json | undefined): string {
  if (Array.isArray(value)) return `[${value.map(write).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null)
  const fields = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([left], [right]) => (left < right ? -1 : 1))
  return `{${fields.map(([key, inner]) => `${JSON.stringify(key)}:${write(inner)}`).join(',')}}`
}
