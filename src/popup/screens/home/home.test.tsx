/**
 * The first screen shows what is known and from when, and nothing at all of what is hidden.
 * @vitest-environment happy-dom
 */
import { describe, expect, it, vi } from 'vitest'
import type { Account, SecretId } from '#shared/domain/account.ts'
import { addressOf } from '#shared/domain/address.ts'
import type { ChainStatus, Portfolio } from '#shared/domain/portfolio.ts'
import { ok } from '#shared/domain/result.ts'
import { DEFAULT_SETTINGS } from '#shared/domain/settings.ts'
import { rao } from '#shared/domain/units.ts'
import { click, drawnAt, pass } from '../../../../test/build/drawn.tsx'
import { drawScreen } from '../../../../test/build/drawn-wallet.tsx'
import { NOW, online, taken } from '../../../../test/build/staking-topics.ts'
import { recall } from '../../memory.ts'
import { Home } from './home.tsx'

const accounts: readonly Account[] = [1, 2].map((seed) => ({
  kind: 'watch',
  address: addressOf(new Uint8Array(32).fill(seed)),
  name: `Account ${seed}`,
  hidden: false,
}))
/** The second of them, with a key, behind the first without. */
const mixed = accounts.map(
  (account, at): Account =>
    at === 0
      ? account
      : { ...account, kind: 'local', scheme: 'sr25519', secret: '0'.repeat(32) as SecretId, path: '' },
)
const portfolio: Portfolio = {
  ...taken,
  accounts: accounts.map(({ address }, at) => ({
    address,
    balance: { free: rao(BigInt(at + 1) * 777_123_456_789n), reserved: rao(0n), frozen: rao(0n) },
    stake: null,
    claimable: null,
  })),
}

const open = drawnAt(NOW)
async function openHome(chain: ChainStatus = online, view: Portfolio | null = portfolio, shown = accounts) {
  const calls: unknown[] = []
  const called = (name: string) => async (input: unknown) => {
    calls.push({ [name]: input })
    return ok(undefined)
  }
  const background = {
    ...Object.fromEntries(
      ['settings.set', 'chain.trustLocal', 'chain.reconnect'].map((name) => [name, called(name)]),
    ),
    'sites.inFront': async () => ok({ origin: null }),
    'standing.swaps': async () => ok([]),
  }
  const topics = {
    accounts: shown,
    contacts: [],
    activity: [],
    approvals: [],
    settings: { ...DEFAULT_SETTINGS, network: chain.network, account: accounts[0]?.address ?? null },
    chain,
    portfolio: { portfolio: view, fresh: true },
  }
  return { ...(await drawScreen(open, <Home />, { background, topics })), calls }
}

