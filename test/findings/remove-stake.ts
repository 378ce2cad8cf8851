import { NO_SWAP } from '#shared/domain/price.ts'
import { alphaRao, ROOT, rao, raoPerAlpha, TAO } from '#shared/domain/units.ts'
import type { Exit } from '#shared/operations/fact-shapes.ts'
import { removeStake } from '#shared/operations/remove-stake.ts'
import { tableOf } from '../build/told.ts'
import { BOB } from '../build/words.ts'
import { LEAST, locking, ONE, OPEN, POOL, subnetTold } from './places.ts'
import { heldTold, POOR, PURSE } from './purse.ts'
import { holdingTold, impactTold, NO_LIMIT, SPOT, stakeFeeTold, swapped } from './trades.ts'

const bounded = (price: bigint, allowPartial = false) => ({ price: raoPerAlpha(price), allowPartial })
const part = (amount: bigint, limit = bounded(49_750_000n)) => ({
  sale: { kind: 'part', alpha: alphaRao(amount), limit } as const,
})
const at = (price: bigint, allowPartial = false) => part(20n * TAO, bounded(price, allowPartial))
const whole = (price: bigint) => ({ sale: { kind: 'all', limit: raoPerAlpha(price) } as const })
/** A position of so much, and what all of it would bring. */
const holding = (stake: bigint, quote = swapped(stake / 20n, stake)): { readonly exit: Exit } => ({
  exit: { netuid: ONE, alpha: alphaRao(stake), quote, available: alphaRao(stake), open: true },
})
const onRoot = { price: raoPerAlpha(TAO), quote: swapped(20n * TAO, 20n * TAO) }
/** Ninety-nine hundredths of what the spot price would bring: the price goes to 0.049005. */
const cheap = swapped(990_000_000n, 20n * TAO)

