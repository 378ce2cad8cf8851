/** What a person lets a site ask for without the password: how much a day, and what kinds of things. */
import { list, literal, nullable, type Of, object, text, uint } from '../codec.ts'
import type { Span } from './description.ts'
import { Rao, rao } from './units.ts'

/** Pay somebody; stake, unstake or move stake; sign bytes that are no transaction; anything else. */
export const SITE_ASKS = ['pay', 'stake', 'message', 'other'] as const
export const SiteAsk = literal(SITE_ASKS)
export type SiteAsk = Of<typeof SiteAsk>

/** Each is null where nothing is limited. */
export const SiteRules = object({
  /** The most that may leave on one day of UTC. */
  cap: nullable(Rao),
  asks: nullable(list(SiteAsk)),
})
export type SiteRules = Of<typeof SiteRules>

/** The rules of the site that asks, and what has left for it today. */
export const Ruled = object({ rules: SiteRules, spent: Rao })
export type Ruled = Of<typeof Ruled>

/** What a request comes to, as far as rules go. */
export interface Asking {
  readonly kinds: readonly SiteAsk[]
  /** TAO that leaves, as far as the bytes say how much. */
  readonly spends: Rao
  /** Whether that is all of it: what is sold at a price of its moment, given as a power or hidden cannot be counted. */
  readonly isWhole: boolean
}

/** Why the password is asked for, one sentence each; none where the request keeps to the rules. */
export function overRules({ rules, spent }: Ruled, asking: Asking): readonly (readonly Span[])[] {
  const { cap, asks } = rules
  const others = asks === null ? [] : asking.kinds.filter((kind) => !asks.includes(kind))
  return [
    ...others.map((kind): readonly Span[] => [`Your rules do not let it ask to ${ASK_WORDS[kind]}.`]),
    ...(cap === null ? [] : overCap(cap, spent, asking)),
  ]
}

/** After “asks to”. */
const ASK_WORDS: Readonly<Record<SiteAsk, string>> = {
  pay: 'send TAO',
  stake: 'stake, unstake or move stake',
  message: 'sign a message',
  other: 'do anything but stake, send or sign a message',
}

function overCap(cap: Rao, spent: Rao, { spends, isWhole }: Asking): readonly (readonly Span[])[] {
  if (!isWhole) return [['What it takes cannot be counted, and your limit is ', { rao: cap }, ' a day.']]
  if (spends === 0n || spent + spends <= cap) return []
  if (spent === 0n) return [['It takes ', { rao: spends }, ', and your limit is ', { rao: cap }, ' a day.']]
  return [
    ['It takes ', { rao: spends }, ' more. ', { rao: spent }, ' of ', { rao: cap }, ' went already today.'],
  ]
}

/** What has left for one site on one day, and the request that was counted last: none is counted twice. */
export const Spending = object({ day: uint, spent: Rao, last: text })
export type Spending = Of<typeof Spending>

const DAY_MS = 86_400_000

/** Days of UTC, counted from 1970. */
export function dayOf(now: number): number {
  return Math.floor(now / DAY_MS)
}

export function spentOn(day: number, spending: Spending | undefined): Rao {
  return spending?.day === day ? spending.spent : rao(0n)
}

/** The spending after a request under `id` was signed. */
export function withSpent(
  spending: Spending | undefined,
  { day, id, amount }: { readonly day: number; readonly id: string; readonly amount: Rao },
): Spending {
  if (spending?.last === id) return spending
  const sum = spentOn(day, spending) + amount
  // Payments add up beyond what one balance can hold; a limit does not.
  return { day, spent: sum as Rao, last: id }
}
