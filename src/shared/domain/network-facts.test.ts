import { describe, expect, it } from 'vitest'
import { MOST_TAO, nextHalving, rewardAt } from './network-facts.ts'
import { rao, TAO } from './units.ts'

const tao = (n: number) => rao(BigInt(Math.round(n * 1000)) * (TAO / 1000n))

describe('what a block adds', () => {
  it.each([
    [0, 1_000_000_000n],
    [10_499_999.999, 1_000_000_000n],
    [10_500_000, 500_000_000n],
    [15_749_999.999, 500_000_000n],
    [15_750_000, 250_000_000n],
    [18_375_000, 125_000_000n],
    [21_000_000, 0n],
  ])('when %d TAO are issued is %s rao', (issued, reward) => {
    expect(rewardAt(tao(issued))).toBe(reward)
  })
})

describe('the next halving', () => {
  it('falls by what is issued', () => {
    expect(nextHalving(tao(10_600_000))).toEqual({
      at: tao(15_750_000),
      reward: 250_000_000n,
      blocks: 10_300_000,
    })
  })
  it('is where the reward changes, to the rao', () => {
    for (const issued of [0, 10_500_000, 15_750_000, 18_375_000, 20_999_000]) {
      const halving = nextHalving(tao(issued))
      if (halving === undefined) throw new Error('issued')
      expect(rewardAt(halving.at)).toBe(halving.reward)
      expect(rewardAt(rao(halving.at - 1n))).not.toBe(halving.reward)
    }
  })
  it('does not come when all is issued', () => {
    expect(nextHalving(MOST_TAO)).toBeUndefined()
  })
})
