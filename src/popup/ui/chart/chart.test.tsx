/**
 * A picture shows what the numbers say, and says it in words as well.
 * @vitest-environment happy-dom
 */
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { type Drawn, draw } from '../../../../test/build/drawn.tsx'
import { Allocation } from './allocation.tsx'
import { changeOf, printChange, printShare, printTake } from './change.ts'
import { Changed } from './changed.tsx'
import { Curve } from './curve.tsx'
import { arcsOf } from './ring.ts'
import { boundsOf, shapeOf } from './shape.ts'

const open: Drawn[] = []
afterEach(async () => {
  for (const drawn of open.splice(0)) await drawn.end()
})
const drawn = async (node: Parameters<typeof draw>[0]) => {
  const all = await draw(node)
  open.push(all)
  return all
}
const PAPER = { width: 100, height: 50 }

describe('a curve', () => {
  it('begins at the first point and ends at the last, the highest on top', () => {
    const shape = shapeOf(
      [
        { at: 0, value: 0n },
        { at: 25, value: 100n },
        { at: 100, value: 50n },
      ],
      PAPER,
    )
    expect(shape?.line).toBe('M0.0 47.0L25.0 3.0L100.0 25.0')
  })
  it('is a line in the middle where nothing changed', () => {
    const flat = [1, 2].map((at) => ({ at, value: 7n }))
    expect(shapeOf(flat, PAPER)?.line).toBe('M0.0 25.0L100.0 25.0')
  })
  it('is nothing for one point', async () => {
    expect(shapeOf([{ at: 1, value: 1n }], PAPER)).toBeUndefined()
    expect((await drawn(<Curve points={[{ at: 1, value: 1n }]} label="" />)).place.innerHTML).toBe('')
  })
  it('of thousands of points stays small, and keeps its ends', () => {
    const many = Array.from({ length: 5000 }, (_, at) => ({ at, value: BigInt(at) }))
    const line = shapeOf(many, PAPER)?.line ?? ''
    expect(line.split('L').length).toBeLessThan(300)
    expect(line.startsWith('M0.0 47.0')).toBe(true)
    expect(line.endsWith('L100.0 3.0')).toBe(true)
  })
  it('knows its bounds', () => {
    expect(boundsOf([5n, 2n, 9n].map((value) => ({ at: 0, value })))).toEqual({ least: 2n, most: 9n })
  })
  it('says in words what it shows', async () => {
    const points = [1, 2].map((at) => ({ at, value: BigInt(at) }))
    const { place } = await drawn(<Curve points={points} label="From 1 to 2" />)
    expect(place.querySelector('svg')?.getAttribute('aria-label')).toBe('From 1 to 2')
  })
})

describe('a ring', () => {
  it('is whole, in order, and shows whatever is there', () => {
    const amounts = fc.array(fc.bigInt({ min: 0n, max: 1n << 64n }), { maxLength: 12 })
    fc.assert(
      fc.property(amounts, (all) => {
        const arcs = arcsOf(all.map((amount, at) => ({ key: String(at), amount })))
        expect(arcs.length).toBe(all.filter((amount) => amount > 0n).length)
        if (arcs.length > 0) expect(arcs.reduce((sum, { length }) => sum + length, 0)).toBe(1000)
        for (const { length } of arcs) expect(length).toBeGreaterThan(0)
      }),
    )
  })
  it('of nothing has no part', async () => {
    const { place } = await drawn(<Allocation label="Nothing" slices={[{ key: 'a', amount: 0n }]} />)
    expect(place.querySelectorAll('circle').length).toBe(0)
  })
})

describe('a change', () => {
  it('bears its sign, and is told no larger than it is', () => {
    expect(changeOf(1000n, 1128n)).toBe(1280)
    expect(changeOf(3n, 2n)).toBe(-3333)
    expect([1280, -3333, 0, 124_000].map(printChange)).toEqual(['+12.8%', '−33.33%', '0%', '+1,240%'])
  })
  it('from nothing is not known', async () => {
    expect(changeOf(0n, 5n)).toBeUndefined()
    expect((await drawn(<Changed points={undefined} />)).text()).toContain('not known')
  })
  it('is not told by its colour alone', async () => {
    expect((await drawn(<Changed points={-320} />)).text()).toBe('−3.2%')
  })
})

describe('a share', () => {
  it('has as many decimals as mean something', () => {
    expect([1800, 5, 2140, 0].map(printShare)).toEqual(['18%', '0.05%', '21.4%', '0%'])
  })
  it('of a validator is read from parts of 65,535', () => {
    expect([11_796, 0, 65_535, 6226].map(printTake)).toEqual(['18%', '0%', '100%', '9.5%'])
  })
})
