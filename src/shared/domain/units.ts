/** Amounts: branded integers that are parsed once, printed once, and never become a float. */
import { amount, bounded, either, fits, type Of, object } from '../codec.ts'
import { fail, ok, type Result } from './result.ts'

declare const unit: unique symbol
/** 10⁻⁹ TAO. */
export type Rao = bigint & { readonly [unit]: 'rao' }
export const Rao = amount<Rao>()
/** 10⁻⁹ alpha of some subnet; always beside its netuid. */
export type AlphaRao = bigint & { readonly [unit]: 'alpha-rao' }
export const AlphaRao = amount<AlphaRao>()
/** rao for one whole alpha: what `limit_price` takes. */
export type RaoPerAlpha = bigint & { readonly [unit]: 'rao-per-alpha' }
export const RaoPerAlpha = amount<RaoPerAlpha>()
/** A subnet's number; 0 is root. */
export type Netuid = number & { readonly [unit]: 'netuid' }
export const Netuid = bounded<Netuid>(0, 65_535)

/** TAO, or the alpha of one subnet. */
export const Money = either([object({ rao: Rao }), object({ alpha: AlphaRao, netuid: Netuid })])
export type Money = Of<typeof Money>

const DECIMALS = 9
/** rao in one TAO (SubtensorModule and Balances, spec 424: 9 decimals). */
export const TAO = 1_000_000_000n
/** The most a u64 balance holds (Balances, spec 424). */
export const MOST_RAO = (1n << 64n) - 1n

export function rao(n: bigint): Rao {
  if (n < 0n || n > MOST_RAO) throw new RangeError('not an amount of rao')
  return n as Rao
}

export function alphaRao(n: bigint): AlphaRao {
  if (n < 0n || n > MOST_RAO) throw new RangeError('not an amount of alpha')
  return n as AlphaRao
}

export function raoPerAlpha(n: bigint): RaoPerAlpha {
  if (n < 0n || n > MOST_RAO) throw new RangeError('not a price')
  return n as RaoPerAlpha
}

/** @throws RangeError for what is no u16 */
export function netuid(n: number): Netuid {
  if (!fits(Netuid, n)) throw new RangeError('not a netuid')
  return n
}

/** Where TAO is staked as TAO: one to one, without a pool. */
export const ROOT = netuid(0)

/** `a - b`, and zero where that would be a debt. */
export function less(a: Rao, b: bigint): Rao {
  return rao(a > b ? a - b : 0n)
}

/** What several amounts are together: more than one balance may hold. */
export function sum(amounts: readonly Rao[]): Rao {
  return amounts.reduce((all, amount) => all + amount, 0n) as Rao
}

/** The smaller of two amounts of one kind. */
export function lesser<T extends bigint>(a: T, b: T): T {
  return a < b ? a : b
}

export type AmountProblem = 'empty' | 'not-a-number' | 'too-many-decimals' | 'too-large' | 'zero'

/**
 * An amount as a person types it: digits, at most one point, at most nine decimals; spaces around it and
 * commas between thousands are forgiven. Signs, exponents, `Infinity` and everything else are refused.
 */
export function parseTao(typed: string): Result<Rao, AmountProblem> {
  return parsed(typed, rao)
}

/** An amount of alpha, typed like one of TAO. */
export function parseAlpha(typed: string): Result<AlphaRao, AmountProblem> {
  return parsed(typed, alphaRao)
}

/** A price in TAO for one alpha, typed like an amount. */
export function parsePrice(typed: string): Result<RaoPerAlpha, AmountProblem> {
  return parsed(typed, raoPerAlpha)
}

function parsed<T extends bigint>(typed: string, brand: (n: bigint) => T): Result<T, AmountProblem> {
  const plain = typed.trim()
  if (plain === '') return fail('empty')
  const grouped = /^\d{1,3}(,\d{3})+(\.\d*)?$/.test(plain) ? plain.replaceAll(',', '') : plain
  const parts = /^(\d*)(?:\.(\d*))?$/.exec(grouped)
  const whole = parts?.[1] ?? ''
  const decimals = parts?.[2] ?? ''
  if (parts === null || whole + decimals === '') return fail('not-a-number')
  if (decimals.length > DECIMALS) return fail('too-many-decimals')
  const value = BigInt(whole + decimals.padEnd(DECIMALS, '0'))
  if (value > MOST_RAO) return fail('too-large')
  return value === 0n ? fail('zero') : ok(brand(value))
}

/** The two halves of an amount, thousands grouped: `1,284` and `5207`. Decimals beyond `digits` are cut, never rounded up. */
export function printParts(value: bigint, digits = DECIMALS): { whole: string; decimals: string } {
  const whole = (value / TAO).toString().replace(/\B(?=(\d{3})+$)/g, ',')
  const all = (value % TAO).toString().padStart(DECIMALS, '0')
  return { whole, decimals: all.slice(0, digits) }
}

/** All digits that mean something, in the form `parseTao` reads: `1284.5207`. */
export function printTao(value: bigint): string {
  const decimals = (value % TAO).toString().padStart(DECIMALS, '0').replace(/0+$/, '')
  const whole = (value / TAO).toString()
  return decimals === '' ? whole : `${whole}.${decimals}`
}
