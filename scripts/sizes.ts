/** The sizes of what ships, gzip, against their limits. A hard gate: files do not drift with the machine. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { SIZE_LIMITS } from './size-limits.ts'

const dist = resolve(import.meta.dirname, '..', process.env['TAOKEY_OUT'] ?? 'dist')

function gzipped(files: Iterable<string>): number {
  let sum = 0
  for (const file of files) sum += gzipSync(readFileSync(file), { level: 9 }).length
  return sum
}

/**
 * What the popup fetches on demand before a person can do anything: React with most first screens (`start`), and the
 * one that is apart. They count, whatever way they are fetched. `npm run bench` sees what is really fetched.
 */
const FIRST = /^(start|onboarding|review-start)-[^/]*\.js$/

/** The scripts of a page with all they import, and the first screens with all they import. */
function firstLoad(page: string): Set<string> {
  const seen = new Set<string>()
  const follow = (file: string): void => {
    if (seen.has(file) || !existsSync(file)) return
    seen.add(file)
    const code = readFileSync(file, 'utf8')
    for (const match of code.matchAll(/(?:\bfrom|\bimport)\s*["'`]([^"'`]+\.js)["'`]/g))
      follow(resolve(dirname(file), match[1] ?? ''))
    for (const match of code.matchAll(/\bimport\(\s*["'`]([^"'`]+\.js)["'`]/g))
      if (FIRST.test(basename(match[1] ?? ''))) follow(resolve(dirname(file), match[1] ?? ''))
  }
  const html = readFileSync(join(dist, page), 'utf8')
  for (const match of html.matchAll(/<script[^>]+src="([^"]+)"/g)) follow(join(dist, match[1] ?? ''))
  if (![...seen].some((file) => readFileSync(file, 'utf8').includes('https://react.dev/errors/')))
    throw new Error(`no React in what ${page} loads: its size would say nothing`)
  return seen
}

function only(folder: string, start: string): string[] {
  return readdirSync(join(dist, folder))
    .filter((name) => name.startsWith(start) && name.endsWith('.js'))
    .map((name) => join(dist, folder, name))
}

const sizes = {
  popup: gzipped(firstLoad('popup/index.html')),
  approve: gzipped(firstLoad('popup/approve.html')),
  worker: gzipped(['worker.js', 'worker-later.js'].map((name) => join(dist, name))),
  relay: gzipped(only('content', 'relay')),
  page: gzipped(only('content', 'provider')),
}

if (process.argv.includes('--json')) console.log(JSON.stringify(sizes))
else
  for (const [name, limit] of Object.entries(SIZE_LIMITS)) {
    const bytes = sizes[name as keyof typeof sizes]
    const fits = bytes > 0 && bytes <= limit * 1000
    console.log(
      `${fits ? 'ok  ' : 'OVER'} ${name.padEnd(8)} ${(bytes / 1000).toFixed(1)} kB of ${limit} kB gzip`,
    )
    if (!fits) process.exitCode = 1
  }
