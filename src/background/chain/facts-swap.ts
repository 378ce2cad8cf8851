/** Facts of trades: prices, what a pool would give now by the runtime's own simulation, and what a trade may not go below. */
import { NO_SWAP, type SwapQuote } from '#shared/domain/price.ts'
import { type AlphaRao, alphaRao, type Netuid, ROOT, rao } from '#shared/domain/units.ts'
import type { Exit, Holding, Purchase, Sale, Staker, Swap } from '#shared/operations/fact-shapes.ts'
import { bigOf, fieldOf, flagOf, uintOf } from './decoded.ts'
import { type AnswerFrom, type Answers, askApi, constantIn, missing, storedIn } from './facts-from.ts'
import { availabilityOf, holdingsOn, priceOf, stakeOn } from './facts-held.ts'

export const swapFacts: Answers<
  | 'price'
  | 'buyQuote'
  | 'sellQuote'
  | 'swapQuote'
  | 'exitQuote'
  | 'exitQuotes'
  | 'swapFee'
  | 'pool'
  | 'minStake'
> = {
  price: priceOf,
  buyQuote: buy,
  sellQuote: sell,
  swapQuote: swap,
  exitQuote: async (position, from) =>
    exitOf(position, { netuid: position.netuid, alpha: await stakeOn(position, from) }, from),
  exitQuotes: async (staker, from) => {
    const held = await holdingsOn(staker, from)
    return Promise.all(held.map((holding) => exitOf(staker, holding, from)))
  },
  swapFee: feeRate,
  pool: async (subnet, from) => {
    const stored = storedIn(from)
    const [tao, alpha] = await Promise.all([
      // Told to who asks for more than a pool has: by how much is known well enough.
      stored.seldom('SubtensorModule.SubnetTAO', subnet),
      stored.seldom('SubtensorModule.SubnetAlphaIn', subnet),
    ])
    return { tao: rao(bigOf(tao)), alpha: alphaRao(bigOf(alpha)) }
  },
  minStake: (_, from) => Promise.resolve(rao(bigOf(constantIn(from, 'SubtensorModule.InitialMinStake')))),
}

/** One TAO is one TAO on root: nothing is exchanged and nothing is charged. */
function onRoot(amount: bigint): SwapQuote {
  return { ...NO_SWAP, tao: rao(amount), alpha: alphaRao(amount) }
}

async function buy({ netuid: subnet, spend }: Purchase, from: AnswerFrom): Promise<SwapQuote> {
  if (spend === 0n) return NO_SWAP
  if (subnet === ROOT) return onRoot(spend)
  const earlier = from.before?.spent(subnet) ?? 0n
  return simulated('tao', { subnet, amount: spend, earlier }, from)
}

async function sell({ netuid: subnet, sell: alpha }: Sale, from: AnswerFrom): Promise<SwapQuote> {
  if (alpha === 0n) return NO_SWAP
  if (subnet === ROOT) return onRoot(alpha)
  const earlier = from.before?.sold(subnet) ?? 0n
  return simulated('alpha', { subnet, amount: alpha, earlier }, from)
}

interface Simulation {
  readonly subnet: Netuid
  /** With the fee in it. */
  readonly amount: bigint
  /** What calls before it will have brought into the pool: of a sale all of it, because its fee is sold too. */
  readonly earlier: bigint
}

/**
 * SwapRuntimeApi, spec 393 on. What a pool gives for the second of two amounts is what it gives for both, less what for the
 * first alone. The chain rounds down what it gives at each of them, a simulation what it gives for both, and neither tells
 * anything finer: so it is told less one, and what comes is as much, or one or two more.
 */
