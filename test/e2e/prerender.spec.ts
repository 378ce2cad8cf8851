/**
 * A page that is drawn before anybody looks at it (CH-2): the build that ships, in a real browser that nobody debugs, because a
 * debugger holds such pages back until they are looked at (Chromium 156). What happens is told by the pages and by the browser's list.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { APPROVE_PAGE } from '#shared/protocol/places.ts'
import { CHROMIUM } from '../../scripts/chromium.ts'
import { removeProfile } from './extension.ts'
import { type SiteServer, startSites } from './site-server.ts'

const DIST = resolve(import.meta.dirname, '../../dist')
const PATIENCE = { timeout: 20_000, interval: 100 }
/** Has the page behind it drawn, and goes there once it is told to. */
const FRONT = `<!doctype html><title>Front</title>
<script type="speculationrules">{"prerender":[{"urls":["/behind"],"eagerness":"immediate"}]}</script>
<script>setInterval(async () => { if (await (await fetch('/go')).text() === 'go') location.assign('/behind') }, 200)</script>`
/** Asks to connect with its first words. */
const BEHIND = `<!doctype html><title>Behind</title><script>
  const tell = (what) => fetch('/told?' + what)
  tell('asks,prerendering=' + document.prerendering)
  document.addEventListener('prerenderingchange', () => tell('shown'))
  window.injectedWeb3.taokey.enable('A test').then(
    () => tell('connected'),
    ({ message }) => tell(encodeURIComponent(message)),
  )
</script>`

describe('a page that is drawn before it is looked at', () => {
  let sites: SiteServer
  let profile: string
  let browser: ChildProcess
  let goes = 'not yet'
  beforeAll(async () => {
    sites = await startSites()
    sites.put('/front', { body: FRONT })
    sites.put('/behind', { body: BEHIND })
    sites.put('/told', { body: '' })
    sites.put('/go', () => ({ body: goes }))
    profile = await mkdtemp(join(tmpdir(), 'taokey-profile-'))
    browser = spawn(
      CHROMIUM,
      [
        '--headless=new',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--no-first-run',
        '--remote-debugging-port=0',
        `--user-data-dir=${profile}`,
        `--disable-extensions-except=${DIST}`,
        `--load-extension=${DIST}`,
        'about:blank',
      ],
      { stdio: 'ignore' },
    )
  })
  afterAll(async () => {
    const ended = new Promise((done) => browser?.once('exit', done))
    if (browser?.kill()) await ended
    await sites?.close()
    await removeProfile(profile)
  })

  /** The browser's own list, which attaches to nothing. */
  const list = async (method: 'GET' | 'PUT', path: string): Promise<string> => {
    const [port] = (await readFile(join(profile, 'DevToolsActivePort'), 'utf8')).split('\n')
    return (await fetch(`http://127.0.0.1:${port}/json/${path}`, { method })).text()
  }
  const places = async (): Promise<readonly { readonly id: string; readonly url: string }[]> =>
    JSON.parse(await list('GET', 'list'))
  const windows = async () => (await places()).filter(({ url }) => url.endsWith(APPROVE_PAGE))
  const told = () => sites.requests.flatMap((each) => (each.startsWith('GET /told?') ? [each.slice(10)] : []))

  it('asks nothing until it is, and is asked for then', async () => {
    // Once the wallet's worker is there, so are its scripts.
    await expect
      .poll(async () => (await places()).map(({ url }) => url), PATIENCE)
      .toContainEqual(expect.stringMatching(/^chrome-extension:/))
    await list('PUT', `new?${sites.origin}/front`)
    await expect.poll(told, PATIENCE).toEqual(['asks,prerendering=true'])
    await new Promise((done) => setTimeout(done, 2_000))
    expect(await windows()).toEqual([])
    goes = 'go'
    await expect.poll(windows, PATIENCE).toHaveLength(1)
    await expect.poll(told, PATIENCE).toEqual(['asks,prerendering=true', 'shown'])
    for (const { id } of await windows()) await list('GET', `close/${id}`)
    await expect
      .poll(told, PATIENCE)
      .toEqual([
        'asks,prerendering=true',
        'shown',
        encodeURIComponent('Connection request was cancelled by the user.'),
      ])
  })
})
