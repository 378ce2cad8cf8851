// What there is in the worlds a devnet starts with.
import { describe, expect, it } from 'vitest'
import { slotsOf } from '../chain/slots.ts'
import { netuids, ROOT } from '../pallets/subtensor/subnets.ts'
import { SubtensorModule } from '../runtime/declared/subtensor-module.ts'
import { createTestNode } from '../testkit.ts'
import { SUBNETS, VALIDATORS } from './lists.ts'
import { validatorHotkey } from './ordinary.ts'

const slots = slotsOf(SubtensorModule)
const unique = (list: readonly unknown[]) => new Set(list).size === list.length

describe('the ordinary world', () => {
  const { node } = createTestNode()
  const c = node.view(node.chain.genesis)
  const withFlag = (read: (netuid: number) => boolean) =>
    netuids(c).filter((netuid) => netuid !== ROOT && read(netuid))

  it('has root and twelve subnets of different names, symbols and prices', () => {
    expect(netuids(c)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
    for (const of of ['name', 'symbol', 'price'] as const)
      expect(unique(SUBNETS.map((seed) => seed[of]))).toBe(true)
  })

  it('has one subnet without trading, one without transfers, and one with a thin pool', () => {
    expect(withFlag((netuid) => !c.read(slots.SubtokenEnabled, netuid))).toEqual([11])
    expect(withFlag((netuid) => !c.read(slots.TransferToggle, netuid))).toEqual([8])
    expect(withFlag((netuid) => c.read(slots.SubnetTAO, netuid) < 20_000_000_000n)).toEqual([10])
  })

  it('has forty validators, some without a name, each with stake on root', () => {
    expect(VALIDATORS.length).toBe(40)
    const hotkeys = VALIDATORS.map((_, i) => validatorHotkey(i))
    expect(hotkeys.every((hotkey) => c.read(slots.TotalHotkeyAlpha, hotkey, ROOT) > 0n)).toBe(true)
    const nameless = hotkeys.filter((hotkey) => !c.exists(slots.IdentitiesV2, c.read(slots.Owner, hotkey)))
    expect(nameless.length).toBe(VALIDATORS.filter(({ name }) => name === undefined).length)
    expect(VALIDATORS.every(({ take = 0 }) => take <= c.read(slots.MaxDelegateTake))).toBe(true)
  })
})
