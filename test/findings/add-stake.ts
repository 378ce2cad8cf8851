import { NO_SWAP } from '#shared/domain/price.ts'
import { alphaRao, ROOT, rao, raoPerAlpha, TAO } from '#shared/domain/units.ts'
import { addStake } from '#shared/operations/add-stake.ts'
import { tableOf } from '../build/told.ts'
import { BOB } from '../build/words.ts'
import {
  LEAST,
  ONE,
  OPEN,
  POOL,
  SEATLESS,
  subnetTold,
  TAKING,
  UNKNOWN_VALIDATOR,
  unseated,
  VALIDATOR,
} from './places.ts'
import { insufficientTold, PURSE, purseTold } from './purse.ts'
import { impactTold, NO_LIMIT, SPOT, swapped } from './trades.ts'

const limit = (price: bigint, allowPartial = false) => ({
  limit: { price: raoPerAlpha(price), allowPartial },
})
const onRoot = { price: raoPerAlpha(TAO), quote: swapped(TAO, TAO) }
/** Ninety-nine hundredths of what the spot price would bring: the price goes to 0.051015201. */
const dear = { quote: swapped(TAO, 19_800_000_000n) }

export const addStakeTable = tableOf(addStake, {
  params: { hotkey: BOB, netuid: ONE, amount: rao(TAO), ...limit(50_250_000n) },
  facts: {
    ...PURSE,
    price: SPOT,
    quote: swapped(TAO, 20n * TAO),
    least: LEAST,
    swapFee: 33,
    pool: POOL,
    subnet: OPEN,
    validator: VALIDATOR,
  },
  told: [
    ...purseTold,
    insufficientTold((amount) => ({ params: { amount } })),
    ...subnetTold,
    UNKNOWN_VALIDATOR,
    TAKING,
    unseated('Subnet 1'),
    {
      ...unseated('Subnet 1'),
      not: { params: { netuid: ROOT }, facts: { validator: SEATLESS } },
    },
    {
      ...NO_LIMIT,
      where: { params: { limit: undefined } },
      not: { params: { limit: undefined, netuid: ROOT } },
    },
    {
      id: 'below-minimum',
      weight: 'blocks',
      says: 'Too little: the least that can be staked here is τ0.002001008.',
      where: { facts: { quote: swapped(1_999_999n, 39_999_980n) } },
      not: { facts: { quote: swapped(2_000_000n, 40_000_000n) } },
    },
    {
      id: 'below-minimum',
      weight: 'blocks',
      says: 'Too little: the least that can be staked here is τ0.002001008.',
      where: { params: { amount: rao(2_001_007n) }, facts: { quote: NO_SWAP } },
      not: { params: { amount: rao(2_001_008n) }, facts: { quote: NO_SWAP } },
    },
    {
      id: 'pool-refuses',
      weight: 'blocks',
      says: 'The pool of Subnet 1 refuses this amount: simulated by the chain itself, the exchange fails. Try another amount, or later.',
      where: { facts: { quote: NO_SWAP } },
      not: { facts: { quote: swapped(TAO, 1n) } },
    },
    {
      id: 'pool-refuses',
      weight: 'blocks',
      says: 'The pool of Subnet 1 is all but empty: nothing can be exchanged there now.',
      where: { facts: { quote: NO_SWAP, pool: { ...POOL, alpha: alphaRao(999_999n) } } },
      not: { facts: { quote: swapped(TAO, 1n), pool: { ...POOL, alpha: alphaRao(1_000_000n) } } },
    },
    {
      id: 'too-much-for-pool',
      weight: 'blocks',
      says: 'More than the pool of Subnet 1 takes at once: at most τ0.999.',
      where: { facts: { quote: NO_SWAP, pool: { ...POOL, tao: rao(999_000n) } } },
      not: {
        params: { amount: rao(999_000_000n) },
        facts: { quote: NO_SWAP, pool: { ...POOL, tao: rao(999_000n) } },
      },
    },
    {
      id: 'limit-passed',
      weight: 'blocks',
      says: 'The price is τ0.05 per α now and the limit τ0.05 per α: nothing could be bought within it. Set it higher, or wait.',
      where: { params: limit(50_000_000n) },
      not: { params: limit(50_000_001n) },
    },
    {
      id: 'limit-passed',
      weight: 'blocks',
      says: 'The price is τ1 per α now and the limit τ0.999999999 per α: nothing could be bought within it. Set it higher, or wait.',
      where: { params: { netuid: ROOT, ...limit(TAO - 1n) }, facts: onRoot },
      not: { params: { netuid: ROOT, ...limit(TAO) }, facts: onRoot },
    },
    {
      id: 'limit-too-near',
      weight: 'caution',
      says: 'Buying all of it would move the price to about τ0.051015201 per α, past the limit of τ0.0510152 per α: it would fail as a whole. Allow a part, take less, or set the limit higher.',
      where: { params: limit(51_015_200n), facts: dear },
      not: { params: limit(51_015_201n), facts: dear },
    },
    {
      id: 'limit-too-near',
      weight: 'caution',
      says: 'Buying all of it would move the price to about τ0.051015201 per α, past the limit of τ0.0510152 per α: only the part that fits would be exchanged.',
      where: { params: limit(51_015_200n, true), facts: dear },
      not: { params: limit(51_015_201n, true), facts: dear },
    },
    {
      id: 'loose-limit',
      weight: 'caution',
      says: 'The limit of τ0.075000001 per α is so far from the price that it protects from nothing.',
      where: { params: limit(75_000_001n) },
      not: { params: limit(75_000_000n) },
    },
    ...impactTold((points) => ({ quote: swapped(TAO, 2_000_000n * points) })),
  ],
})