export const removeStakeTable = tableOf(removeStake, {
  params: { hotkey: BOB, netuid: ONE, ...part(20n * TAO) },
  facts: {
    ...PURSE,
    price: SPOT,
    quote: swapped(TAO, 20n * TAO),
    ...holding(100n * TAO),
    least: LEAST,
    swapFee: 33,
    pool: POOL,
    subnet: OPEN,
    availability: locking(100n, 0n),
  },
  told: [
    ...subnetTold,
    ...heldTold,
    ...stakeFeeTold((stake) => holding(stake)),
    ...holdingTold((amount, stake) => ({ params: part(amount), facts: holding(stake) })),
    {
      id: 'locked',
      weight: 'blocks',
      says: '30 α of subnet 1 of this account’s stake there is locked or held as collateral: at most 70 α of subnet 1 can leave now.',
      where: { params: part(70n * TAO + 1n), facts: { availability: locking(100n, 30n) } },
      not: { params: part(70n * TAO), facts: { availability: locking(100n, 30n) } },
    },
    {
      ...NO_LIMIT,
      where: { params: { sale: { kind: 'all' } } },
      not: { params: { sale: { kind: 'all' }, netuid: ROOT } },
    },
    {
      ...NO_LIMIT,
      where: { params: { sale: { kind: 'part', alpha: alphaRao(TAO) } } },
      not: { params: whole(49_750_000n) },
    },
    {
      id: 'below-minimum',
      weight: 'blocks',
      says: 'Too little: take at least 0.040420362 α of subnet 1, or all of it.',
      where: { params: part(40_000_000n), facts: { quote: swapped(1_998_992n, 39_979_858n) } },
      // All but the swap fee of 33/65,535 at the spot price.
      not: { params: part(40_420_362n), facts: { quote: swapped(2_020_000n, 40_400_009n) } },
    },
    {
      id: 'below-minimum',
      weight: 'blocks',
      says: 'What is staked here is worth less than the τ0.002 the chain takes. Unstake all of it instead.',
      where: {
        params: part(39_000_000n),
        facts: { ...holding(40_000_000n), quote: swapped(1_949_000n, 38_980_000n) },
      },
      not: { params: whole(49_750_000n), facts: holding(40_000_000n) },
    },
    {
      id: 'pool-refuses',
      weight: 'blocks',
      says: 'The pool of Subnet 1 refuses this amount: simulated by the chain itself, the exchange fails. Try another amount, or later.',
      where: { facts: { quote: NO_SWAP } },
      not: { facts: { quote: swapped(2_000_000n, 20n * TAO) } },
    },
    {
      id: 'pool-refuses',
      weight: 'blocks',
      says: 'The pool of Subnet 1 is all but empty: nothing can be exchanged there now.',
      where: { facts: { quote: NO_SWAP, pool: { ...POOL, tao: rao(999_999n) } } },
      not: { facts: { quote: swapped(2_000_000n, 20n * TAO), pool: { ...POOL, tao: rao(1_000_000n) } } },
    },
    {
      id: 'too-much-for-pool',
      weight: 'blocks',
      says: 'More than the pool of Subnet 1 takes at once: at most 19.999 α of subnet 1.',
      where: { facts: { quote: NO_SWAP, pool: { ...POOL, alpha: alphaRao(19_999_000n) } } },
      not: {
        params: part(19_999_000_000n),
        facts: { quote: NO_SWAP, pool: { ...POOL, alpha: alphaRao(19_999_000n) } },
      },
    },
    {
      id: 'leaves-dust',
      weight: 'note',
      says: 'What is left, 0.039999999 α of subnet 1, can later be unstaked only as a whole: it is too little for less.',
      where: { params: part(100n * TAO - 39_999_999n) },
      not: { params: part(100n * TAO - 40_000_000n) },
    },
    {
      id: 'limit-passed',
      weight: 'blocks',
      says: 'The price is τ0.05 per α now and the limit τ0.05 per α: nothing could be sold within it. Set it lower, or wait.',
      where: { params: at(50_000_000n) },
      not: { params: at(49_999_999n) },
    },
    {
      id: 'limit-passed',
      weight: 'blocks',
      says: 'The price is τ1 per α now and the limit τ1.000000001 per α: nothing could be sold within it. Set it lower, or wait.',
      where: { params: { netuid: ROOT, ...at(TAO + 1n) }, facts: onRoot },
      not: { params: { netuid: ROOT, ...at(TAO) }, facts: onRoot },
    },
    {
      id: 'limit-too-near',
      weight: 'caution',
      says: 'Selling all of it would move the price to about τ0.049005 per α, past the limit of τ0.049005001 per α: it would fail as a whole. Allow a part, take less, or set the limit lower.',
      where: { params: at(49_005_001n), facts: { quote: cheap } },
      not: { params: at(49_005_000n), facts: { quote: cheap } },
    },
    {
      id: 'limit-too-near',
      weight: 'caution',
      says: 'Selling all of it would move the price to about τ0.049005 per α, past the limit of τ0.049005001 per α: only the part that fits would be exchanged.',
      where: { params: at(49_005_001n, true), facts: { quote: cheap } },
      not: { params: at(49_005_000n, true), facts: { quote: cheap } },
    },
    {
      id: 'limit-too-near',
      weight: 'caution',
      says: 'Selling all of it would move the price to about τ0.049005 per α, past the limit of τ0.049005001 per α: it would fail as a whole. Allow a part, take less, or set the limit lower.',
      where: { params: whole(49_005_001n), facts: holding(20n * TAO, cheap) },
      not: { params: whole(49_005_000n), facts: holding(20n * TAO, cheap) },
    },
    {
      id: 'loose-limit',
      weight: 'caution',
      says: 'The limit of τ0.024999999 per α is so far from the price that it protects from nothing.',
      where: { params: at(24_999_999n) },
      not: { params: at(25_000_000n) },
    },
    {
      id: 'fee-from-stake',
      weight: 'blocks',
      says: 'The fee comes out of the same stake: at most 99.997 α of subnet 1 can be sold with a limit. Or sell all of it.',
      where: { params: part(99_997_000_001n), facts: { own: POOR } },
      not: { params: part(99_997_000_000n), facts: { own: POOR } },
    },
    {
      id: 'fee-from-stake',
      weight: 'blocks',
      says: 'The fee comes out of the same stake: at most 99.997 α of subnet 1 can be sold with a limit. Or sell all of it.',
      where: { params: part(100n * TAO), facts: { own: POOR } },
      not: { params: whole(49_750_000n), facts: { own: POOR } },
    },
    ...impactTold((points) => ({ quote: swapped(100_000n * points, 20n * TAO) })),
  ],
})
