import { describe, expect, it } from 'vitest'
import { bootReport, type World } from './boot.ts'

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
const sealed: World = {
  origin: 'null',
  randomText: 'function getRandomValues() { [native code] }',
  fetch: () => Promise.reject(new TypeError('refused by policy')),
}
const failing = async (world: Partial<World>, draw = random) => {
  const report = await bootReport({ ...sealed, ...world }, draw, 'http://127.0.0.1:9944/')
  return { ok: report.ok, names: report.checks.filter(({ ok }) => !ok).map(({ name }) => name) }
}

describe('the start of a room', () => {
  it('passes every check in a sealed worker', async () => {
    expect(await failing({})).toEqual({ ok: true, names: [] })
  })
  it('has another id each time', async () => {
    const first = await bootReport(sealed, random, '')
    const second = await bootReport(sealed, random, '')
    expect(first.id).toMatch(/^[0-9a-f]{32}$/)
    expect(second.id).not.toBe(first.id)
  })
  it.each<[string, Partial<World>, string]>([
    ['an origin of its own', { origin: 'chrome-extension://abc' }, 'opaque origin'],
    ['Chrome’s extension interface', { chrome: { runtime: {} } }, 'no extension interface'],
    ['Firefox’s extension interface', { browser: { runtime: {} } }, 'no extension interface'],
    [
      'connections that need no network',
      { fetch: (url) => (url.startsWith('data:') ? Promise.resolve() : Promise.reject(new Error())) },
      'no connections',
    ],
    [
      'a way out',
      { fetch: (url) => (url.startsWith('http') ? Promise.resolve() : Promise.reject(new Error())) },
      'no network',
    ],
    ['randomness that somebody wrote', { randomText: '(bytes) => bytes' }, 'own randomness'],
    ['randomness that somebody bound', { randomText: 'function () { [native code] }' }, 'own randomness'],
  ])('fails with %s', async (_, world, name) => {
    expect(await failing(world)).toEqual({ ok: false, names: [name] })
  })
  it('fails with randomness that repeats itself', async () => {
    expect(await failing({}, (length) => new Uint8Array(length))).toEqual({
      ok: false,
      names: ['own randomness'],
    })
  })
  it('may have the `chrome` that every page has', async () => {
    expect(await failing({ chrome: { loadTimes: () => 0, csi: () => 0 } })).toEqual({ ok: true, names: [] })
  })
})
