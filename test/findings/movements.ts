/** What is found of stake that moves, from subnet 1 within it or to subnet 2, whoever owns it then. */
import { NO_SWAP } from '#shared/domain/price.ts'
import { alphaRao, type Netuid, rao, raoPerAlpha, TAO } from '#shared/domain/units.ts'
import type { SwapLegs } from '#shared/operations/fact-shapes.ts'
import type { MovementFacts } from '#shared/operations/movement.ts'
import type { Quantity } from '#shared/operations/way.ts'
import type { Told } from '../build/told.ts'
import { alpha, CLOSED, LEAST, locking, ONE, OPEN, POOL, TWO } from './places.ts'
import { heldTold, PURSE } from './purse.ts'
import { holdingTold, impactTold, NO_LIMIT, SPOT, stakeFeeTold, swapped } from './trades.ts'

/** Twenty of a hundred alpha at 0.05 TAO, which buy forty at 0.025. */
export const LEGS: SwapLegs = {
  stake: alpha(100n),
  moved: alpha(20n),
  sale: swapped(TAO, 20n * TAO),
  purchase: swapped(TAO, 40n * TAO),
}

export const MOVEMENT: MovementFacts & { readonly held: undefined } = {
  ...PURSE,
  fromPrice: SPOT,
  toPrice: raoPerAlpha(25_000_000n),
  legs: LEGS,
  least: LEAST,
  swapFee: 33,
  fromPool: POOL,
  toPool: POOL,
  fromSubnet: OPEN,
  toSubnet: OPEN,
  availability: locking(100n, 0n),
}

const exactly = (amount: bigint): Quantity => ({ kind: 'exactly', alpha: alphaRao(amount) })
export const TWENTY = exactly(20n * TAO)
const ALL: Quantity = { kind: 'all' }

type Row<P> = Told<P, MovementFacts>
type Going<P> = (to: Netuid, quantity: Quantity) => Partial<P>

/** Of every movement; `going` are the params that take stake from subnet 1. */
export function movementTold<P>(going: Going<P>): readonly Row<P>[] {
  const across = going(TWO, TWENTY)
  const legs = (more: Partial<SwapLegs>) => ({ legs: { ...LEGS, ...more } })
  return [
    ...heldTold,
    ...stakeFeeTold((stake) => legs({ stake })),
    ...holdingTold<P, MovementFacts>((amount, stake) => ({
      params: going(TWO, exactly(amount)),
      facts: legs({ stake: alphaRao(stake) }),
    })),
    {
      id: 'no-subnet',
      weight: 'blocks',
      says: 'This chain has no Subnet 1.',
      where: { params: across, facts: { fromSubnet: undefined } },
      not: { params: across },
    },
    {
      id: 'no-subnet',
      weight: 'blocks',
      says: 'This chain has no Subnet 2.',
      where: { params: across, facts: { toSubnet: undefined } },
      not: { params: going(ONE, TWENTY), facts: { toSubnet: undefined } },
    },
    {
      id: 'not-started',
      weight: 'blocks',
      says: 'Subnet 1 has not started trading: until its owner starts it, nothing goes in or out.',
      where: { params: across, facts: { fromSubnet: CLOSED } },
      not: { params: across, facts: { fromSubnet: OPEN } },
    },
    {
      id: 'not-started',
      weight: 'blocks',
      says: 'Subnet 2 has not started trading: until its owner starts it, nothing goes in or out.',
      where: { params: across, facts: { toSubnet: CLOSED } },
      not: { params: across, facts: { toSubnet: OPEN } },
    },
    ...crossingTold(going),
    ...refusedTold(across),
    ...impactTold((points) => legs({ purchase: swapped(TAO, 4_000_000n * points) })).map(
      ({ where, not, ...row }): Row<P> => ({
        ...row,
        where: { params: across, ...where },
        not: not === 'always' ? not : { params: across, ...not },
      }),
    ),
  ]
}

