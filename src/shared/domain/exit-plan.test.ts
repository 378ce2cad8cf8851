import { describe, expect, it } from 'vitest'
import type { Address } from './address.ts'
import { type ExitTerms, type Leaving, planExit } from './exit-plan.ts'
import { alphaRao, netuid, rao, raoPerAlpha, TAO } from './units.ts'

const ANN = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY' as Address
const BEN = '5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty' as Address
const position = (some: Partial<Leaving> = {}): Leaving => ({
  hotkey: ANN,
  netuid: netuid(5),
  alpha: alphaRao(100n * TAO),
  price: raoPerAlpha(TAO / 10n),
  brings: rao(9n * TAO),
  open: true,
  ...some,
})
const terms = (some: Partial<ExitTerms> = {}): ExitTerms => ({
  available: () => undefined,
  least: rao(2_000_000n),
  feeEach: rao(1_500_000n),
  sweepsDust: false,
  ...some,
})

describe('leaving positions', () => {
  it('takes all of each, as the chain counts it', () => {
    const root = position({ netuid: netuid(0) })
    expect(planExit([position(), root], terms())).toEqual({
      exits: [
        { hotkey: ANN, netuid: 5, take: 'all' },
        { hotkey: ANN, netuid: 0, take: 'all' },
      ],
      stays: [],
    })
  })
  it.each([
    ['where trading has not begun', { open: false }, 'closed'],
    ['where the pool refuses', { brings: rao(0n) }, 'refused'],
    ['that brings less than it costs', { brings: rao(1_499_999n) }, 'dust'],
  ] as const)('leaves one %s, and says so', (_, some, why) => {
    expect(planExit([position(some)], terms())).toEqual({
      exits: [],
      stays: [{ hotkey: ANN, netuid: 5, alpha: 100n * TAO, why }],
    })
  })
  it('sweeps dust where that is wished, though it brings less than it costs and than the chain’s minimum', () => {
    const { exits, stays } = planExit([position({ brings: rao(1n) })], terms({ sweepsDust: true }))
    expect([exits.length, stays.length]).toEqual([1, 0])
  })
  it('leaves what is locked on a subnet, whichever validators it is with', () => {
    const plan = planExit(
      [position(), position({ hotkey: BEN }), position({ netuid: netuid(6) })],
      terms({ available: (at) => (at === 5 ? alphaRao(130n * TAO) : undefined) }),
    )
    expect(plan.exits).toEqual([
      { hotkey: ANN, netuid: 5, take: 'all' },
      { hotkey: BEN, netuid: 5, take: 30n * TAO },
      { hotkey: ANN, netuid: 6, take: 'all' },
    ])
    expect(plan.stays).toEqual([{ hotkey: BEN, netuid: 5, alpha: 70n * TAO, why: 'locked' }])
  })
  it('does not sell a part that the chain would refuse for being worth too little', () => {
    const part = (alpha: bigint) =>
      planExit([position()], terms({ available: () => alphaRao(alpha) })).exits.map(({ take }) => take)
    expect(part(20_400_000n)).toEqual([20_400_000n])
    expect(part(20_399_999n)).toEqual([])
    expect(part(0n)).toEqual([])
  })
})
