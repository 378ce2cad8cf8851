/** From what a person chose in a form to the limit price that is signed, and how a description tells it. */
import { boolean, type Of, object } from '../codec.ts'
import type { Description, Span } from '../domain/description.ts'
import { buyLimit, sellLimit } from '../domain/price.ts'
import { type Netuid, RaoPerAlpha, ROOT } from '../domain/units.ts'
import type { LimitChoice } from './fields.ts'

export const Limit = object({ price: RaoPerAlpha, allowPartial: boolean })
export type Limit = Of<typeof Limit>

/** A tolerance is a way of speaking: what is signed is a price. Root's never moves, so that it needs no limit. */
export function purchaseLimit(choice: LimitChoice, netuid: Netuid, spot: RaoPerAlpha): Limit | undefined {
  return limitOf(choice, netuid, (tolerance) => buyLimit(spot, tolerance))
}

export function saleLimit(choice: LimitChoice, netuid: Netuid, spot: RaoPerAlpha): Limit | undefined {
  return limitOf(choice, netuid, (tolerance) => sellLimit(spot, tolerance))
}

function limitOf(
  choice: LimitChoice,
  netuid: Netuid,
  at: (tolerance: number) => RaoPerAlpha,
): Limit | undefined {
  if (choice.kind === 'none' || netuid === ROOT) return undefined
  const { allowPartial } = choice
  return { price: choice.kind === 'price' ? choice.price : at(choice.basisPoints), allowPartial }
}

type Row = Description['rows'][number]

/** `Highest price: 0.05 TAO per α` and what becomes of what does not fit within it. */
export function limitRows(
  label: string,
  limit: { readonly value: readonly Span[]; readonly allowPartial?: boolean } | undefined,
): readonly Row[] {
  if (limit === undefined) return [{ label, value: ['None: whatever the price is then'] }]
  return [
    { label, value: limit.value },
    {
      label: 'If not all fits within it',
      value: [limit.allowPartial === true ? 'The part that fits is exchanged' : 'Nothing is exchanged'],
    },
  ]
}
