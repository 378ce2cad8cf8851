/** Stake, move, swap, unstake, claim: and after each the chain has what the wallet says, to the rao. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { layReady } from '../../devnet/pallets/subtensor/root-claims.ts'
import { positionsOf, stakeOf } from '../../devnet/pallets/subtensor/shares.ts'
import { validatorHotkey } from '../../devnet/world/ordinary.ts'
import {
  agreeToTrade,
  begin,
  cameOfIt,
  estimated,
  feeOf,
  fillStake,
  inRao,
  pick,
  positionRow,
  reviewSays,
  typeAmount,
} from './pages/staking.ts'
import { atHome, button, untilFinal } from './pages/wallet.ts'
import { keyOf, startWallet, TAO, type WalletOnDevnet } from './wallet-on-devnet.ts'

const COBALT_HERON = validatorHotkey(0)
const NINE_LANTERNS = validatorHotkey(1)

describe('a wallet that stakes', () => {
  let wallet: WalletOnDevnet
  beforeAll(async () => {
    wallet = await startWallet()
  })
  afterAll(() => wallet?.close())

  const now = () => wallet.node.node.view()
  const staked = (hotkey: string, netuid: number) =>
    stakeOf(now(), { hotkey, netuid, coldkey: keyOf(wallet.address) })
  const free = () => wallet.node.freeBalance(keyOf(wallet.address))
  /** Agrees, waits for final, and goes home: what came of it, and the fees of all that was sent. */
  const done = async (name: string) => {
    const { page, picture } = wallet
    await picture(`${name}-review`)
    await agreeToTrade(wallet)
    await untilFinal(page)
    await picture(`${name}-final`)
    const told = { said: await cameOfIt(page), fee: await feeOf(page) }
    await button(page, 'Done').click()
    await atHome(page)
    return told
  }

  it('puts TAO behind a validator of a subnet, within the limit that its review names', async () => {
    const { page, picture } = wallet
    const before = free()
    await fillStake(page, { subnet: 'Amberline', validator: 'Nine Lanterns', amount: '40' })
    await picture('stake-form')
    expect(await reviewSays(page)).toMatch(
      /^Stake τ40 with “Nine Lanterns” \(5\w+…\w+\) on Amberline \(SN1\), at no more than τ0\.0828\d+ per α\.$/,
    )
    const { said, fee } = await done('stake')
    const [, alpha = ''] =
      /^Received α([\d.]+) of Amberline \(SN1\) for τ40, τ0\.08\d+ per α\.$/.exec(said) ?? []
    expect(staked(NINE_LANTERNS, 1)).toBe(inRao(alpha))
    expect(before - free()).toBe(40n * TAO + fee)
  })

  it('sees the position at once, with its value', async () => {
    const { page, picture } = wallet
    await positionRow(page, 'Amberline').waitFor()
    await picture('stake-home')
    const row = async () => (await positionRow(page, 'Amberline').innerText()).replace(/\s+/g, ' ')
    await expect.poll(row).toMatch(/^α Amberline SN1 Nine Lanterns · α484\.87 τ40\.00\d\d/)
    expect(await page.getByRole('region', { name: 'Total' }).innerText()).toMatch(/Subnets τ40\.0/)
  })

  it('moves all of it to another validator without a trade', async () => {
    const { page, picture } = wallet
    const had = staked(NINE_LANTERNS, 1)
    await begin(page, 'Amberline', 'To another validator')
    await pick(page, 'To validator', 'Cobalt Heron')
    await button(page, 'Max').click()
    await picture('move-form')
    expect(await reviewSays(page)).toMatch(
      /^Move all stake on Amberline \(SN1\) from “Nine Lanterns” \(.+\) to “Cobalt Heron” \(.+\)\.$/,
    )
    const { said } = await done('move')
    const [, alpha = ''] = /^α([\d.]+) of Amberline \(SN1\) is now with Cobalt Heron \(/.exec(said) ?? []
    expect(inRao(alpha)).toBe(had)
    expect([staked(NINE_LANTERNS, 1), staked(COBALT_HERON, 1)]).toEqual([0n, had])
  })

  it('swaps a part of it to another subnet, for no less than its review says', async () => {
    const { page, picture } = wallet
    const had = staked(COBALT_HERON, 1)
    await begin(page, 'Amberline', 'To another subnet')
    await pick(page, 'To subnet', 'Driftwell')
    await typeAmount(page, '200')
    await picture('swap-form')
    const [, least = ''] =
      /^Swap α200 of Amberline \(SN1\) for stake on Driftwell \(SN4\), with “Cobalt Heron” \(.+\), for at least α([\d.]+) of Driftwell \(SN4\) for each α of Amberline \(SN1\)\.$/.exec(
        await reviewSays(page),
      ) ?? []
    const { said } = await done('swap')
    const [, alpha = ''] = /^Received α([\d.]+) of Driftwell \(SN4\) for α200 of Amberline/.exec(said) ?? []
    expect(staked(COBALT_HERON, 4)).toBe(inRao(alpha))
    expect(inRao(alpha)).toBeGreaterThanOrEqual(200n * inRao(least))
    expect(had - staked(COBALT_HERON, 1)).toBe(200n * TAO)
  })

  it('takes a part out into TAO', async () => {
    const { page } = wallet
    const [had, before] = [staked(COBALT_HERON, 4), free()]
    await begin(page, 'Driftwell', 'Unstake')
    await typeAmount(page, '10.5')
    expect(await reviewSays(page)).toMatch(
      /^Unstake α10\.5 of Driftwell \(SN4\) from “Cobalt Heron” \(.+\), at no less than τ0\.348\d+ per α\.$/,
    )
    const { said, fee } = await done('unstake')
    const [, tao = ''] = /^Received τ([\d.]+) for α10\.5 of Driftwell/.exec(said) ?? []
    expect(had - staked(COBALT_HERON, 4)).toBe((105n * TAO) / 10n)
    expect(free() - before).toBe(inRao(tao) - fee)
  })

  it('stakes on root, and claims what that has earned', async () => {
    const { page, node, picture } = wallet
    await fillStake(page, { subnet: 'Root', validator: 'Cobalt Heron', amount: '20' })
    expect(await reviewSays(page)).toMatch(/^Stake τ20 with “Cobalt Heron” \(.+\) on Root\.$/)
    expect((await done('root')).said).toBe('Staked τ20 on root.')
    expect(staked(COBALT_HERON, 0)).toBe(20n * TAO)
    node.node.seal({ intervene: (c) => layReady(c, COBALT_HERON, 1, 50_000n * TAO) })
    await page.getByText('Root dividends, not claimed yet').waitFor()
    await picture('claim-home')
    await button(page, 'Claim').click()
    expect(await reviewSays(page)).toBe('Claim what your stake on root has earned.')
    const before = free()
    const { said, fee } = await done('claim')
    expect(said).toBe('What root had earned was claimed.')
    expect(staked(COBALT_HERON, 0)).toBeGreaterThan(20n * TAO)
    expect(before - free()).toBe(fee)
    await page.getByText('Root dividends, not claimed yet').waitFor({ state: 'detached' })
  })

  it('takes everything out, and nothing is left', async () => {
    const { page, picture } = wallet
    await button(page, 'More').click()
    await page.getByRole('button', { name: /^Unstake all/ }).click()
    await pick(page, 'From validator', 'Cobalt Heron')
    await estimated(page)
    await picture('unstake-all-form')
    expect(await reviewSays(page)).toMatch(
      /^Unstake everything from “Cobalt Heron” \(.+\), on every subnet and on Root\.$/,
    )
    const before = free()
    const { said, fee } = await done('unstake-all')
    const received = said.split('\n').map((line) => inRao(/τ([\d.]+)/.exec(line)?.[1] ?? ''))
    expect(received).toHaveLength(3)
    expect(free() - before).toBe(received.reduce((sum, each) => sum + each, -fee))
    expect(positionsOf(now(), keyOf(wallet.address))).toEqual([])
    await page.getByRole('list', { name: 'Positions' }).waitFor({ state: 'detached' })
    await picture('unstaked-home')
  })
})
