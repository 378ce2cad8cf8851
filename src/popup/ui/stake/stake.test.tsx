/**
 * Where there is little room an amount is shorter, never more; and what somebody wrote stays what somebody wrote.
 * @vitest-environment happy-dom
 */
import { afterEach, describe, expect, it } from 'vitest'
import { netuid, ROOT, TAO } from '#shared/domain/units.ts'
import { type Drawn, draw } from '../../../../test/build/drawn.tsx'
import { ShortAmount } from './short-amount.tsx'
import { SubnetBadge, SubnetName } from './subnet-badge.tsx'

const open: Drawn[] = []
afterEach(async () => {
  for (const drawn of open.splice(0)) await drawn.end()
})
const shown = async (node: Parameters<typeof draw>[0]) => {
  const all = await draw(node)
  open.push(all)
  return all
}

describe('a short amount', () => {
  it('is cut to four digits and a letter, and never rounded up', async () => {
    const said = []
    for (const value of [412_899n * TAO, 1_999_999n * TAO, 21_000_000n * TAO, 9_999_999_999n])
      said.push((await shown(<ShortAmount value={value} unit="α" />)).text())
    expect(said).toEqual(['α412.8k', 'α1.999M', 'α21.00M', 'α9.99'])
  })
  it('keeps all of its digits in its title', async () => {
    const { place } = await shown(<ShortAmount value={412_899n * TAO + 1n} />)
    expect(place.querySelector('[title]')?.getAttribute('title')).toBe('τ 412899.000000001')
  })
})

describe('the sign of a subnet', () => {
  it('keeps its symbol from turning round what stands beside it', async () => {
    const { place } = await shown(<SubnetBadge netuid={netuid(64)} symbol="ش" />)
    expect(place.querySelector('bdi')?.textContent).toBe('ش')
  })
  it('is its number where the symbol is none, or would be a word', async () => {
    expect((await shown(<SubnetBadge netuid={netuid(64)} />)).text()).toBe('64')
    expect((await shown(<SubnetBadge netuid={netuid(64)} symbol="FREE TAO" />)).text()).toBe('64')
  })
  it('of root is always that of TAO', async () => {
    expect((await shown(<SubnetBadge netuid={ROOT} symbol="x" />)).text()).toBe('τ')
  })
})

describe('the name of a subnet', () => {
  it('stands with its number: two may bear one name', async () => {
    expect((await shown(<SubnetName netuid={netuid(64)} name="Chutes" />)).text()).toBe('Chutes SN64')
  })
  it('that is missing is its number', async () => {
    expect((await shown(<SubnetName netuid={netuid(64)} />)).text()).toBe('Subnet 64')
    expect((await shown(<SubnetName netuid={netuid(64)} name="64" />)).text()).toBe('Subnet 64')
  })
  it('of root is Root, whatever somebody wrote', async () => {
    expect((await shown(<SubnetName netuid={ROOT} name="Other" />)).text()).toBe('Root')
  })
})
