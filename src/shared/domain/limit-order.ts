/**
 * An order to trade at a price, which is signed off the chain and brought there by somebody else (pallet LimitOrders, spec 424;
 * version 2 with linked amounts in newer ones). Whoever holds the signature holds the order: it has no nonce.
 */
import { blake2b } from '@noble/hashes/blake2.js'
import { type Address, addressOf, publicKeyOf } from './address.ts'
import { fromHex, type Hash, join, sameBytes, toHex } from './bytes.ts'
import { type Netuid, netuid, type RaoPerAlpha, raoPerAlpha } from './units.ts'

export const ORDER_KINDS = ['LimitBuy', 'TakeProfit', 'StopLoss'] as const
export type OrderKind = (typeof ORDER_KINDS)[number]

/** TAO for a purchase, alpha for a sale; or a part of what another order of the same signer brought. */
export type OrderAmount =
  | { readonly kind: 'fixed'; readonly value: bigint }
  | { readonly kind: 'linked'; readonly provider: Hash; readonly part: number }

/** Parts are of a thousand million; `expiry` is in ms since 1970. */
export interface LimitOrder {
  readonly signer: Address
  readonly hotkey: Address
  readonly netuid: Netuid
  readonly kind: OrderKind
  readonly amount: OrderAmount
  readonly price: RaoPerAlpha
  readonly expiry: bigint
  readonly fee: number
  readonly feeRecipient: Address
  /** Who may bring it; null for anybody. */
  readonly relayers: readonly Address[] | null
  readonly slippage: number | null
  readonly chainId: bigint
  readonly isPartial: boolean
  /** Whether others may take from what it brings; null in version 1, which has no such thing. */
  readonly isLinked: boolean | null
}

/** The whole of anything that is told in parts. */
export const PARTS = 1_000_000_000
/** The most accounts that may be named (LimitOrders, spec 424). */
export const MOST_RELAYERS = 10

/** SCALE of `VersionedOrder`. */
export function orderBytes(order: LimitOrder): Uint8Array {
  const { amount, relayers, slippage, isLinked } = order
  const isNew = isLinked !== null
  return join(
    Uint8Array.of(isNew ? 1 : 0),
    publicKeyOf(order.signer),
    publicKeyOf(order.hotkey),
    small(BigInt(order.netuid), 2),
    Uint8Array.of(ORDER_KINDS.indexOf(order.kind)),
    ...(isNew ? [Uint8Array.of(amount.kind === 'fixed' ? 0 : 1)] : []),
    amount.kind === 'fixed'
      ? small(amount.value, 8)
      : join(fromHex(amount.provider), small(BigInt(amount.part), 4)),
    small(order.price, 8),
    small(order.expiry, 8),
    small(BigInt(order.fee), 4),
    publicKeyOf(order.feeRecipient),
    relayers === null
      ? Uint8Array.of(0)
      : join(Uint8Array.of(1, relayers.length << 2), ...relayers.map(publicKeyOf)),
    slippage === null ? Uint8Array.of(0) : join(Uint8Array.of(1), small(BigInt(slippage), 4)),
    small(order.chainId, 8),
    flag(order.isPartial),
    ...(isNew ? [flag(isLinked)] : []),
  )
}

/** How the chain knows an order: a signature over these 32 bytes, wrapped, is as good as one over the order. */
export function orderId(order: LimitOrder): Hash {
  return toHex(blake2b(orderBytes(order), { dkLen: 32 })) as Hash
}

/** The order these bytes are; undefined unless they are one to the last byte. */
export function readOrder(bytes: Uint8Array): LimitOrder | undefined {
  try {
    const order = decoded(bytes)
    return sameBytes(orderBytes(order), bytes) ? order : undefined
  } catch (cause) {
    if (cause instanceof RangeError) return undefined
    throw cause
  }
}

function decoded(bytes: Uint8Array): LimitOrder {
  let at = 0
  const take = (count: number): Uint8Array => {
    if (at + count > bytes.length) throw new RangeError('too short')
    at += count
    return bytes.slice(at - count, at)
  }
  const number = (count: number): bigint =>
    take(count).reduceRight((all, byte) => (all << 8n) | BigInt(byte), 0n)
  const choice = (options: number): number => {
    const [tag = 0] = take(1)
    if (tag >= options) throw new RangeError('no such variant')
    return tag
  }
  const account = (): Address => addressOf(take(32))
  const isNew = choice(2) === 1
  const signer = account()
  const hotkey = account()
  const subnet = netuid(Number(number(2)))
  const kind = ORDER_KINDS[choice(ORDER_KINDS.length)] ?? 'LimitBuy'
  const amount: OrderAmount =
    isNew && choice(2) === 1
      ? { kind: 'linked', provider: toHex(take(32)) as Hash, part: Number(number(4)) }
      : { kind: 'fixed', value: number(8) }
  const price = raoPerAlpha(number(8))
  const expiry = number(8)
  const fee = Number(number(4))
  const feeRecipient = account()
  const relayers =
    choice(2) === 0 ? null : Array.from({ length: choice((MOST_RELAYERS << 2) + 1) >> 2 }, account)
  const slippage = choice(2) === 0 ? null : Number(number(4))
  const chainId = number(8)
  const isPartial = choice(2) === 1
  const isLinked = isNew ? choice(2) === 1 : null
  return {
    signer,
    hotkey,
    netuid: subnet,
    kind,
    amount,
    price,
    expiry,
    fee,
    feeRecipient,
    relayers,
    slippage,
    chainId,
    isPartial,
    isLinked,
  }
}

/** Little endian. */
function small(value: bigint, length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, at) => Number((value >> BigInt(8 * at)) & 0xffn))
}

function flag(isSet: boolean): Uint8Array {
  return Uint8Array.of(isSet ? 1 : 0)
}
