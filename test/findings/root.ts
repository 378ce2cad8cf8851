/** What root and validators' baskets have earned. */
import { type Netuid, netuid, rao, TAO } from '#shared/domain/units.ts'
import { claimRoot } from '#shared/operations/claim-root.ts'
import { claimRootWithHotkey } from '#shared/operations/claim-root-with-hotkey.ts'
import type { Due, RootDividends } from '#shared/operations/fact-shapes.ts'
import { stakeIntoBasket } from '#shared/operations/stake-into-basket.ts'
import { type Change, type Told, tableOf } from '../build/told.ts'
import { BOB } from '../build/words.ts'
import { alpha, LEAST, ONE, TAKING, TWO, UNKNOWN_VALIDATOR, VALIDATOR } from './places.ts'
import { insufficientTold, PURSE, purseTold } from './purse.ts'

/** Of a claim that would bring so much TAO; the fee is 0.00015. */
function worthTold<P, F>(owing: (owed: bigint) => Change<P, F>): readonly Told<P, F>[] {
  return [
    {
      id: 'nothing-owed',
      weight: 'caution',
      says: 'There is nothing to claim now. The fee would be paid for nothing.',
      where: owing(0n),
      not: owing(1n),
    },
    {
      id: 'owed',
      weight: 'note',
      says: 'About τ0.000000001 is there to be claimed.',
      where: owing(1n),
      not: owing(0n),
    },
    {
      id: 'fee-above-claim',
      weight: 'caution',
      says: 'The network fee of up to τ0.00015 is more than that.',
      where: owing(149_999n),
      not: owing(150_000n),
    },
  ]
}

const due = (subnet: Netuid, worth: bigint): Due => ({ netuid: subnet, alpha: alpha(1n), worth: rao(worth) })
const subnetsOwe = (...owed: readonly Due[]): { readonly dividends: RootDividends } => ({
  dividends: { kind: 'subnets', owed },
})
const basketsOwe = (owed: bigint): { readonly dividends: RootDividends } => ({
  dividends: { kind: 'baskets', owed: rao(owed) },
})
const first = (count: number) => Array.from({ length: count }, (_, at) => netuid(at + 1))

export const claimRootTable = tableOf(claimRoot, {
  params: { subnets: [ONE] },
  facts: { ...PURSE, ...subnetsOwe(due(ONE, TAO), due(TWO, TAO)) },
  told: [
    ...purseTold,
    ...worthTold((worth) => ({ facts: subnetsOwe(due(ONE, worth)) })),
    ...worthTold((owed) => ({ facts: basketsOwe(owed) })),
    {
      id: 'owed',
      weight: 'note',
      says: 'About τ2 is there to be claimed.',
      where: { params: { subnets: [ONE, TWO] } },
      not: { params: { subnets: [netuid(3)] } },
    },
    {
      id: 'nothing-owed',
      weight: 'blocks',
      says: 'Root owes this account nothing that can be claimed now.',
      where: { params: { subnets: [] } },
      not: { params: { subnets: [] }, facts: basketsOwe(1n) },
    },
    {
      id: 'too-many-subnets',
      weight: 'blocks',
      says: 'At most 5 subnets can be claimed at once.',
      where: { params: { subnets: first(6) } },
      not: { params: { subnets: first(5) } },
    },
    {
      id: 'claims-all',
      weight: 'note',
      says: 'This runtime claims from every validator of yours, whatever subnets are named.',
      where: { facts: basketsOwe(TAO) },
      not: { facts: subnetsOwe(due(ONE, TAO)) },
    },
  ],
})

export const claimRootWithHotkeyTable = tableOf(claimRootWithHotkey, {
  params: { hotkey: BOB },
  facts: { ...PURSE, owed: rao(TAO) },
  told: [...purseTold, ...worthTold((owed) => ({ facts: { owed: rao(owed) } }))],
})

export const stakeIntoBasketTable = tableOf(stakeIntoBasket, {
  params: { hotkey: BOB, amount: rao(TAO) },
  facts: { ...PURSE, least: LEAST, validator: VALIDATOR },
  told: [
    ...purseTold,
    insufficientTold((amount) => ({ params: { amount } })),
    UNKNOWN_VALIDATOR,
    TAKING,
    {
      id: 'no-limit',
      weight: 'caution',
      says: 'It buys alpha of several subnets without a price limit, and what it is worth moves with their prices.',
      where: {},
      not: 'always',
    },
    {
      id: 'below-minimum',
      weight: 'blocks',
      says: 'Too little: at least τ0.002.',
      where: { params: { amount: rao(1_999_999n) } },
      not: { params: { amount: rao(2_000_000n) } },
    },
  ],
  never: { 'no-seat': 'a validator earns on root without a seat in a subnet' },
})
