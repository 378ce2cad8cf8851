import { describe, expect, it } from 'vitest'
import { addressOf } from '#shared/domain/address.ts'
import { fromHex } from '#shared/domain/bytes.ts'
import { netuid, ROOT } from '#shared/domain/units.ts'
import { validatorColdkey } from '../../../devnet/world/ordinary.ts'
import { eve, run, stranger, told, validator } from '../../../test/build/asking.ts'
import { alice, endingBenches } from '../../../test/build/devnet-chain.ts'

const bench = endingBenches()

describe('facts of subnets and hotkeys', () => {
  it('come with the names the chain has for them', async () => {
    const b = await bench()
    const facts = await told(b, {
      subnet: { fact: 'subnet', of: netuid(1) },
      root: { fact: 'subnet', of: ROOT },
      absent: { fact: 'subnet', of: netuid(99) },
      registration: { fact: 'registration', of: netuid(1) },
      hotkey: { fact: 'hotkey', of: { hotkey: validator(0), netuid: ROOT } },
      nobody: { fact: 'hotkey', of: { hotkey: stranger, netuid: ROOT } },
      seated: { fact: 'seatedHotkeys', of: stranger },
      standing: { fact: 'standing', of: eve },
      validator: { fact: 'standing', of: validator(0) },
    })
    expect(facts.subnet).toMatchObject({ open: true, transfers: true })
    expect(facts.root).toMatchObject({ open: true })
    expect(facts.absent).toBeUndefined()
    expect(facts.registration.price).toBeGreaterThan(0n)
    expect(facts.hotkey).toMatchObject({ registered: true })
    expect(facts.hotkey.owner).toBeDefined()
    expect(facts.nobody).toMatchObject({ owner: undefined, registered: false })
    expect(facts.seated).toEqual([])
    expect(facts.standing).toEqual({ staked: true, isHotkey: false })
    expect(facts.validator).toEqual({ staked: false, isHotkey: true })
  })
})

describe('facts of accounts', () => {
  it('tell proxies with their deposits, and the types there are', async () => {
    const b = await bench()
    await run(b, {
      name: 'Proxy.add_proxy',
      args: { delegate: { type: 'Id', value: eve }, proxy_type: { type: 'Staking' }, delay: 5 },
    })
    const { proxies, types } = await told(b, {
      proxies: { fact: 'proxies', of: alice.address },
      types: { fact: 'proxyTypes', of: undefined },
    })
    expect(proxies.entries).toEqual([{ delegate: eve, type: 'Staking', delay: 5 }])
    expect(proxies.deposit).toBe(proxies.base + proxies.each)
    expect(types.map(({ name }) => name)).toContain('Staking')
  })

  it('tell what an account publishes of itself, part by part', async () => {
    const b = await bench()
    const { published, none } = await told(b, {
      published: { fact: 'identity', of: addressOf(fromHex(validatorColdkey(0))) },
      none: { fact: 'identity', of: stranger },
    })
    expect(published.parts).toMatchObject({
      name: 'Cobalt Heron',
      url: 'https://cobalt-heron.example',
      github_repo: '',
    })
    expect(Object.keys(published.parts)).toHaveLength(7)
    expect(none).toEqual({ parts: {} })
  })

  it('tell of no swap, no crowdloan and no contribution where there is none', async () => {
    const b = await bench()
    const facts = await told(b, {
      swap: { fact: 'coldkeySwap', of: alice.address },
      terms: { fact: 'coldkeySwapTerms', of: undefined },
      loan: { fact: 'crowdloan', of: 99 },
      given: { fact: 'contribution', of: { crowdloan: 99, who: alice.address } },
      auto: { fact: 'autoStake', of: { coldkey: alice.address, netuid: netuid(1) } },
      takes: { fact: 'takesLocked', of: alice.address },
      payout: { fact: 'basketPayout', of: { coldkey: eve, hotkey: validator(0) } },
    })
    expect(facts).toEqual({
      swap: undefined,
      terms: { wait: 36_000, rest: 7_200, cost: 100_000_000n },
      loan: undefined,
      given: 0n,
      auto: undefined,
      takes: false,
      payout: 0n,
    })
  })
})
