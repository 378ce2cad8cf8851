/** How many decimals a number shows where there is little room; all of them stand in its title. */
import { printParts, TAO } from '#shared/domain/units.ts'
import { shownDigits } from '../../ui/amount.tsx'

/** Ten digits and more before the point leave room for two behind it. */
export function totalDigits(value: bigint): number {
  return printParts(value).whole.length > 8 ? 2 : shownDigits(value)
}

/** Two, unless the amount would then look like nothing. */
export function legendDigits(value: bigint): number {
  return value * 100n >= TAO ? 2 : shownDigits(value)
}
