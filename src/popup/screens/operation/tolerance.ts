/** How a tolerance or a limit price is typed, and what it amounts to. */
import { MOST_TOLERANCE, printBasisPoints } from '#shared/domain/price.ts'
import { parsePrice, printTao } from '#shared/domain/units.ts'
import type { LimitChoice } from '#shared/operations/fields.ts'
import { amountProblem } from '../../ui/problems.ts'

export const PRESETS = [10, 50, 100, 300] as const

export type Read<T> =
  | { readonly kind: 'value'; readonly value: T }
  | { readonly kind: 'problem'; readonly sentence: string | undefined }

/** Percent with at most two decimals, to basis points. Nothing typed yet is no mistake yet. */
export function readTolerance(typed: string): Read<number> {
  const plain = typed.trim().replace(/\s*%$/, '')
  if (plain === '') return { kind: 'problem', sentence: undefined }
  const parts = /^(\d{0,3})(?:\.(\d{0,2}))?$/.exec(plain)
  const whole = parts?.[1] ?? ''
  const decimals = parts?.[2] ?? ''
  if (parts === null || whole + decimals === '')
    return { kind: 'problem', sentence: 'Type percent with at most two decimals, as in 0.5.' }
  const points = Number(whole) * 100 + Number(decimals.padEnd(2, '0'))
  return points > MOST_TOLERANCE
    ? {
        kind: 'problem',
        sentence: `At most ${printBasisPoints(MOST_TOLERANCE)}: more protects from nothing.`,
      }
    : { kind: 'value', value: points }
}

export function readPrice(typed: string): Read<bigint> {
  const parsed = parsePrice(typed)
  if (parsed.ok) return { kind: 'value', value: parsed.value }
  const isUnfinished = parsed.error === 'empty' || parsed.error === 'zero'
  return { kind: 'problem', sentence: isUnfinished ? undefined : amountProblem(parsed.error, 'price') }
}

/** What stands in the text of a choice. */
export function typedChoice(choice: LimitChoice | undefined): string {
  if (choice?.kind === 'price') return printTao(choice.price)
  return choice?.kind === 'tolerance' ? printBasisPoints(choice.basisPoints).replace('%', '') : ''
}
