/**
 * A wallet of a hundred accounts with a thousand positions, in a world as large as the real one: what it paints first, what
 * it asks, and how much of a list it draws. Its floor is an empty wallet with the same code.
 */
import { addressOf, publicKeyOf } from '#shared/domain/address.ts'
import { toHex } from '#shared/domain/bytes.ts'
import { WALLET_PAGE } from '#shared/protocol/places.ts'
import { pause } from './browser.ts'
import { ALICE, createWallet, type Ground, startGround } from './ground.ts'
import type { Lists } from './in-page/lists.ts'
import type { Marks } from './in-page/marks.ts'
import { inPage } from './in-page.ts'
import { atMost, type Figure, figure, interleaved, times } from './statistics.ts'

const WATCHED = 99
const POSITIONS = 1_000
/** Of one refresh, whatever there is of accounts, positions and subnets. */
const CALLS = 6
const ROWS = 40
/** Longer than two readings that follow each other. */
const SETTLED_MS = 4_500

const watched = Array.from({ length: WATCHED }, (_, index) => addressOf(new Uint8Array(32).fill(index + 1)))

/** @param empty the ground of the other figures: one account, and nothing staked */
export async function benchLarge(empty: Ground, runs: number): Promise<readonly Figure[]> {
  const large = await startGround('large')
  try {
    await createWallet(large)
    await fill(large)
    const painted = await interleaved(runs, {
      floor: () => firstPicture(empty),
      ours: () => firstPicture(large),
    })
    const lists = await drawn(large)
    return [
      figure(
        'popup to 1,000 positions’ last known total; floor: an empty wallet’s',
        'ms',
        painted,
        times(1.3),
      ),
      ...lists,
      await refreshed(large, Math.min(runs, 3)),
      await quoted(large, Math.min(runs, 3)),
    ]
  } finally {
    await large.close()
  }
}

async function fill({ browser, chain, ours, wallet }: Ground): Promise<void> {
  const window = await wallet()
  await window.evaluate(`bench.watch(${JSON.stringify(watched)})`)
  await window.evaluate(`localStorage.setItem('taokey.all-accounts', 'yes')`)
  await window.close()
  await chain.faucet(ALICE.account, 1_000_000_000_000n)
  await chain.grant([ALICE.account, ...watched.map((address) => toHex(publicKeyOf(address)))], POSITIONS)
  const tab = await browser.open(`${ours}${WALLET_PAGE}`, await inPage('marks'))
  await tab.evaluate("marks.wait('fresh')")
  await pause(SETTLED_MS)
  await tab.close()
}

/** From navigation until total and button are painted, with the worker stopped. */
async function firstPicture({ browser, ours, settle, stopWorker }: Ground): Promise<number> {
  await settle()
  await stopWorker(ours)
  const tab = await browser.open(`${ours}${WALLET_PAGE}`, await inPage('marks'))
  const { cached } = await tab.evaluate<Awaited<ReturnType<Marks['wait']>>>("marks.wait('cached')")
  await tab.close()
  if (cached?.painted === undefined) throw new Error('the popup shows no balance')
  return cached.painted
}

async function drawn({ browser, ours }: Ground): Promise<readonly Figure[]> {
  const tab = await browser.open(`${ours}${WALLET_PAGE}`, await inPage('lists'))
  const rows = (label: string) => tab.evaluate<Awaited<ReturnType<Lists['rows']>>>(`lists.rows('${label}')`)
  const positions = await rows('Positions')
  await tab.evaluate("lists.press('Subnets')")
  const subnets = await rows('Subnets')
  // The window opens again where it was left.
  await tab.evaluate("lists.press('Portfolio')")
  await tab.close()
  return Object.entries({ positions, subnets }).map(([what, { most, all }]) =>
    figure(
      `rows in the document of ${all.toLocaleString('en-GB')} ${what}`,
      'rows',
      { floor: [], ours: [most] },
      atMost(ROWS),
    ),
  )
}

const sum = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((all, each) => all + each, 0)

async function refreshed({ browser, chain, ours }: Ground, runs: number): Promise<Figure> {
  const tab = await browser.open(`${ours}${WALLET_PAGE}`, await inPage('marks'))
  await tab.evaluate("marks.wait('fresh')")
  const counts: number[] = []
  for (let run = 0; run < runs; run += 1) {
    await pause(SETTLED_MS)
    await chain.forgetRequests()
    await chain.seal()
    await pause(SETTLED_MS)
    counts.push(sum(await chain.requests()))
  }
  await tab.close()
  return figure(
    'RPC calls of a refresh, 100 accounts, 1,000 positions, 129 subnets',
    'calls',
    { floor: [], ours: counts },
    atMost(CALLS),
  )
}

/** What a form asks at each block, once it has asked the first time, beside the refresh of the window it stands in. */
async function quoted({ browser, chain, ours, wallet }: Ground, runs: number): Promise<Figure> {
  const beside = await browser.open(`${ours}${WALLET_PAGE}`)
  const window = await wallet()
  const hotkey = await window.evaluate<string>('bench.validator(1)')
  const values = {
    subnet: 1,
    validator: hotkey,
    amount: { exactly: '1000000000' },
    limit: { kind: 'tolerance', basisPoints: 50, allowPartial: false },
  }
  const ask = `bench.quote('add-stake', '${ALICE.address}', ${JSON.stringify(values)})`
  await window.evaluate(ask)
  const counts: number[] = []
  for (let run = 0; run < runs; run += 1) {
    await chain.seal()
    await pause(SETTLED_MS)
    await chain.forgetRequests()
    await window.evaluate(ask)
    counts.push(sum(await chain.requests()))
  }
  await window.close()
  await beside.close()
  return figure('RPC calls of a quote at a new block', 'calls', { floor: [], ours: counts }, atMost(1))
}
