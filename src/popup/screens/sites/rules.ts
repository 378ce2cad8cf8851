/** Rules of a site as they stand in their form, and back. */
import { SITE_ASKS, type SiteAsk, type SiteRules } from '#shared/domain/site-rules.ts'
import { type AmountProblem, parseTao, printTao, type Rao, rao } from '#shared/domain/units.ts'

export interface TypedRules {
  /** Empty where no limit is set. */
  readonly cap: string
  readonly asks: ReadonlySet<SiteAsk>
}

export function typedOf(rules: SiteRules | undefined): TypedRules {
  const cap = rules?.cap ?? null
  return { cap: cap === null ? '' : printTao(cap), asks: new Set(rules?.asks ?? SITE_ASKS) }
}

export type ReadRules =
  | { readonly kind: 'read'; readonly rules: SiteRules | null }
  | { readonly kind: 'wrong'; readonly problem: AmountProblem }

/** Null where nothing is limited. A limit of zero is one: then nothing leaves without the password. */
export function readRules({ cap: typed, asks: ticked }: TypedRules): ReadRules {
  const cap = readCap(typed)
  if (typeof cap === 'string') return { kind: 'wrong', problem: cap }
  const asks = SITE_ASKS.every((ask) => ticked.has(ask)) ? null : SITE_ASKS.filter((ask) => ticked.has(ask))
  return { kind: 'read', rules: cap === null && asks === null ? null : { cap, asks } }
}

function readCap(typed: string): Rao | null | AmountProblem {
  const read = parseTao(typed)
  if (read.ok) return read.value
  if (read.error === 'empty') return null
  return read.error === 'zero' ? rao(0n) : read.error
}
