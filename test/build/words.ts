/** Descriptions and findings as plain text, for sentences that were written by hand. */
import type { Address } from '#shared/domain/address.ts'
import type { Span } from '#shared/domain/description.ts'
import { printTao } from '#shared/domain/units.ts'

export const ALICE = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY' as Address
export const BOB = '5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty' as Address
const NAMES: Readonly<Record<string, string>> = { [ALICE]: 'Alice', [BOB]: 'Bob' }

export function wordsOf(spans: readonly Span[]): string {
  return spans.map(word).join('')
}

function word(span: Span): string {
  if (typeof span === 'string') return span
  if ('rao' in span) return `τ${printTao(span.rao)}`
  if ('alpha' in span) return `${printTao(span.alpha)} α of subnet ${span.netuid}`
  if ('address' in span) return NAMES[span.address] ?? span.address
  if ('price' in span) return `τ${printTao(span.price)} per α`
  if ('code' in span) return span.code
  return span.netuid === 0 ? 'Root' : `Subnet ${span.netuid}`
}