describe('the first screen', () => {
  it('shows the total of the account in front, its block and its age', async () => {
    const { text } = await openHome()
    expect(text()).toContain('777.1234')
    expect(text()).toContain('Block 6,912,004, 8 s ago')
  })

  it('adds all accounts up when that was chosen, and remembers it', async () => {
    const first = await openHome()
    await click(first.place.querySelector('.front') ?? document)
    await click(first.button(/^All accounts/))
    expect(first.text()).toContain('2,331.3703')
    const second = await openHome()
    expect(second.text()).toContain('2,331.3703')
  })

  it('leaves no digit of what is held in the page when amounts are hidden', async () => {
    const { button, place } = await openHome()
    const proportions = () => place.querySelectorAll('.shares i').length
    expect(proportions()).toBeGreaterThan(0)
    expect(recall(NOW).total).toMatchObject({ whole: '777', decimals: '1234' })
    await click(button('Hide amounts'))
    expect(recall(NOW).total).toBeNull()
    expect(proportions()).toBe(0)
    expect(place.innerHTML).not.toMatch(/777|1234|123456789/)
    await click(place.querySelector('.front') ?? document)
    expect(place.innerHTML).not.toMatch(/777|1,?554|2,?331/)
  })

  it('never shows nothing for what is not known', async () => {
    const offline: ChainStatus = { kind: 'offline', network: 'finney', why: 'closed' }
    const { text } = await openHome(offline, null)
    expect(text()).toContain('nothing read yet')
    expect(text()).not.toMatch(/τ\s*0/)
  })

  it('keeps the last picture while offline, with its block and its age', async () => {
    const { text, button, calls } = await openHome({ kind: 'offline', network: 'finney', why: 'closed' })
    expect(text()).toContain('Offline · block 6,912,004, 8 s ago')
    expect(text()).toContain('777.1234')
    await click(button('Try again'))
    expect(calls).toEqual([{ 'chain.reconnect': undefined }])
  })

  it('names the node of a wrong chain, and the way out', async () => {
    const wrong: ChainStatus = {
      kind: 'wrong-chain',
      network: 'finney',
      endpoint: 'wss://bad.example',
      expected: taken.genesis,
      got: taken.block.hash,
    }
    const { text, button, navigation } = await openHome(wrong)
    expect(text()).toContain('bad.example is a node of another chain')
    await click(button('Choose another node'))
    expect(navigation.go).toHaveBeenCalledWith({ kind: 'network' })
  })

  it('trusts a local chain only when told to, and exactly the one shown', async () => {
    const endpoint = 'ws://127.0.0.1:9944'
    const { text, button, calls } = await openHome({
      kind: 'untrusted',
      network: 'local',
      endpoint,
      genesis: taken.block.hash,
      before: null,
    })
    expect(text()).toContain(taken.block.hash)
    expect(calls).toEqual([])
    await click(button('Use this chain'))
    expect(calls).toEqual([{ 'chain.trustLocal': { endpoint, genesis: taken.block.hash } }])
  })

  it('is loud on any network but Finney', async () => {
    const { text } = await openHome({ ...online, network: 'test' }, null)
    expect(text()).toContain('Test network: TAO here has no value')
    const finney = await openHome()
    expect(finney.text()).not.toContain('no value')
  })

  it('copies the address of the account in front, and none where all are in view', async () => {
    const { place, button, hasButton } = await openHome()
    await vi.waitFor(async () => {
      await pass(20)
      expect(hasButton('Copy address')).toBe(true)
    }, 30_000)
    await click(button('Copy address'))
    expect(await navigator.clipboard.readText()).toBe(accounts[0]?.address)
    await click(place.querySelector('.front') ?? document)
    await click(button(/^All accounts/))
    expect(hasButton('Copy address')).toBe(false)
  })

  it('leads to the accounts where none is shown, and promises no total', async () => {
    const hidden = accounts.map((account) => ({ ...account, hidden: true }))
    for (const [shown, says] of [
      [hidden, 'All accounts are hidden.'],
      [[], 'There is no account here.'],
    ] as const) {
      const { text, button, hasButton, navigation, place } = await openHome(online, portfolio, shown)
      await vi.waitFor(async () => {
        await pass(20)
        expect(text()).toContain(says)
      }, 30_000)
      expect([hasButton('Receive'), place.querySelector('.total, .skeleton')]).toEqual([false, null])
      await click(button('Accounts'))
      expect(navigation.go).toHaveBeenCalledWith({ kind: 'accounts' })
    }
  })

  it('says how much of the total of all is only watched', async () => {
    const { place, button, text } = await openHome(online, portfolio, mixed)
    expect(text()).not.toContain('only watched')
    await click(place.querySelector('.front') ?? document)
    await click(button(/^All accounts/))
    expect(text()).toContain('Of it τ777.12 only watched')
  })

  it('offers sending where the account in front can sign, or any where all are in view', async () => {
    const { place, button, hasButton } = await openHome(online, portfolio, mixed)
    expect(['Send', 'Stake', 'More', 'Receive'].map(hasButton)).toEqual([false, false, false, true])
    await click(place.querySelector('.front') ?? document)
    await click(button(/^All accounts/))
    expect(['Send', 'Stake', 'More', 'Receive'].map(hasButton)).toEqual([true, true, true, true])
  })

  it('offers no sending where nothing can sign', async () => {
    const { hasButton } = await openHome()
    expect([hasButton('Send'), hasButton('Receive')]).toEqual([false, true])
  })
})