async function simulated(
  paid: 'tao' | 'alpha',
  { subnet, amount, earlier }: Simulation,
  from: AnswerFrom,
): Promise<SwapQuote> {
  const rate = earlier > 0n ? await feeRate(subnet, from) : 0
  const net = netOf(amount, rate)
  const ask = async (entering: bigint): Promise<unknown> => {
    const name = paid === 'tao' ? 'tao_for_alpha' : 'alpha_for_tao'
    const answer = await askApi(from, `SwapRuntimeApi.sim_swap_${name}`, subnet, grossFor(entering, rate))
    return answer === undefined ? missing('a simulation of swaps') : answer.told
  }
  const [told, first] = await Promise.all([ask(earlier + net), earlier > 0n ? ask(earlier) : undefined])
  const part = (side: 'tao' | 'alpha', what: 'amount' | 'fee'): bigint => {
    const all = bigOf(fieldOf(told, `${side}_${what}`))
    // Zeros where the pool refuses both together.
    if (first === undefined || all === 0n) return all
    if (side === paid) return what === 'fee' ? amount - net : net
    const gained = all - bigOf(fieldOf(first, `${side}_${what}`)) - 1n
    return gained > 0n ? gained : 0n
  }
  return {
    tao: rao(part('tao', 'amount')),
    alpha: alphaRao(part('alpha', 'amount')),
    taoFee: rao(part('tao', 'fee')),
    alphaFee: alphaRao(part('alpha', 'fee')),
  }
}

async function swap({ position, to, amount }: Swap, from: AnswerFrom) {
  const stake = await stakeOn(position, from)
  const moved: AlphaRao = stake < amount ? stake : amount
  if (to === position.netuid) return { stake, moved, sale: NO_SWAP, purchase: NO_SWAP }
  const sale = await sell({ netuid: position.netuid, sell: moved }, from)
  const isCharged = position.netuid === ROOT
  const purchase = isCharged
    ? await buy({ netuid: to, spend: sale.tao }, from)
    : await buyWithoutFee({ netuid: to, spend: sale.tao }, from)
  return { stake, moved, sale, purchase }
}

/**
 * What TAO buys when the fee was paid on the other leg. The simulation always charges it, so it is asked for as much more
 * as the fee takes away: exactly `spend` then enters the pool (SubtensorModule `transition_stake_internal`, spec 424).
 */
async function buyWithoutFee({ netuid: subnet, spend }: Purchase, from: AnswerFrom): Promise<SwapQuote> {
  if (subnet === ROOT || spend === 0n) return buy({ netuid: subnet, spend }, from)
  const gross = rao(grossFor(spend, await feeRate(subnet, from)))
  const { alpha } = await buy({ netuid: subnet, spend: gross }, from)
  return alpha === 0n ? NO_SWAP : { ...NO_SWAP, tao: spend, alpha }
}

const PARTS = 65_535n
const ONE = 1n << 64n

/** What is left of an amount after the fee of `rate`/65535, in the chain's own rounding (pallet Swap, spec 424). */
function netOf(gross: bigint, rate: number): bigint {
  return gross - ((gross * ((BigInt(rate) * ONE) / PARTS)) >> 64n)
}

/** The least of which exactly `net` is left: each rao more leaves one more or as much, so there is one for every net. */
export function grossFor(net: bigint, rate: number): bigint {
  if (BigInt(rate) >= PARTS) return net
  let gross = (net * PARTS) / (PARTS - BigInt(rate))
  while (netOf(gross, rate) < net) gross += 1n
  while (gross > 0n && netOf(gross - 1n, rate) >= net) gross -= 1n
  return gross
}

async function feeRate(subnet: Netuid, from: AnswerFrom): Promise<number> {
  return subnet === ROOT ? 0 : uintOf(await storedIn(from).seldom('Swap.FeeRate', subnet))
}

async function exitOf({ coldkey }: Staker, holding: Holding, from: AnswerFrom): Promise<Exit> {
  const { netuid: subnet, alpha } = holding
  const [quote, { available }, open] = await Promise.all([
    sell({ netuid: subnet, sell: alpha }, from),
    availabilityOf({ coldkey, netuid: subnet }, from),
    isOpen(subnet, from),
  ])
  return { ...holding, quote, available, open }
}

/** Whether the alpha of a subnet can be bought and sold; root's TAO always. */
export async function isOpen(subnet: Netuid, from: AnswerFrom): Promise<boolean> {
  return subnet === ROOT || flagOf(await storedIn(from).seldom('SubtensorModule.SubtokenEnabled', subnet))
}
