// What blocks bring: nothing appears that was not issued, and nothing that was issued vanishes.
import { describe, expect, it } from 'vitest'
import { slotsOf } from '../../chain/slots.ts'
import { AlphaAssets } from '../../runtime/declared/alpha-assets.ts'
import { StakeInfoRuntimeApi } from '../../runtime/declared/apis/stake-info-runtime-api.ts'
import { SubnetInfoRuntimeApi } from '../../runtime/declared/apis/subnet-info-runtime-api.ts'
import { Balances } from '../../runtime/declared/balances.ts'
import { System } from '../../runtime/declared/system.ts'
import { alice, createTestNode, devKey, fails, TAO } from '../../testkit.ts'
import { SUBNETS, VALIDATORS } from '../../world/lists.ts'
import { validatorHotkey } from '../../world/ordinary.ts'
import type { Context } from '../context.ts'
import { setFree } from '../money.ts'
import { beginBlock } from './emission.ts'
import { poolValue, stakeOf } from './shares.ts'
import { ask, meddle, now, slots, stakeNow, subtensor, wait } from './staking-kit.ts'
import { netuids, priceOf, ROOT, subnetAccount } from './subnets.ts'

const eve = devKey('//Eve')
const withEmission = () => createTestNode({ begin: beginBlock })
type Test = ReturnType<typeof createTestNode>
const sum = (list: readonly bigint[]): bigint => list.reduce((all, each) => all + each, 0n)

const accounts = (c: Context): bigint =>
  sum(
    c.keys(slotsOf(System).Account).map(([who]) => {
      const { free, reserved } = c.read(slotsOf(System).Account, who).data
      return free + reserved
    }),
  )

/** All alpha that has an owner, or will have one at the next epoch, or lies ready to be claimed. */
function accountedFor(c: Context, netuid: number): { readonly owned: bigint; readonly ready: bigint } {
  const pots = [
    slots.PendingOwnerCut,
    slots.PendingServerEmission,
    slots.PendingValidatorEmission,
    slots.PendingRootAlphaDivs,
  ]
  const pools = c.keys(slots.TotalHotkeyAlpha).filter(([, of]) => of === netuid)
  const owned =
    sum(pots.map((pot) => c.read(pot, netuid))) + sum(pools.map(([hotkey]) => poolValue(c, hotkey, netuid)))
  const ready = sum(
    c.keys(slots.RootClaimable).map(([hotkey]) => {
      const rate = new Map(c.read(slots.RootClaimable, hotkey)).get(netuid)?.bits ?? 0n
      const claimed = c
        .keys(slots.RootClaimed, netuid, hotkey)
        .map((key) => c.read(slots.RootClaimed, ...key))
      return ((rate * poolValue(c, hotkey, ROOT)) >> 32n) - sum(claimed)
    }),
  )
  return { owned, ready }
}

function expectSound(c: Context): void {
  const { TotalIssuance } = slotsOf(Balances)
  expect(accounts(c)).toBe(c.read(TotalIssuance))
  expect(c.read(slots.TotalIssuance)).toBe(c.read(TotalIssuance))
  // The chain counts a purchase with its fee, which goes to the author.
  const fees = c.read(slots.TotalStake) - sum(netuids(c).map((netuid) => c.read(slots.SubnetTAO, netuid)))
  expect(fees >= 0n && fees < TAO / 10n).toBe(true)
  for (const netuid of netuids(c)) {
    const { free } = c.read(slotsOf(System).Account, subnetAccount(netuid)).data
    expect(free - c.read(slots.SubnetTAO, netuid)).toBe(TAO)
    const out = c.read(slots.SubnetAlphaOut, netuid)
    const { owned, ready } = accountedFor(c, netuid)
    // What lies ready is kept as a rate, and each validator's loses a little to its last digit.
    const lost = out - owned - ready
    expect(lost >= 0n && lost < 10_000_000n).toBe(true)
    if (netuid === ROOT) continue
    const issued = c.read(slotsOf(AlphaAssets).TotalAlphaIssuance, netuid)
    expect(issued).toBe(c.read(slots.SubnetAlphaIn, netuid) + out)
  }
}

