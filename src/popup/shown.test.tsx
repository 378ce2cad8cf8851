/**
 * A window leaves its total to the next one, and none of another account, of another network, or that was hidden.
 * @vitest-environment happy-dom
 */
import { describe, expect, it } from 'vitest'
import type { Address } from '#shared/domain/address.ts'
import { DEFAULT_SETTINGS, type Settings } from '#shared/domain/settings.ts'
import { draw, drawnAt } from '../../test/build/drawn.tsx'
import { recall } from './memory.ts'
import { useShown, useShownOf } from './shown.ts'

const NOW = 1_800_000_000_000
const ALICE = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY' as Address
const BOB = '5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty' as Address
const settings: Settings = { ...DEFAULT_SETTINGS, account: ALICE }
const TOTAL = { whole: '1,284', decimals: '5207', block: '6,912,004' }

interface WindowProps {
  readonly of: Settings
  readonly total: bigint | undefined
}
function Window({ of, total }: WindowProps) {
  useShownOf(of)
  return <Total total={total} />
}
function Total({ total }: Pick<WindowProps, 'total'>) {
  useShown(total, 6_912_004)
  return null
}

const open = drawnAt(NOW)
async function opened(total: bigint) {
  const drawn = await draw(<Window of={settings} total={total} />)
  open.push(drawn)
  return drawn
}

describe('what was shown last', () => {
  it('is the total as it stood there, with its block', async () => {
    await opened(1_284_520_700_000n)
    expect(recall(NOW).total).toEqual(TOTAL)
  })
  it('is nothing where no total is known or shown', async () => {
    const { redraw } = await opened(1_284_520_700_000n)
    await redraw(<Window of={settings} total={undefined} />)
    expect(recall(NOW).total).toBeNull()
  })
  it.each([
    { ...settings, account: BOB },
    { ...settings, network: 'test' as const },
  ])('is nothing once another account or network is in front, on any screen', async (changed) => {
    const { redraw } = await opened(1_284_520_700_000n)
    await redraw(<Window of={changed} total={1_284_520_700_000n} />)
    expect(recall(NOW).total).toBeNull()
  })
  it('is the new account’s where its total is there at once', async () => {
    const { redraw } = await opened(7n)
    await redraw(<Window of={{ ...settings, account: BOB }} total={1_284_520_700_000n} />)
    expect(recall(NOW).total).toEqual(TOTAL)
  })
})
