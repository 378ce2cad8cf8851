/** How many questions the node is asked to bring accounts up to date, and that it is not one for each. */

import { addressOf } from '#shared/domain/address.ts'
import { WALLET_PAGE } from '#shared/protocol/places.ts'
import { pause } from './browser.ts'
import { ALICE, type Ground } from './ground.ts'
import { inPage } from './in-page.ts'
import { atMost, type Figure, figure, median } from './statistics.ts'

const WATCHED = 99
/** Of one refresh: balances, positions, prices and the chain's own facts, whatever there is of them. */
const CALLS = 6
/** The wallet reads at most every two seconds; when it opens it may read twice. */
const BETWEEN_MS = 4_500
const ANSWERED_MS = 400

interface Counts {
  /** From a stopped worker to a fresh balance. */
  readonly opening: number[]
  /** At one new block, with the window open. */
  readonly refresh: number[]
}

async function count(ground: Ground, runs: number): Promise<Counts> {
  const { browser, chain, ours } = ground
  const counts: Counts = { opening: [], refresh: [] }
  const asked = async (): Promise<number> =>
    Object.values(await chain.requests()).reduce((sum, each) => sum + each, 0)
  for (let run = 0; run < runs; run += 1) {
    await ground.stopWorker(ours)
    await chain.faucet(ALICE.account, 1n)
    await chain.forgetRequests()
    const tab = await browser.open(`${ours}${WALLET_PAGE}`, await inPage('marks'))
    await tab.evaluate("marks.wait('fresh')")
    counts.opening.push(await asked())
    await pause(BETWEEN_MS)
    await chain.forgetRequests()
    await chain.faucet(ALICE.account, 1n)
    while ((await asked()) === 0) await pause(ANSWERED_MS / 8)
    await pause(ANSWERED_MS)
    counts.refresh.push(await asked())
    await tab.close()
  }
  return counts
}

/** Addresses nobody has keys of. */
const addresses = Array.from({ length: WATCHED }, (_, index) => addressOf(new Uint8Array(32).fill(index + 1)))

/** Leaves the wallet with a hundred accounts: to be taken last. */
export async function benchCalls(ground: Ground, runs: number): Promise<readonly Figure[]> {
  const one = await count(ground, runs)
  const window = await ground.wallet()
  await window.evaluate(`bench.watch(${JSON.stringify(addresses)})`)
  await window.close()
  const hundred = await count(ground, runs)
  const asMany = median(one.opening)
  return [
    figure(
      'RPC calls for 100 fresh accounts at a new block; floor: 1 account',
      'calls',
      {
        floor: one.refresh,
        ours: hundred.refresh,
      },
      atMost(CALLS),
    ),
    figure(
      'RPC calls from a stopped worker to 100 fresh accounts; floor: 1 account',
      'calls',
      {
        floor: one.opening,
        ours: hundred.opening,
      },
      { rule: `as many: ${asMany}`, of: () => asMany },
    ),
  ]
}