/** How much may leave a subnet, and how little. */
function crossingTold<P>(going: Going<P>): readonly Row<P>[] {
  const across = going(TWO, TWENTY)
  const bringing = (tao: bigint) => ({ legs: { ...LEGS, sale: swapped(tao, 20n * TAO) } })
  const holding = (stake: bigint, tao: bigint) => ({
    legs: { ...LEGS, stake: alphaRao(stake), moved: alphaRao(stake), sale: swapped(tao, stake) },
  })
  return [
    {
      id: 'locked',
      weight: 'blocks',
      says: '80 α of subnet 1 of this account’s stake there is locked or held as collateral: at most 20 α of subnet 1 can leave now.',
      where: {
        params: across,
        facts: { availability: locking(100n, 80n), legs: { ...LEGS, moved: alphaRao(20n * TAO + 1n) } },
      },
      not: { params: across, facts: { availability: locking(100n, 80n), legs: LEGS } },
    },
    {
      id: 'locked',
      weight: 'blocks',
      says: '100 α of subnet 1 of this account’s stake there is locked or held as collateral: at most 0 α of subnet 1 can leave now.',
      where: { params: across, facts: { availability: locking(100n, 100n) } },
      not: { params: going(ONE, TWENTY), facts: { availability: locking(100n, 100n) } },
    },
    {
      id: 'below-minimum',
      weight: 'blocks',
      says: 'Too little: take at least 0.040420362 α of subnet 1.',
      where: { params: across, facts: bringing(2_000_000n) },
      not: { params: across, facts: bringing(2_000_001n) },
    },
    {
      id: 'below-minimum',
      weight: 'blocks',
      says: 'What is staked here is worth less than the τ0.002 the chain takes. It cannot be moved; it can be unstaked, all of it.',
      where: { params: going(TWO, ALL), facts: holding(40_420_361n, 2_000_000n) },
      not: { params: going(TWO, ALL), facts: holding(40_420_362n, 2_020_000n) },
    },
    {
      id: 'leaves-dust',
      weight: 'note',
      says: 'What is left, 0.039999999 α of subnet 1, can later be unstaked only as a whole: it is too little for less.',
      where: { params: going(TWO, exactly(100n * TAO - 39_999_999n)) },
      not: { params: going(TWO, exactly(100n * TAO - 40_000_000n)) },
    },
    {
      id: 'leaves-dust',
      weight: 'note',
      says: 'What is left, 0.039999999 α of subnet 1, can later be unstaked only as a whole: it is too little for less.',
      where: { params: going(TWO, exactly(100n * TAO - 39_999_999n)) },
      not: { params: going(TWO, ALL) },
    },
  ]
}

/** What either pool may refuse; that a little stays behind hides nothing of it. */
function refusedTold<P>(across: Partial<P>): readonly Row<P>[] {
  const selling = (more: Partial<MovementFacts> = {}) => ({
    params: across,
    facts: { ...more, legs: { ...LEGS, sale: NO_SWAP, purchase: NO_SWAP } },
  })
  const buying = (more: Partial<MovementFacts> = {}, stake = LEGS.stake) => ({
    params: across,
    facts: { ...more, legs: { ...LEGS, stake, purchase: NO_SWAP } },
  })
  const refused = (subnet: number) =>
    `The pool of Subnet ${subnet} refuses this amount: simulated by the chain itself, the exchange fails. Try another amount, or later.`
  const small = { toPool: { ...POOL, tao: rao(999_000n) } }
  const bought = { legs: { ...LEGS, sale: swapped(999_000_000n, 20n * TAO), purchase: NO_SWAP } }
  return [
    { id: 'pool-refuses', weight: 'blocks', says: refused(1), where: selling(), not: { params: across } },
    { id: 'pool-refuses', weight: 'blocks', says: refused(2), where: buying(), not: { params: across } },
    {
      id: 'pool-refuses',
      weight: 'blocks',
      says: refused(2),
      where: buying({}, alphaRao(20n * TAO + 1n)),
      not: { params: across, facts: { legs: { ...LEGS, stake: alphaRao(20n * TAO + 1n) } } },
    },
    {
      id: 'pool-refuses',
      weight: 'blocks',
      says: 'The pool of Subnet 2 is all but empty: nothing can be exchanged there now.',
      where: buying({ toPool: { ...POOL, alpha: alphaRao(999_999n) } }),
      not: { params: across, facts: { toPool: { ...POOL, alpha: alphaRao(999_999n) } } },
    },
    {
      id: 'too-much-for-pool',
      weight: 'blocks',
      says: 'More than the pool of Subnet 1 takes at once: at most 19.999 α of subnet 1.',
      where: selling({ fromPool: { ...POOL, alpha: alphaRao(19_999_000n) } }),
      not: selling({ fromPool: { ...POOL, alpha: alphaRao(20_000_000n) } }),
    },
    {
      id: 'too-much-for-pool',
      weight: 'blocks',
      says: 'More than the pool of Subnet 2 takes at once: at most τ0.999.',
      where: buying(small),
      not: { params: across, facts: { ...small, ...bought } },
    },
  ]
}

/** Of calls that go to another subnet without a limit. */
export function unlimitedTold<P>(going: Going<P>): Row<P> {
  return {
    ...NO_LIMIT,
    where: { params: going(TWO, TWENTY) },
    not: { params: going(ONE, TWENTY) },
  }
}

/** Within a subnet no pool is asked, and what moves must be worth the minimum. */
export function inPlaceTold<P>(going: Going<P>): readonly Row<P>[] {
  const holding = (stake: bigint) => ({ legs: { ...LEGS, stake: alphaRao(stake) } })
  return [
    {
      id: 'below-minimum',
      weight: 'blocks',
      says: 'Too little: what moves must be worth τ0.002; 100 α of subnet 1 is there.',
      where: { params: going(ONE, exactly(39_999_999n)) },
      not: { params: going(ONE, exactly(40_000_000n)) },
    },
    {
      id: 'below-minimum',
      weight: 'blocks',
      says: 'What is staked there is worth less than the τ0.002 the chain moves. It can be unstaked.',
      where: { params: going(ONE, ALL), facts: holding(39_999_999n) },
      not: { params: going(ONE, ALL), facts: holding(40_000_000n) },
    },
  ]
}
