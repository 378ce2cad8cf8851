/**
 * `npm run bench`: every figure that has a limit, measured, with the limit beside it. Ends with 0 also when one misses:
 * medians of a shared machine are looked at, not obeyed. What may fail a build is checked by `npm run check`.
 *
 *   --runs N     how often each is taken (10)
 *   --only WORD  only the parts whose name holds WORD
 *   --json       figures with raw samples on standard output, the table beside it on standard error
 *   --no-build   measures what lies in dist
 */
import { spawnSync } from 'node:child_process'
import { availableParallelism, cpus, loadavg } from 'node:os'
import { resolve } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { benchCalls } from './calls.ts'
import { createWallet, startGround } from './ground.ts'
import { benchSign, benchUnlock } from './keys.ts'
import { benchLarge } from './large.ts'
import { benchMemory } from './memory.ts'
import { benchMetadata } from './metadata.ts'
import { benchBalances, benchFirstPaint } from './popup.ts'
import { benchPositions } from './positions.ts'
import { benchSite } from './site.ts'
import { benchSizes, type Fetched, fetchedByPopup, fetchedFigures } from './sizes.ts'
import { type Figure, table } from './statistics.ts'
import { benchWebPage } from './web-page.ts'
import { benchWorker } from './worker.ts'

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '10' },
    only: { type: 'string', default: '' },
    json: { type: 'boolean', default: false },
    build: { type: 'boolean', default: true },
  },
  allowNegative: true,
})
const runs = Number(values.runs)
if (!Number.isSafeInteger(runs) || runs < 1) throw new Error('--runs takes a whole number from 1 on')
const say = values.json ? console.error : console.log

const figures: Figure[] = []
const failed: string[] = []

/** A part that breaks says so in its place; the others are measured all the same. */
async function part(name: string, measure: () => Promise<readonly Figure[]>): Promise<readonly Figure[]> {
  if (!name.includes(values.only)) return []
  const started = performance.now()
  process.stderr.write(`${name} … `)
  try {
    const measured = await measure()
    figures.push(...measured)
    process.stderr.write(`${((performance.now() - started) / 1000).toFixed(0)} s\n`)
    return measured
  } catch (cause) {
    failed.push(`${name}: ${cause instanceof Error ? cause.message : String(cause)}`)
    process.stderr.write('not measured\n')
    return []
  }
}

if (values.build) {
  const root = resolve(import.meta.dirname, '..')
  const built = spawnSync(
    process.execPath,
    ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error'],
    {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  )
  if (built.status !== 0) process.exit(built.status ?? 1)
}

const before = loadavg()[0] ?? 0
await part('sizes', benchSizes)
await part('metadata', () => benchMetadata(runs))
await part('positions', () => benchPositions(runs))
await part('first paint', () => benchFirstPaint(runs))
await part('web page', () => benchWebPage(runs))
await part('sites', () => benchSite(runs))

const ground = await startGround()
try {
  const fetched: Record<string, Fetched> = { 'no wallet': await fetchedByPopup(ground) }
  await createWallet(ground)
  await part('sizes, fetched', async () => {
    fetched['unlocked'] = await fetchedByPopup(ground)
    const window = await ground.wallet()
    await window.evaluate('bench.lock()')
    await window.close()
    fetched['locked'] = await fetchedByPopup(ground)
    const again = await ground.wallet()
    await again.evaluate('bench.unlock()')
    await again.close()
    return fetchedFigures(fetched)
  })
  const worker = await part('worker', () => benchWorker(ground, runs))
  await part('popup', async () => {
    const [starts] = worker.length > 0 ? worker : await benchWorker(ground, runs)
    return benchBalances(ground, runs, starts?.samples.floor ?? [])
  })
  await part('memory', () => benchMemory(ground, runs))
  await part('unlock', () => benchUnlock(ground, runs))
  await part('sign', () => benchSign(ground, runs))
  await part('staking', () => benchLarge(ground, runs))
  await part('calls', () => benchCalls(ground, Math.min(runs, 3)))
} finally {
  await ground.close()
}

const machine = {
  taken: new Date().toISOString(),
  runs,
  processor: cpus()[0]?.model ?? '',
  cores: availableParallelism(),
  browser: ground.browser.version,
  node: process.version,
  /** Over the last minute, before and after: more than the cores, and something else was measured too. */
  load: [before, loadavg()[0] ?? 0],
}
say(`\n${table(figures)}\n`)
const { load, cores } = machine
say(
  `Medians of ${runs} (${machine.browser}, Node ${machine.node}, ${cores} cores; load ${load.map((each) => each.toFixed(1)).join(' → ')})`,
)
for (const { name, ours, unit, limit } of figures.filter(({ verdict }) => verdict === 'MISSED'))
  say(`MISSED: ${name}: ${ours.toFixed(1)} ${unit}, allowed ${(limit ?? 0).toFixed(1)}`)
for (const what of failed) say(`NOT MEASURED: ${what}`)
if (values.json) console.log(JSON.stringify({ ...machine, figures, failed }, undefined, 1))
