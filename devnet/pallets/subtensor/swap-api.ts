// SwapRuntimeApi: prices, and what a swap would bring (spec 424).
import { type ApiTable, answers } from '../../chain/runtime-api.ts'
import { lessOrZero, times } from '../../economy/fixed-point.ts'
import type { Side } from '../../economy/pool.ts'
import { SwapRuntimeApi } from '../../runtime/declared/apis/swap-runtime-api.ts'
import type { SimSwapResult } from '../../runtime/declared/types/subtensor-pallets.ts'
import type { Context } from '../context.ts'
import { netuids, priceOf, subnetExists } from './subnets.ts'
import { tryQuote } from './swaps.ts'

const WHOLE_ALPHA = 10n ** 9n

const price = (c: Context, netuid: number): bigint => times(WHOLE_ALPHA, priceOf(c, netuid))

/** All zeros: the swap would fail. */
const NOTHING: SimSwapResult = {
  tao_amount: 0n,
  alpha_amount: 0n,
  tao_fee: 0n,
  alpha_fee: 0n,
  tao_slippage: 0n,
  alpha_slippage: 0n,
}

function simulate(c: Context, netuid: number, side: Side, amount: bigint): SimSwapResult {
  const done = subnetExists(c, netuid) ? tryQuote(c, { netuid, side, amount }) : undefined
  if (!done) return NOTHING
  const spot = priceOf(c, netuid)
  if (side === 'sell') {
    const tao_slippage = lessOrZero(times(amount, spot), done.paidOut)
    return {
      ...NOTHING,
      tao_amount: done.paidOut,
      alpha_amount: done.paidIn,
      alpha_fee: done.fee,
      tao_slippage,
    }
  }
  const ideal = spot === 0n ? 0n : (amount << 64n) / spot
  const alpha_slippage = lessOrZero(ideal, done.paidOut)
  return {
    ...NOTHING,
    tao_amount: done.paidIn,
    alpha_amount: done.paidOut,
    tao_fee: done.fee,
    alpha_slippage,
  }
}

export const swapApi: ApiTable = answers(SwapRuntimeApi, {
  current_alpha_price: ({ netuid }, { c }) => price(c, netuid),
  current_alpha_price_all: (_, { c }) => netuids(c).map((netuid) => ({ netuid, price: price(c, netuid) })),
  sim_swap_tao_for_alpha: ({ netuid, tao }, { c }) => simulate(c, netuid, 'buy', tao),
  sim_swap_alpha_for_tao: ({ netuid, alpha }, { c }) => simulate(c, netuid, 'sell', alpha),
})
