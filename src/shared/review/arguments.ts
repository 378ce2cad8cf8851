/** The arguments of a call by the names the runtime gives them, none left out: for calls the wallet has no words of its own for. */
import { fits } from '../codec.ts'
import { Address } from '../domain/address.ts'
import { toHex } from '../domain/bytes.ts'
import type { Description, Span } from '../domain/description.ts'
import type { Call } from '../domain/extrinsic.ts'
import { visible } from '../operations/visible.ts'
import type { Branch } from '../runtime/metadata.ts'
import { accountIn } from './reading.ts'

type Rows = Description['rows']
type PlaceOf = (value: unknown) => string | undefined

/**
 * Calls inside it have lines of their own: here their place stands for them, and an argument that is nothing but such
 * calls is left out.
 */
export function argumentRows(call: Call, branches: readonly Branch[] = []): Rows {
  const placeOf: PlaceOf = (value) => branches.find((branch) => branch.value === value)?.path
  const isCalls = (value: unknown): boolean =>
    placeOf(value) !== undefined || (Array.isArray(value) && value.length > 0 && value.every(isCalls))
  return Object.entries(call.args)
    .filter(([, value]) => !isCalls(value))
    .map(([name, value]) => ({ label: name, value: spansOf(value, placeOf) }))
}

function spansOf(value: unknown, placeOf: PlaceOf): readonly Span[] {
  const address = fits(Address, value) ? value : accountIn(value)
  return [address === undefined ? { code: plain(value, placeOf) } : { address }]
}

/** The most a u64 and a u128 hold: in a call they mean "as much as there is" or "at any price". */
const MOST = new Set([(1n << 64n) - 1n, (1n << 128n) - 1n])

function plain(value: unknown, placeOf: PlaceOf): string {
  const print = (inner: unknown): string => plain(inner, placeOf)
  if (value === undefined || value === null) return 'none'
  if (value instanceof Uint8Array) return toHex(value)
  if (typeof value === 'string') return visible(value)
  if (typeof value === 'bigint') return MOST.has(value) ? `${value} (the maximum)` : String(value)
  if (typeof value !== 'object') return String(value)
  const place = placeOf(value)
  if (place !== undefined) return `(${place})`
  if (Array.isArray(value)) return `[${value.map(print).join(', ')}]`
  const { type, value: inner, ...more } = value as Record<string, unknown>
  if (typeof type === 'string' && Object.keys(more).length === 0)
    return inner === undefined ? visible(type) : `${visible(type)} ${print(inner)}`
  return `{${Object.entries(value)
    .map(([key, held]) => `${key}: ${print(held)}`)
    .join(', ')}}`
}