describe('a block', () => {
  it('brings TAO to the pools by the moving prices, as much as issuance allows', () => {
    const test = withEmission()
    const before = now(test).read(slotsOf(Balances).TotalIssuance)
    wait(test, 1)
    const c = now(test)
    // More than half of all TAO is issued in this world, and so a block brings half a TAO.
    expect(c.read(slots.BlockEmission)).toBe(TAO / 2n)
    const brought = c.read(slotsOf(Balances).TotalIssuance) - before
    expect(TAO / 2n - brought).toBeLessThan(BigInt(SUBNETS.length))
    expect(sum(netuids(c).map((netuid) => c.read(slots.SubnetTaoInEmission, netuid)))).toBe(brought)
  })

  it('does not move a price', () => {
    const test = withEmission()
    const prices = netuids(now(test)).map((netuid) => priceOf(now(test), netuid))
    wait(test, 40)
    for (const [netuid, price] of prices.entries()) {
      const apart = priceOf(now(test), netuid) - price
      expect(((apart < 0n ? -apart : apart) * 10n ** 9n) / price).toBe(0n)
    }
  })

  it('brings nothing where trading has not started', () => {
    const test = withEmission()
    const before = now(test).read(slots.SubnetAlphaOut, 11)
    wait(test, 30)
    expect(now(test).read(slots.SubnetAlphaOut, 11)).toBe(before)
  })

  it('keeps the books whatever is done', () => {
    const test = withEmission()
    expectSound(now(test))
    const hotkey = validatorHotkey(1)
    const position = { hotkey, netuid: 1 }
    const calls = [
      subtensor('add_stake', { ...position, amount_staked: 50n * TAO }),
      subtensor('remove_stake', { ...position, amount_unstaked: 20n * TAO }),
      subtensor('swap_stake', { hotkey, origin_netuid: 1, destination_netuid: 4, alpha_amount: 10n * TAO }),
      subtensor('add_stake', { hotkey, netuid: 0, amount_staked: 50n * TAO }),
      subtensor('set_root_claim_type', { new_root_claim_type: { type: 'Swap' } }),
      subtensor('move_stake', {
        ...{ origin_hotkey: hotkey, destination_hotkey: validatorHotkey(2) },
        ...{ origin_netuid: 1, destination_netuid: 1, alpha_amount: 5n * TAO },
      }),
      subtensor('recycle_alpha', { ...position, amount: TAO }),
      subtensor('remove_stake_limit', {
        ...position,
        amount_unstaked: TAO,
        limit_price: 1n,
        allow_partial: true,
      }),
    ]
    for (const call of calls) {
      expect(fails(test, call, eve)).toBeUndefined()
      wait(test, 6)
    }
    test.run({ from: eve, call: subtensor('claim_root', { subnets: [1, 2, 3] }) })
    meddle(test, (c) => setFree(c, alice.account, 5n * TAO))
    wait(test, 1)
    expectSound(now(test))
  })
})

describe('an epoch', () => {
  const epoch = (test: Test) => wait(test, 21)

  it('raises what every share with a validator is worth, after its take', () => {
    const test = withEmission()
    const hotkey = validatorHotkey(1)
    const before = stakeNow(test, eve, { hotkey, netuid: 1 })
    const pool = poolValue(now(test), hotkey, 1)
    epoch(test)
    const c = now(test)
    const gained = stakeNow(test, eve, { hotkey, netuid: 1 }) - before
    const dividends = c.read(slots.AlphaDividendsPerSubnet, 1, hotkey)
    expect(gained).toBeGreaterThan(0n)
    // Her part of the dividends, by her part of the pool; the take has made the pool a little larger before.
    const fair = (dividends * before) / pool
    expect(fair - gained).toBeLessThan(fair / 1000n)
    const owner = c.read(slots.Owner, hotkey)
    const kept = stakeOf(c, { hotkey, coldkey: owner, netuid: 1 })
    expect(kept).toBeGreaterThan(0n)
  })

  it('tells dividends net of the take, by which a return can be estimated', () => {
    const test = withEmission()
    epoch(test)
    const [row] = ask(test, StakeInfoRuntimeApi, 'get_stake_info_for_coldkey', {
      coldkey_account: eve.account,
    }).filter(({ netuid }) => netuid === 1)
    expect(row?.emission).toBe(now(test).read(slots.AlphaDividendsPerSubnet, 1, validatorHotkey(1)))
    const info = ask(test, SubnetInfoRuntimeApi, 'get_dynamic_info', { netuid: 1 })
    expect(info).toMatchObject({ tempo: 20, alpha_out_emission: TAO })
    expect(info?.last_step).toBeGreaterThan(0n)
  })

  it('lays the part of root ready to be claimed', () => {
    const test = withEmission()
    wait(test, 50)
    const hotkey = validatorHotkey(0)
    const before = stakeNow(test, eve, { hotkey, netuid: 0 })
    const claim = subtensor('claim_root', { subnets: [1, 2, 3, 4, 5] })
    expect(fails(test, claim, eve)).toBeUndefined()
    expect(stakeNow(test, eve, { hotkey, netuid: 0 })).toBeGreaterThan(before)
  })

  it('comes for two subnets in a block, and for the others after', () => {
    const test = withEmission()
    wait(test, 20)
    const done = () => netuids(now(test)).filter((n) => now(test).read(slots.LastEpochBlock, n) > 0n)
    expect(done()).toEqual([1, 2])
    wait(test, 5)
    expect(done().length).toBe(11)
    expect(ask(test, SubnetInfoRuntimeApi, 'get_next_epoch_start_block', { netuid: 1 })).toBe(40n)
  })

  it('stakes a miner’s incentive where its owner wants it', () => {
    const test = withEmission()
    const chosen = now(test).read(slots.Keys, 1, 0)
    const owner = now(test).read(slots.SubnetOwner, 1)
    meddle(test, (c) => c.write(slots.AutoStakeDestination, [owner, 1], chosen))
    epoch(test)
    expect(stakeOf(now(test), { hotkey: chosen, coldkey: owner, netuid: 1 })).toBeGreaterThan(0n)
  })

  it('has its events before the first extrinsic', () => {
    const test = withEmission()
    wait(test, 20)
    const events = now(test).read(slotsOf(System).Events)
    const deferred = events.filter(({ event }) => event.value.type === 'EpochDeferred')
    expect(deferred.length).toBe(9)
    expect(deferred.every(({ phase }) => phase.type === 'Initialization')).toBe(true)
  })

  it('forgets no validator', () => {
    const test = withEmission()
    wait(test, 30)
    const c = now(test)
    const paid = VALIDATORS.filter((_, i) =>
      netuids(c).some((netuid) => c.read(slots.AlphaDividendsPerSubnet, netuid, validatorHotkey(i)) > 0n),
    )
    expect(paid.length).toBe(VALIDATORS.length)
  })
})
