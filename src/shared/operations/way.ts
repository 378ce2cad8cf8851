/** How much stake goes from which subnet to which, as the calls that take it there and their reviews say it. */
import { literal, type Of, object, union } from '../codec.ts'
import { Address } from '../domain/address.ts'
import type { Description, Span } from '../domain/description.ts'
import { stakeIn } from '../domain/price.ts'
import { AlphaRao, alphaRao, MOST_RAO, Netuid, ROOT } from '../domain/units.ts'
import type { FieldTypes } from './fields.ts'

/** The chain cuts the amount to the position, so that the largest number says all of it (SubtensorModule, spec 424). */
export const Quantity = union('kind', [
  object({ kind: literal('exactly'), alpha: AlphaRao }),
  object({ kind: literal('all') }),
])
export type Quantity = Of<typeof Quantity>

export interface Way {
  readonly from: Netuid
  readonly to: Netuid
  readonly quantity: Quantity
}

/** What every such call has among its arguments. */
export const WayArgs = { origin_netuid: Netuid, destination_netuid: Netuid, alpha_amount: AlphaRao }
interface WayTold {
  readonly origin_netuid: Netuid
  readonly destination_netuid: Netuid
  readonly alpha_amount: AlphaRao
}

export function wayArgs({ from, to, quantity }: Way): WayTold {
  return { origin_netuid: from, destination_netuid: to, alpha_amount: alphaIn(quantity) }
}

export function wayIn({ origin_netuid, destination_netuid, alpha_amount }: WayTold): Way {
  return { from: origin_netuid, to: destination_netuid, quantity: quantityOf(alpha_amount) }
}

/** A way to another account: `to` is who gets it, `into` the subnet it comes to. */
export const Gift = { to: Address, from: Netuid, into: Netuid, quantity: Quantity }
interface GiftTold extends WayTold {
  readonly destination_coldkey: Address
}

export function giftIn(args: GiftTold) {
  const { from, to: into, quantity } = wayIn(args)
  return { to: args.destination_coldkey, from, into, quantity }
}

export function alphaIn(quantity: Quantity): AlphaRao {
  return quantity.kind === 'all' ? alphaRao(MOST_RAO) : quantity.alpha
}

function quantityOf(alpha: AlphaRao): Quantity {
  return alpha === MOST_RAO ? { kind: 'all' } : { kind: 'exactly', alpha }
}

export function typedQuantity(typed: FieldTypes['alpha']): Quantity {
  return typed === 'max' ? { kind: 'all' } : { kind: 'exactly', alpha: typed.exactly }
}

/** `5 α of subnet 64`, `τ5 on Root`. */
export function stakeSpans(netuid: Netuid, amount: bigint): readonly Span[] {
  return netuid === ROOT ? [stakeIn(netuid, amount), ' on ', { netuid }] : [stakeIn(netuid, amount)]
}

export function quantitySpans(quantity: Quantity, netuid: Netuid): readonly Span[] {
  return quantity.kind === 'all' ? ['all stake on ', { netuid }] : stakeSpans(netuid, quantity.alpha)
}

type Row = Description['rows'][number]

export function quantityRow(quantity: Quantity, netuid: Netuid): Row {
  return {
    label: 'Amount',
    value:
      quantity.kind === 'all' ? ['Everything, as counted when it runs'] : [stakeIn(netuid, quantity.alpha)],
  }
}

export function subnetRows({ from, to }: Pick<Way, 'from' | 'to'>): readonly Row[] {
  return [
    { label: 'From subnet', value: [{ netuid: from }] },
    { label: 'To subnet', value: [{ netuid: to }] },
  ]
}

/** Of a call that names no price: within a subnet it needs none. */
export function unlimitedRows(way: Way): readonly Row[] {
  const { from, to, quantity } = way
  const subnets: readonly Row[] =
    from === to
      ? [{ label: 'Subnet', value: [{ netuid: from }] }]
      : [...subnetRows(way), { label: 'Price limit', value: ['None: whatever the prices are then'] }]
  return [quantityRow(quantity, from), ...subnets]
}
