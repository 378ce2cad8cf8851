import { alphaRao, type Netuid, ROOT, TAO } from '#shared/domain/units.ts'
import type { Exit } from '#shared/operations/fact-shapes.ts'
import { unstakeAll } from '#shared/operations/unstake-all.ts'
import { tableOf } from '../build/told.ts'
import { BOB } from '../build/words.ts'
import { LEAST, ONE, TWO } from './places.ts'
import { ENOUGH, free, heldTold, POOR, PURSE } from './purse.ts'
import { swapped } from './trades.ts'

/** Twenty alpha that bring one TAO. */
const on = (subnet: Netuid, more: Partial<Exit> = {}): Exit => ({
  netuid: subnet,
  alpha: alphaRao(20n * TAO),
  quote: swapped(TAO, 20n * TAO),
  available: alphaRao(20n * TAO),
  open: true,
  ...more,
})
const first = on(ONE)
const beside = (more: Partial<Exit>) => ({ facts: { exits: [first, on(TWO, more)] } })

export const unstakeAllTable = tableOf(unstakeAll, {
  params: { hotkey: BOB, into: 'tao' },
  facts: { ...PURSE, exits: [first], least: LEAST },
  told: [
    ...heldTold,
    {
      id: 'no-limit',
      weight: 'caution',
      says: 'Everything is sold without a limit price, at whatever the prices are then.',
      where: {},
      not: 'always',
    },
    {
      id: 'nothing-leaves',
      weight: 'blocks',
      says: 'Nothing staked with this validator can be unstaked this way now.',
      where: { facts: { exits: [on(ONE, { open: false })] } },
      not: { facts: { exits: [first] } },
    },
    {
      id: 'nothing-leaves',
      weight: 'blocks',
      says: 'Nothing staked with this validator can be unstaked this way now.',
      where: { params: { into: 'root' }, facts: { exits: [on(ROOT)] } },
      not: { params: { into: 'tao' }, facts: { exits: [on(ROOT)] } },
    },
    {
      id: 'stays-2',
      weight: 'note',
      says: '20 α of subnet 2 stays: that subnet does not trade.',
      where: beside({ open: false }),
      not: beside({ open: true }),
    },
    {
      id: 'stays-2',
      weight: 'note',
      says: '20 α of subnet 2 stays: part of it is locked.',
      where: beside({ available: alphaRao(20n * TAO - 1n) }),
      not: beside({ available: alphaRao(20n * TAO) }),
    },
    {
      id: 'stays-2',
      weight: 'note',
      says: '20 α of subnet 2 stays: it is too little, or its pool refuses it. Unstaked by itself it may go.',
      where: beside({ quote: swapped(1_999_999n, 20n * TAO) }),
      not: beside({ quote: swapped(2_000_000n, 20n * TAO) }),
    },
    {
      id: 'alpha-fee',
      weight: 'note',
      says: 'There is too little TAO for the network fee of τ0.00015, so the chain takes it from this stake, and gives none of it back.',
      where: { facts: { own: POOR } },
      not: { facts: { own: ENOUGH } },
    },
    {
      id: 'no-fee',
      weight: 'blocks',
      says: 'There is not enough TAO here to pay the network fee of τ0.00015.',
      where: { facts: { own: POOR, exits: [first, on(TWO)] } },
      not: { facts: { own: POOR, exits: [first, on(TWO, { open: false })] } },
    },
    {
      id: 'no-fee',
      weight: 'blocks',
      says: 'There is not enough TAO here to pay the network fee of τ0.00015.',
      where: { facts: { own: free(499n) } },
      not: { facts: { own: free(500n) } },
    },
  ],
})
