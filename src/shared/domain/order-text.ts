/**
 * A limit order as one line of readable text, which the chain rebuilds from the order to the last letter (LimitOrders
 * `render_order`). Read by a grammar that knows one way to write each thing, and then written again and compared.
 */
import { type Address, addressOfAnyPrefix } from './address.ts'
import type { Hash } from './bytes.ts'
import { type LimitOrder, MOST_RELAYERS, type OrderAmount, type OrderKind, PARTS } from './limit-order.ts'
import { MOST_RAO, netuid, raoPerAlpha } from './units.ts'

const WORDS: Readonly<Record<OrderKind, string>> = {
  LimitBuy: 'Limit buy',
  TakeProfit: 'Take-profit',
  StopLoss: 'Stop-loss',
}

/** How every such text begins, whatever its version. */
export const ORDER_TEXT = 'TAO.com order v'

export function printOrder(order: LimitOrder): string {
  const { amount, isLinked, relayers, slippage } = order
  return [
    `${ORDER_TEXT}${isLinked === null ? 1 : 2}: ${WORDS[order.kind]} ${printAmount(amount)} on subnet ${order.netuid}`,
    `${order.kind === 'LimitBuy' ? 'limit' : 'trigger'} price ${order.price}`,
    `expiry ${order.expiry}`,
    `hotkey ${order.hotkey}`,
    `fee ${order.fee} to ${order.feeRecipient}`,
    `relayer ${relayers === null ? 'none' : relayers.length === 0 ? '[]' : relayers.join('+')}`,
    `max slippage ${slippage ?? 'none'}`,
    `chain ${order.chainId}`,
    `partial fills ${order.isPartial}`,
    `signer ${order.signer}`,
    ...(isLinked === null ? [] : [`has-linked-order ${isLinked}`]),
  ].join(', ')
}

function printAmount(amount: OrderAmount): string {
  return amount.kind === 'fixed'
    ? amount.value.toString()
    : `${amount.part} ppb of order ${amount.provider} output`
}

const NUMBER = '(0|[1-9][0-9]{0,19})'
const ACCOUNT = '([1-9A-HJ-NP-Za-km-z]{46,50})'
const FLAG = '(true|false)'
const GRAMMAR = new RegExp(
  [
    `^TAO\\.com order v([12]): (Limit buy|Take-profit|Stop-loss) ${NUMBER}(?: ppb of order (0x[0-9a-f]{64}) output)? on subnet ${NUMBER}`,
    `(limit|trigger) price ${NUMBER}`,
    `expiry ${NUMBER}`,
    `hotkey ${ACCOUNT}`,
    `fee ${NUMBER} to ${ACCOUNT}`,
    'relayer (none|\\[\\]|[1-9A-HJ-NP-Za-km-z+]+)',
    `max slippage (none|${NUMBER})`,
    `chain ${NUMBER}`,
    `partial fills ${FLAG}`,
    `signer ${ACCOUNT}(?:, has-linked-order ${FLAG})?$`,
  ].join(', '),
)

/** The order a text is; undefined unless the chain would write it in just these letters. */
export function parseOrder(text: string): LimitOrder | undefined {
  const found = GRAMMAR.exec(text)
  if (found === null) return undefined
  try {
    const order = orderOf(found.slice(1))
    return printOrder(order) === text ? order : undefined
  } catch (cause) {
    if (cause instanceof RangeError) return undefined
    throw cause
  }
}

function orderOf(parts: readonly (string | undefined)[]): LimitOrder {
  const [version, word, first, provider, subnet, , price, expiry, hotkey, fee, recipient] = parts
  const [relayers, slippage, , chain, partial, signer, linked] = parts.slice(11)
  const kind = (Object.keys(WORDS) as OrderKind[]).find((each) => WORDS[each] === word) ?? 'LimitBuy'
  // Only version 2 knows linked amounts and the tail, and it always has the tail.
  if ((version === '2') !== (linked !== undefined) || (version === '1' && provider !== undefined))
    throw new RangeError('not of that version')
  return {
    signer: account(signer),
    hotkey: account(hotkey),
    netuid: netuid(Number(subnet)),
    kind,
    amount:
      provider === undefined
        ? { kind: 'fixed', value: wide(first) }
        : { kind: 'linked', provider: provider as Hash, part: part(first) },
    price: raoPerAlpha(wide(price)),
    expiry: wide(expiry),
    fee: part(fee),
    feeRecipient: account(recipient),
    relayers: relayers === 'none' ? null : relayers === '[]' ? [] : several(relayers),
    slippage: slippage === 'none' ? null : part(slippage),
    chainId: wide(chain),
    isPartial: partial === 'true',
    isLinked: linked === undefined ? null : linked === 'true',
  }
}

function wide(digits = ''): bigint {
  const value = BigInt(digits)
  if (value > MOST_RAO) throw new RangeError('more than 64 bits')
  return value
}

function part(digits = ''): number {
  const value = Number(digits)
  if (value > PARTS) throw new RangeError('more than the whole')
  return value
}

function account(text = ''): Address {
  const address = addressOfAnyPrefix(text)
  if (address !== text) throw new RangeError('no address of this chain')
  return address
}

function several(text = ''): readonly Address[] {
  const named = text.split('+').map(account)
  if (named.length > MOST_RELAYERS) throw new RangeError('too many')
  return named
}
