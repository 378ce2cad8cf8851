/** The client libraries that sites are made with, as the registry has them, against the build that ships and a devnet. */
import { cryptoWaitReady, signatureVerify, sr25519Verify } from '@polkadot/util-crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publicKeyOf } from '#shared/domain/address.ts'
import { bundlePages } from './dapp-pages.ts'
import type { Dapp } from './dapps/dapp.ts'
import { agreeIn, approvalWindow, openSite, rejectIn, untilGone } from './pages/site.ts'
import { type SiteServer, startSites } from './site-server.ts'
import { BOB, keyOf, startWallet, TAO, type WalletOnDevnet } from './wallet-on-devnet.ts'

const CLIENTS = [
  ['8.1-9 8.7-101 @polkadot/extension-dapp with @polkadot/api', 'extension-dapp'],
  ['8.1-10 8.7-101 polkadot-api', 'polkadot-api'],
  ['8.7-101 dedot', 'dedot'],
  ['8.7-101 @talismn/connect-wallets, with our key added,', 'talisman'],
  ['8.7-101 @reactive-dot/core', 'reactive-dot'],
  ['8.7-101 @polkadot-onboard/injected-wallets', 'onboard'],
  ['8.7-101 @luno-kit/core, with a connector of our own,', 'luno'],
] as const

describe('a site made with', () => {
  let wallet: WalletOnDevnet
  let put: (name: string, site: SiteServer) => void
  const sites: SiteServer[] = []
  beforeAll(async () => {
    await cryptoWaitReady()
    ;[wallet, put] = await Promise.all([
      startWallet({ blockMs: 250 }),
      bundlePages([...CLIENTS.map(([, name]) => name), 'beside']),
    ])
  })
  afterAll(async () => {
    await wallet?.close()
    for (const site of sites) await site.close()
  })

  /** A page of that client on a site of its own. */
  async function open(name: string, offers = 'dapp'): Promise<Page> {
    const site = await startSites()
    sites.push(site)
    put(name, site)
    const page = await openSite(wallet.extension.context, `${site.origin}/#${wallet.node.url}`)
    await page.waitForFunction((offers) => offers in globalThis, offers)
    return page
  }
  const agree = async (): Promise<void> => {
    const window = await approvalWindow(wallet.extension.context)
    await agreeIn(window)
    await untilGone(window)
  }

  it.each(CLIENTS)('%s connects, sends and signs', async (_, name) => {
    const page = await open(name)
    const step = <K extends keyof Dapp>(which: K, ...given: Parameters<Dapp[K]>) =>
      page.evaluate(
        ([each, input]) => {
          const { dapp } = globalThis as unknown as { dapp: Record<string, (...input: unknown[]) => unknown> }
          return dapp[each as string]?.(...(input as unknown[]))
        },
        [which, given] as const,
      ) as ReturnType<Dapp[K]>

    const connecting = step('connect')
    await agree()
    await connecting
    const own = { address: wallet.address, name: 'Main coldkey' }
    expect(await step('accounts')).toMatchObject([own])
    expect(await step('subscribe')).toMatchObject([own])

    const before = wallet.node.freeBalance(keyOf(BOB))
    // What some of them have signed lives for 32 blocks: eight seconds here, which a person may take to agree.
    wallet.node.pause()
    const sending = step('send', { from: wallet.address, to: BOB, rao: TAO })
    await agree()
    wallet.node.resume()
    expect((await sending).at(-1)).toBe('final')
    expect(wallet.node.freeBalance(keyOf(BOB)) - before).toBe(TAO)

    const text = `It is me, by ${name}.`
    const signing = step('sign', wallet.address, text)
    await agree()
    const signature = await signing
    const verifies = (said: string) => sr25519Verify(said, signature, publicKeyOf(wallet.address))
    expect([verifies(`<Bytes>${text}</Bytes>`), verifies(text)]).toEqual([true, false])
    // Sites that know nothing of the wrap ask this, which does.
    expect(signatureVerify(text, signature, wallet.address).isValid).toBe(true)
    await step('disconnect')
    await page.close()
  })

  it('8.3-34 @polkadot/extension-dapp finds the other wallets of a page whether ours is agreed to or not, and ours beside a broken one', async () => {
    const page = await open('beside', 'enable')
    const enable = () => page.evaluate(() => (globalThis as unknown as Beside).enable())
    const rejected = enable()
    const window = await approvalWindow(wallet.extension.context)
    await rejectIn(window)
    await untilGone(window)
    expect(await rejected).toEqual(['other'])
    const connected = enable()
    await agree()
    expect((await connected).toSorted()).toEqual(['other', 'taokey'])
    await page.close()
  })
})

/** What the page with three wallets offers. */
interface Beside {
  enable(): Promise<readonly string[]>
}
