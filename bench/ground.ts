/** What most figures are taken on: one browser with the floor and Taokey in it, a chain, a plain page, and later a wallet. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { APPROVE_PAGE, WALLET_PAGE } from '#shared/protocol/places.ts'
import type { WorldName } from '../devnet/start.ts'
import { type Browser, FLOOR, OURS, pause, startBrowser, stopWorker, type Tab } from './browser.ts'
import { type MeasuredChain, startChain } from './chain.ts'
import { inPage } from './in-page.ts'

/** Where the keys of the first account come from is public: //Alice of the development phrase. */
export const ALICE = {
  account: '0xd43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d',
  address: '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY',
} as const
export const BOB = '5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty'

export interface Ground {
  readonly browser: Browser
  readonly chain: MeasuredChain
  /** `http://127.0.0.1:…/`, an empty page. */
  readonly site: string
  /** A page of no extension, with the bare libraries in it. */
  readonly plain: Tab
  readonly floor: string
  readonly ours: string
  /** The wallet's window with `in-page/wallet.ts` in it and its own app shut out. */
  wallet(): Promise<Tab>
  review(): Promise<Tab>
  stopWorker(origin: string): Promise<void>
  /** Waits until the last window that was closed is over with. */
  settle(): Promise<void>
  /** Waits until the worker has let its connection to the chain go, which it does twenty seconds after the last window. */
  forgetChain(): Promise<void>
  close(): Promise<void>
}

const SETTLE_MS = 1_000
const LINGER_MS = 20_500

export async function startGround(world?: WorldName): Promise<Ground> {
  const chain = await startChain(world)
  const server = createServer((_request, reply) =>
    reply.setHeader('content-type', 'text/html').end('<!doctype html><title>Plain</title>'),
  )
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const site = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const browser = await startBrowser([FLOOR, OURS])
  const floor = browser.origin(FLOOR)
  const ours = browser.origin(OURS)
  const plain = await browser.open(site)
  await plain.evaluate(await inPage('bare'))
  // Taokey's process lives on in the hidden document of the room; the floor's must not have to start for every tab.
  await browser.open(`${floor}/page.html`)
  return {
    browser,
    chain,
    site,
    plain,
    floor,
    ours,
    wallet: async () => browser.open(`${ours}${WALLET_PAGE}`, await inPage('wallet')),
    review: async () => browser.open(`${ours}${APPROVE_PAGE}`, await inPage('review')),
    stopWorker: (origin) => stopWorker(plain, origin),
    settle: () => pause(SETTLE_MS),
    forgetChain: () => pause(LINGER_MS),
    close: async () => {
      await browser.close()
      server.close()
      chain.close()
    },
  }
}

/** Makes the wallet of the figures: one key, unlocked, on the measured chain, its first picture stored and once looked at. */
export async function createWallet(ground: Ground): Promise<void> {
  const { chain, browser, ours } = ground
  const window = await ground.wallet()
  await window.evaluate(`bench.create(${JSON.stringify(chain.url)}, ${JSON.stringify(chain.genesis)})`)
  await window.close()
  // The window remembers that the wallet was open, so that the next one shows at once what was held.
  const first = await browser.open(`${ours}${WALLET_PAGE}`, await inPage('marks'))
  await first.evaluate("marks.wait('fresh')")
  await first.close()
}
