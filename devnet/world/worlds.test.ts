// What there is in the worlds a devnet starts with.
import { describe, expect, it } from 'vitest'
import { slotsOf } from '../chain/slots.ts'
import { ask, meddle } from '../pallets/subtensor/staking-kit.ts'
import { netuids, ROOT } from '../pallets/subtensor/subnets.ts'
import { StakeInfoRuntimeApi } from '../runtime/declared/apis/stake-info-runtime-api.ts'
import { SwapRuntimeApi } from '../runtime/declared/apis/swap-runtime-api.ts'
import { SubtensorModule } from '../runtime/declared/subtensor-module.ts'
import { startDevnet } from '../start.ts'
import { alice, bob, createTestNode } from '../testkit.ts'
import { grantStakes, movePrice } from './grants.ts'
import { nameOf } from './large.ts'
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

describe('the large world', () => {
  it('has as many subnets and validators as the real one, and answers over the same APIs', async () => {
    const devnet = await startDevnet({ port: 0, blockMs: 0, world: 'large', report: () => undefined })
    const c = devnet.node.view(devnet.node.chain.genesis)
    expect(netuids(c).length).toBe(129)
    expect(c.keys(slots.Delegates).length).toBe(4_000)
    const seats = netuids(c).map((netuid) => c.read(slots.SubnetworkN, netuid))
    expect(Math.max(...seats)).toBeLessThanOrEqual(64)
    expect(Math.min(...seats)).toBeGreaterThan(50)
    await devnet.close()
  })

  it('names its validators differently', () => {
    expect(unique(Array.from({ length: 4_000 }, (_, i) => nameOf(i)))).toBe(true)
  })
})

describe('a grant of stake', () => {
  it('spreads positions over accounts, subnets and validators, each a different one', () => {
    const test = createTestNode()
    meddle(test, (c) => grantStakes(c, [alice.account, bob.account], 61))
    const coldkey_accounts = [alice.account, bob.account]
    const answer = ask(test, StakeInfoRuntimeApi, 'get_stake_info_for_coldkeys', { coldkey_accounts })
    expect(answer.map(([, rows]) => rows.length)).toEqual([31, 30])
    const rows = answer[0]?.[1] ?? []
    expect(new Set(rows.map(({ netuid }) => netuid)).size).toBe(13)
    expect(unique(rows.map(({ netuid, hotkey }) => `${netuid} ${hotkey}`))).toBe(true)
  })

  it('of more than there are is refused', () => {
    const test = createTestNode()
    expect(() => meddle(test, (c) => grantStakes(c, [alice.account], 1_000))).toThrow('not so many')
  })
})

describe('a moved price', () => {
  it('is so many per cent of what it was', () => {
    const test = createTestNode()
    const price = () => ask(test, SwapRuntimeApi, 'current_alpha_price', { netuid: 1 })
    const before = price()
    meddle(test, (c) => movePrice(c, 1, 110))
    expect(Number(price()) / Number(before)).toBeCloseTo(1.1, 6)
    meddle(test, (c) => movePrice(c, 1, 50))
    expect(Number(price()) / Number(before)).toBeCloseTo(0.55, 6)
    expect(() => meddle(test, (c) => movePrice(c, 0, 110))).toThrow('no pool')
  })
})
