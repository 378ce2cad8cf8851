/** A limit order as what a person reads, and what there is to know before it is signed. */
import type { Address } from '../domain/address.ts'
import type { Description, Finding, Span } from '../domain/description.ts'
import { type LimitOrder, type OrderAmount, orderId, PARTS } from '../domain/limit-order.ts'
import { stakeIn } from '../domain/price.ts'
import { alphaRao, MOST_RAO, rao } from '../domain/units.ts'
import { caution, danger, note } from '../operations/findings.ts'

/** The chain's number on its Ethereum side, which an order names (EVMChainId). */
const CHAINS: Readonly<Record<string, string>> = { 964: 'Finney', 945: 'the test network' }

export function describeOrder(order: LimitOrder): Description {
  const { kind, hotkey, netuid, fee, feeRecipient, relayers, slippage, chainId } = order
  const isPurchase = kind === 'LimitBuy'
  const chain = CHAINS[chainId.toString()]
  return {
    verb: 'Sign order',
    sentence: [
      isPurchase ? 'Buy alpha of ' : 'Sell alpha of ',
      { netuid },
      ' for ',
      ...(isPurchase ? amountOf(order) : ['TAO: ', ...amountOf(order)]),
      ...triggerOf(order),
    ],
    rows: [
      { label: 'Order', value: [KINDS[kind]] },
      { label: 'Amount', value: amountOf(order) },
      { label: 'Price', value: isAnyPrice(order) ? ['Any'] : [{ price: order.price }] },
      { label: 'Subnet', value: [{ netuid }] },
      { label: 'Validator', value: [{ address: hotkey }] },
      { label: 'Good until', value: [dateOf(order.expiry)] },
      { label: 'Fee', value: [`${percent(fee)} of what is traded`] },
      { label: 'Fee goes to', value: [{ address: feeRecipient }] },
      { label: 'Who may carry it out', value: relayersOf(relayers) },
      { label: 'Price impact at most', value: [slippage === null ? 'No limit' : percent(slippage)] },
      { label: 'In parts', value: [order.isPartial ? 'It may be filled in parts' : 'All or nothing'] },
      ...(order.isLinked === null
        ? []
        : [
            {
              label: 'Others may use what it brings',
              value: [order.isLinked ? 'Yes: one order of the same signer' : 'No'],
            },
          ]),
      { label: 'For the account', value: [{ address: order.signer }] },
      { label: 'Chain', value: [chain === undefined ? `${chainId}` : `${chain} (${chainId})`] },
      { label: 'Fingerprint', value: [{ code: orderId(order) }] },
    ],
  }
}

const KINDS = {
  LimitBuy: 'Buys when the price is at or below the limit',
  TakeProfit: 'Sells when the price is at or above the trigger',
  StopLoss: 'Sells when the price is at or below the trigger',
} as const

function amountOf({ amount, kind, netuid }: LimitOrder): readonly Span[] {
  if (amount.kind === 'linked') return linkedAmount(amount)
  if (kind === 'LimitBuy') return [{ rao: rao(amount.value) }]
  return [stakeIn(netuid, alphaRao(amount.value))]
}

function linkedAmount({ part, provider }: Extract<OrderAmount, { kind: 'linked' }>): readonly Span[] {
  return [`${percent(part)} of what the order `, { code: provider }, ' brings']
}

/** A limit that no price passes is none. */
function isAnyPrice({ kind, price }: LimitOrder): boolean {
  return kind === 'TakeProfit' ? price === 0n : price === MOST_RAO
}

function triggerOf(order: LimitOrder): readonly Span[] {
  if (isAnyPrice(order)) return [', at any price.']
  const { kind, price } = order
  if (kind === 'LimitBuy') return [', at no more than ', { price }, '.']
  return [
    kind === 'TakeProfit' ? ', once the price is at least ' : ', once the price falls to ',
    { price },
    '.',
  ]
}

function relayersOf(relayers: readonly Address[] | null): readonly Span[] {
  if (relayers === null) return ['Anybody']
  if (relayers.length === 0) return ['Nobody']
  return relayers.flatMap((address, at) => [...(at === 0 ? [] : [', ']), { address }])
}

const DAY = 86_400_000n
/** The last moment a date can name. */
const LAST_DATE = 8_640_000_000_000_000n

function dateOf(ms: bigint): string {
  if (ms > LAST_DATE) return 'For ever'
  return `${new Date(Number(ms)).toISOString().slice(0, 16).replace('T', ' ')} UTC`
}

function percent(parts: number): string {
  const digits = parts.toString().padStart(8, '0')
  const rest = digits.slice(-7).replace(/0+$/, '')
  return `${digits.slice(0, -7)}${rest === '' ? '' : `.${rest}`} %`
}

/** Above the first it is a danger, above the second it is not signed: no market asks for it. */
const HIGH_FEE = PARTS / 100
const MOST_FEE = PARTS / 10

interface Signing {
  readonly account: Address
  readonly now: number
}

export function orderFindings(order: LimitOrder, { account, now }: Signing): readonly Finding[] {
  const left = order.expiry - BigInt(now)
  const refusals: readonly Finding[] = [
    ...(order.signer === account
      ? []
      : [refused('order-signer', ['The order is for another account: ', { address: order.signer }, '.'])]),
    ...(CHAINS[order.chainId.toString()] === undefined
      ? [refused('order-chain', [`The order is for another chain, number ${order.chainId}.`])]
      : []),
    ...(left <= 0n ? [refused('order-over', ['The time the order is good for is over.'])] : []),
    ...(left > 366n * DAY
      ? [
          refused('order-forever', [
            'The order would be good for more than a year. Nothing else takes it back but a call to cancel it.',
          ]),
        ]
      : []),
    ...(order.fee > MOST_FEE
      ? [refused('order-fee', [`The order gives ${percent(order.fee)} away as a fee.`])]
      : []),
  ]
  return [...refusals, ...orderRisks(order, left)]
}

function refused(id: string, text: readonly Span[]): Finding {
  return { id, level: 'refuse', text }
}

function orderRisks(order: LimitOrder, left: bigint): readonly Finding[] {
  return [
    caution('order', [
      'Whoever has this signature can have the trade made until the order ends, without asking again. Only a call that cancels it stops it before.',
    ]),
    ...(isAnyPrice(order) && order.slippage === null
      ? [danger('order-price', ['It trades at any price: others can move it just before.'])]
      : []),
    ...(order.fee > HIGH_FEE && order.fee <= MOST_FEE
      ? [danger('order-fee', [`${percent(order.fee)} of what is traded goes away as a fee.`])]
      : []),
    ...(left > 31n * DAY && left <= 366n * DAY
      ? [caution('order-long', [`It stays good for ${left / DAY} days.`])]
      : []),
    ...(order.chainId === 945n ? [note('order-test', ['The order is for the test network.'])] : []),
    ...(order.relayers?.length === 0 ? [note('order-nobody', ['Nobody may carry it out.'])] : []),
  ]
}
