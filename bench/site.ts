/** What a web page waits for: the page script, a call that needs nobody, a review that can be read, and the signature. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { APPROVE_PAGE } from '#shared/protocol/places.ts'
import { navigate, OURS, pause, type Tab } from './browser.ts'
import type { Session } from './debugger.ts'
import { ALICE, createWallet, type Ground, startGround } from './ground.ts'
import { atMost, type Figure, figure } from './statistics.ts'

const POLL_MS = 5
/** A button that has just come is not to be pressed by mistake. */
const GUARD_MS = 600
const ERA = 64

/** On a ground of its own: in no window of the other figures anything else waits for a decision. */
export async function benchSite(runs: number): Promise<readonly Figure[]> {
  const ground = await startGround()
  try {
    await createWallet(ground)
    return await measured(ground, runs)
  } finally {
    await ground.close()
  }
}

async function measured(ground: Ground, runs: number): Promise<readonly Figure[]> {
  const script = await scriptTimes(ground, runs)
  const page = await ground.browser.open(ground.site)
  await connect(ground, page)
  const enabled: number[] = []
  for (let run = 0; run < runs; run += 1) enabled.push(await page.evaluate<number>(ENABLE))
  const signed = { read: [] as number[], answered: [] as number[] }
  for (let run = 0; run < runs; run += 1) {
    const { read, answered } = await signOnce(ground, page, run)
    signed.read.push(read)
    signed.answered.push(answered)
  }
  await page.close()
  const told = (name: string, ours: readonly number[], limit: number): Figure =>
    figure(name, 'ms', { floor: [], ours }, atMost(limit))
  return [
    told('page script, run in an empty page', script, 1),
    told('enable of a connected site, worker running', enabled, 10),
    told('a page’s request to a review that can be read, its window opened for it', signed.read, 150),
    told('from agreeing to the signature at the page', signed.answered, 60),
  ]
}

/** In a page that has just come, so that nothing of it was compiled before. */
async function scriptTimes({ plain, site }: Ground, runs: number): Promise<readonly number[]> {
  const manifest = JSON.parse(readFileSync(join(OURS, 'manifest.json'), 'utf8')) as {
    readonly content_scripts: readonly { readonly js: readonly string[]; readonly world?: string }[]
  }
  const [file = ''] = manifest.content_scripts.find(({ world }) => world === 'MAIN')?.js ?? []
  const code = readFileSync(join(OURS, file), 'utf8')
  const times: number[] = []
  for (let run = 0; run < runs; run += 1) {
    await navigate(plain, `${site}?${run}`)
    times.push(
      await plain.evaluate<number>(`(() => {
        delete globalThis.injectedWeb3
        const started = performance.now()
        ;(0, eval)(${JSON.stringify(code)})
        return performance.now() - started
      })()`),
    )
  }
  return times
}

const ENABLE = `(async () => {
  const started = performance.now()
  await injectedWeb3.taokey.enable('bench')
  return performance.now() - started
})()`

async function connect(ground: Ground, page: Tab): Promise<void> {
  await page.evaluate(`void injectedWeb3.taokey.enable('bench').then((given) => (globalThis.wallet = given))`)
  await press(await reviewOf(ground))
  while (!(await page.evaluate<boolean>(`'wallet' in globalThis`))) await pause(POLL_MS)
  await windowGone(ground)
}

/** The window that opens for a request, once what it is about stands in it. */
async function reviewOf({ browser, ours }: Ground): Promise<Session> {
  for (;;) {
    const window = await browser.find(`${ours}${APPROVE_PAGE}`)
    if (
      window !== undefined &&
      (await window.evaluate<boolean>(`document.querySelector('${AGREE}') !== null`))
    )
      return window
    await pause(POLL_MS)
  }
}

/** The window of a request closes when it is answered; the next one opens its own. */
async function windowGone({ browser, ours }: Ground): Promise<void> {
  // Between being listed and being attached to it may have closed.
  const isThere = (): Promise<boolean> =>
    browser.find(`${ours}${APPROVE_PAGE}`).then(
      (found) => found !== undefined,
      () => true,
    )
  while (await isThere()) await pause(POLL_MS)
}

const AGREE = '.foot .button.primary[aria-disabled="false"], .foot .button.primary:not([aria-disabled])'

/** Presses the button that agrees, as a mouse does; says when it was let go, in ms since 1970. */
async function press(window: Session): Promise<number> {
  await pause(GUARD_MS)
  const at = await window.evaluate<{ x: number; y: number }>(`(() => {
    const { left, top, width, height } = document.querySelector('${AGREE}').getBoundingClientRect()
    return { x: left + width / 2, y: top + height / 2 }
  })()`)
  const mouse = { ...at, button: 'left', clickCount: 1 } as const
  await window.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...mouse })
  const pressedAt = performance.timeOrigin + performance.now()
  // The window may be gone before this is answered.
  window.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...mouse }).catch(() => undefined)
  return pressedAt
}

/** When the largest text of the window was painted, in ms since 1970. */
const READ = `new Promise((done) => {
  new PerformanceObserver((list) => {
    const last = list.getEntries().at(-1)
    if (last !== undefined) done(performance.timeOrigin + last.startTime)
  }).observe({ type: 'largest-contentful-paint', buffered: true })
})`

async function signOnce(ground: Ground, page: Tab, run: number): Promise<{ read: number; answered: number }> {
  const payload = JSON.stringify(await payloadOf(ground, run))
  await page.evaluate(`void (() => {
    globalThis.askedAt = performance.timeOrigin + performance.now()
    globalThis.answeredAt = undefined
    wallet.signer.signPayload(${payload}).then(
      () => (globalThis.answeredAt = performance.timeOrigin + performance.now()),
      (cause) => (globalThis.answeredAt = String(cause)),
    )
  })()`)
  const askedAt = await page.evaluate<number>('askedAt')
  const window = await reviewOf(ground)
  const readAt = await window.evaluate<number>(READ)
  const pressedAt = await press(window)
  for (;;) {
    const answeredAt = await page.evaluate<number | string | undefined>('answeredAt')
    if (typeof answeredAt === 'string') throw new Error(answeredAt)
    if (answeredAt !== undefined) {
      await windowGone(ground)
      return { read: readAt - askedAt, answered: answeredAt - pressedAt }
    }
    await pause(POLL_MS)
  }
}

/** A transfer of a little to oneself, each time of another amount: the same twice is warned of. */
async function payloadOf({ chain }: Ground, run: number): Promise<Readonly<Record<string, unknown>>> {
  const { number, hash, extensions } = await chain.best()
  const amount = ((1_000_000 + run) << 2) | 2
  const era = 5 | ((number % ERA) << 4)
  return {
    address: ALICE.address,
    blockHash: hash,
    blockNumber: `0x${number.toString(16)}`,
    era: `0x${littleEndian(era, 2)}`,
    genesisHash: chain.genesis,
    method: `0x050300${ALICE.account.slice(2)}${littleEndian(amount, 4)}`,
    nonce: '0x0',
    signedExtensions: extensions,
    specVersion: '0x1a8',
    tip: '0x0',
    transactionVersion: '0x1',
    version: 4,
    mode: 0,
    metadataHash: null,
    withSignedTransaction: true,
  }
}

function littleEndian(value: number, bytes: number): string {
  return Array.from({ length: bytes }, (_, at) =>
    ((value >> (8 * at)) & 0xff).toString(16).padStart(2, '0'),
  ).join('')
}
