/** What is found of an exchange with a pool: no limit, a price that moves, a pool that refuses, a fee that comes out of stake. */
import type { Balance } from '#shared/domain/portfolio.ts'
import type { SwapQuote } from '#shared/domain/price.ts'
import { type AlphaRao, alphaRao, rao, raoPerAlpha, TAO } from '#shared/domain/units.ts'
import type { Change, Told, ToldOf } from '../build/told.ts'
import { ENOUGH, free, POOR } from './purse.ts'

/** The twentieth of a TAO for each alpha. */
export const SPOT = raoPerAlpha(50_000_000n)

/** What a simulation says of so much TAO and alpha, the fee left out. */
export const swapped = (tao: bigint, alpha: bigint): SwapQuote => ({
  tao: rao(tao),
  alpha: alphaRao(alpha),
  taoFee: rao(0n),
  alphaFee: alphaRao(0n),
})

export const NO_LIMIT = {
  id: 'no-limit',
  weight: 'caution',
  says: 'No limit price: it takes whatever the price is then, which others can move just before it.',
} as const

/** `bringing` makes the exchange bring so many hundredths of a percent of what it would at the spot price. */
export function impactTold<F>(bringing: (basisPoints: bigint) => F): readonly ToldOf<F>[] {
  const told = (weight: 'caution' | 'danger', less: string, points: bigint): ToldOf<F> => ({
    id: 'price-impact',
    weight,
    says: `This is large for the pool: it moves the price against you, and you get ${less} less than at the price before it.`,
    where: { facts: bringing(points) },
    not: { facts: bringing(9_901n) },
  })
  return [told('caution', '1%', 9_900n), told('caution', '9.99%', 9_001n), told('danger', '10%', 9_000n)]
}

/** For a call whose fee may come out of the stake it concerns; `holding` makes that stake so much alpha of subnet 1. */
export function stakeFeeTold<F>(
  holding: (stake: AlphaRao) => F,
): readonly ToldOf<F & { readonly own: Balance }>[] {
  const paying = (own: Balance, stake = 100n * TAO) => ({ facts: { ...holding(alphaRao(stake)), own } })
  return [
    {
      id: 'alpha-fee',
      weight: 'note',
      says: 'There is too little TAO for the network fee of τ0.00015, so the chain takes about 0.003 α of subnet 1 of this stake for it, and gives none of that back.',
      where: paying(POOR),
      not: paying(ENOUGH),
    },
    {
      id: 'no-fee',
      weight: 'blocks',
      says: 'There is not enough TAO here to pay the network fee of τ0.00015.',
      where: paying(POOR, 2_999_999n),
      not: paying(POOR, 3_000_000n),
    },
    {
      id: 'no-account',
      weight: 'blocks',
      says: 'This account holds no TAO, and the chain takes nothing from an account it does not know. Send it at least τ0.0000005 first.',
      where: paying(free(499n)),
      not: paying(free(500n)),
    },
  ]
}

/** `leaving` asks for so much alpha of a position on subnet 1 that holds so much. */
export function holdingTold<P, F>(
  leaving: (amount: bigint, stake: bigint) => Change<P, F>,
): readonly Told<P, F>[] {
  return [
    {
      id: 'nothing-staked',
      weight: 'blocks',
      says: 'Nothing of this account is staked there.',
      where: leaving(20n * TAO, 0n),
      not: leaving(20n * TAO, 20n * TAO),
    },
    {
      id: 'nothing',
      weight: 'blocks',
      says: 'Nothing would be moved: give an amount.',
      where: leaving(0n, 100n * TAO),
      not: leaving(1n, 100n * TAO),
    },
    {
      id: 'more-than-staked',
      weight: 'blocks',
      says: 'More than is staked there: at most 100 α of subnet 1.',
      where: leaving(100n * TAO + 1n, 100n * TAO),
      not: leaving(100n * TAO, 100n * TAO),
    },
  ]
}
