/**
 * A subnet as a line says by what the list is sorted.
 * @vitest-environment happy-dom
 */
import { describe, expect, it } from 'vitest'
import { alphaRao, rao } from '#shared/domain/units.ts'
import { draw, drawnAt } from '../../../../test/build/drawn.tsx'
import { aSubnet, NOW } from '../../../../test/build/staking-topics.ts'
import { SubnetRow } from './subnet-row.tsx'
import type { SubnetSort } from './subnet-rows.ts'

const open = drawnAt(NOW)
const emission = { tao: rao(500_000_000n), toPool: alphaRao(0n), toStakers: alphaRao(0n) }

async function textOf(by: SubnetSort, isOpen = true): Promise<string> {
  const drawn = await draw(
    <SubnetRow
      row={{ subnet: aSubnet(64, 'Chutes', { emission, open: isOpen }), change: undefined }}
      by={by}
      tabIndex={0}
      isFavourite={false}
      onFavourite={() => {}}
      onOpen={() => {}}
    />,
  )
  open.push(drawn)
  return drawn.text()
}

describe('a subnet as a line', () => {
  it('shows what the list is sorted by, and else how deep its pool is', async () => {
    expect(await textOf('cap')).toMatch(/Cap τ/)
    expect(await textOf('emission')).toContain('Emission τ3,600.0 a day')
    expect(await textOf('price')).toMatch(/Pool τ/)
  })
  it('says first of all that trading has not started', async () => {
    expect(await textOf('cap', false)).toContain('Trading has not started')
  })
})
