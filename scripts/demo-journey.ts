/**
 * The demo behind `npm run demo`: a local chain (or `--node ws://…`), a browser with the wallet in it, and, where there is
 * no display or with `--headless`, the whole journey made by itself, each step printed, pictures left in `demo-out/`.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { startFaucet } from '../devnet/faucet/server.ts'
import { type Devnet, startDevnet } from '../devnet/start.ts'
import {
  agree,
  atHome,
  button,
  chooseLocalFirst,
  createWallet,
  fillSend,
  PASSWORD,
  readAddress,
  toReview,
  untilFinal,
} from '../test/e2e/pages/wallet.ts'
import { CHROMIUM } from './chromium.ts'
import { type DemoSite, startDemoSite } from './demo-site.ts'
import { meet, stake } from './demo-steps.ts'
import { fundFromAlice } from './funding.ts'

const ROOT = resolve(import.meta.dirname, '..')
const DIST = resolve(ROOT, process.env['TAOKEY_OUT'] ?? 'dist')
const PICTURES = resolve(ROOT, 'demo-out')
const BOB = '5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty'
const FUND = 100_000_000_000n

const { values } = parseArgs({
  options: {
    node: { type: 'string' },
    'block-ms': { type: 'string', default: '3000' },
    headless: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
  },
})
const hasDisplay =
  process.platform === 'darwin' ||
  process.platform === 'win32' ||
  (process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'] ?? '') !== ''
const isShown = hasDisplay && !values.headless

interface Chain {
  readonly endpoint: string
  readonly faucet: string | undefined
  fund(address: string): Promise<void>
  close(): Promise<void>
}

/** Somebody's node, or a devnet of our own on the first free of the wallet's usual ports. */
async function openChain(): Promise<Chain> {
  if (values.node !== undefined) {
    const endpoint = values.node
    return {
      endpoint,
      faucet: undefined,
      fund: (address) => fundFromAlice(endpoint, address, FUND),
      close: async () => {},
    }
  }
  const devnet = await firstFree([9944, 9945, 9946, 0])
  const faucet = await startFaucet(devnet, 0)
  return {
    endpoint: devnet.url,
    faucet: faucet.url,
    fund: (address) => fundFromAlice(devnet.url, address, FUND),
    close: async () => {
      await faucet.close()
      await devnet.close()
    },
  }
}

async function firstFree(ports: readonly number[]): Promise<Devnet> {
  const [port, ...others] = ports
  try {
    return await startDevnet({ port: port ?? 0, blockMs: Number(values['block-ms']), emission: true })
  } catch (cause) {
    if (others.length === 0) throw cause
    return firstFree(others)
  }
}

async function openBrowser(profile: string): Promise<{ context: BrowserContext; page: Page }> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: CHROMIUM,
    headless: !isShown,
    viewport: isShown ? null : { width: 360, height: 600 },
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      `--disable-extensions-except=${DIST}`,
      `--load-extension=${DIST}`,
    ],
  })
  const worker =
    context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker', { timeout: 30_000 }))
  const page = context.pages()[0] ?? (await context.newPage())
  page.setDefaultTimeout(60_000)
  await page.goto(`chrome-extension://${new URL(worker.url()).host}/popup/index.html`)
  return { context, page }
}

/** A person is there: leave the wallet on its first screen, set to the chain, with the faucet and a dApp beside it. */
async function show(
  { context, page }: { context: BrowserContext; page: Page },
  chain: Chain,
  site: DemoSite,
): Promise<void> {
  await chooseLocalFirst(page, chain.endpoint)
  await (await context.newPage()).goto(site.url)
  if (chain.faucet !== undefined) await (await context.newPage()).goto(chain.faucet)
  await page.bringToFront()
  console.log(
    [
      '',
      'The wallet is open. Make it yours:',
      '  1. Create a new wallet, and write the words down.',
      chain.faucet === undefined
        ? '  2. Fund it from //Alice with any tool of yours.'
        : `  2. Receive: copy the address into the faucet (${chain.faucet}), which is in the other tab.`,
      `  3. Send some of it, for instance to ${BOB}.`,
      '  4. Stake some: on a subnet, with a validator. Its position then stands on the first screen: move it, take it out.',
      `  5. Meet it as a dApp does (${site.url}): connect, send, stake, sign a message.`,
      '',
      'Close the browser, or press Ctrl-C, to end.',
    ].join('\n'),
  )
  await new Promise<void>((closed) => context.on('close', () => closed()))
}

/** Nobody is there: make the journey and say each step. */
async function make(page: Page, chain: Chain, site: DemoSite): Promise<void> {
  let count = 0
  const step = async (what: string, name: string, shown = page): Promise<void> => {
    count += 1
    const file = join(PICTURES, `${String(count).padStart(2, '0')}-${name}.png`)
    await shown.screenshot({ path: file })
    console.log(`${String(count).padStart(2)}. ${what}  (${relative(ROOT, file)})`)
  }
  await chooseLocalFirst(page, chain.endpoint)
  await step(`Opened the wallet and set it to the chain at ${chain.endpoint}`, 'welcome')
  await createWallet(page, { name: 'Main coldkey', password: PASSWORD })
  await step('Created a coldkey; three of its words were asked back', 'created')
  const address = await readAddress(page)
  await chain.fund(address)
  await page.getByText(/^Free/).waitFor()
  await step(`Received 100 TAO at ${address}`, 'funded')
  await fillSend(page, { to: BOB, amount: '2.5' })
  await page.getByText('Network fee').waitFor()
  await page.getByText('First time you send to this address').waitFor()
  await step('Asked to send 2.5 TAO; fee and findings are there', 'send')
  await toReview(page)
  await step('Reviewed what the bytes say', 'review')
  await agree(page)
  await page.getByText('Signed and sent').waitFor()
  await step('Agreed: signed in the sealed room and sent', 'sent')
  await untilFinal(page)
  await step('Final: the transfer stands in a finalized block', 'final')
  await button(page, 'Done').click()
  await atHome(page)
  // Another node has other subnets.
  if (values.node === undefined) await stake(page, step)
  await meet(page.context(), site, step)
}

await mkdir(PICTURES, { recursive: true })
const profile = await mkdtemp(join(tmpdir(), 'taokey-demo-'))
const chain = await openChain()
console.log(`Chain: ${chain.endpoint}${chain.faucet === undefined ? '' : `   Faucet: ${chain.faucet}`}`)
const site = await startDemoSite(chain.endpoint)
const browser = await openBrowser(profile)
try {
  if (isShown) await show(browser, chain, site)
  else {
    if (!hasDisplay) console.log('There is no display here, so the journey is made without a person:')
    await make(browser.page, chain, site)
    console.log(`Done. The pictures are in ${relative(process.cwd(), PICTURES) || '.'}/`)
  }
} catch (cause) {
  await browser.page.screenshot({ path: join(PICTURES, 'failed.png') }).catch(() => undefined)
  console.error(`The journey stopped: ${String(cause)}`)
  process.exitCode = 1
} finally {
  await browser.context.close().catch(() => undefined)
  await site.close()
  await chain.close()
  await rm(profile, { recursive: true, force: true })
}
process.exit()
