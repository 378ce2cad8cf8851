/**
 * Hostile code inside the room tries to get out. The same code in an ordinary worker and in a web page does.
 *
 * What arrives is seen by a server, for TCP and UDP; names that are looked up and connections that are only opened, by the
 * browser's own log of its network. What cannot be seen from here: signs that need no network, such as the time an answer
 * takes, the memory or the processor's load, which other software on the computer could watch; and what lies in a good
 * signature's own randomness, or in an envelope that is closed (docs/threat-model.md).
 */

import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BRIDGE_PAGE, WALLET_PAGE } from '#shared/protocol/places.ts'
import { type Build, buildExtension, type Extension, launch, removeProfile } from '../extension.ts'
import { type ListeningServer, listen } from '../listening-server.ts'
import { addRoomClient } from '../room-client.ts'

const PROBE = resolve(import.meta.dirname, '../hostile/room/probe.js')

let build: Build
let extension: Extension
/** One that the room's hostile code is told of, and one that the same code elsewhere is told of. */
let server: ListeningServer
let elsewhere: ListeningServer
let logs: string
beforeAll(async () => {
  build = await buildExtension('probe')
  logs = await mkdtemp(join(tmpdir(), 'taokey-net-'))
  extension = await launch(build.folder, undefined, {
    added: [`--log-net-log=${join(logs, 'net.json')}`, '--net-log-capture-mode=Everything'],
  })
  server = await listen()
  elsewhere = await listen()
})
afterAll(async () => {
  await extension.close()
  await build.remove()
  await server.close()
  await elsewhere.close()
  await removeProfile(logs)
})

const command = (port: number) => ({
  id: 'ab'.repeat(16),
  account: '5DfhGyQdFobKM8NsWvEeAKk5EQQgYe9AydgJ7rMB6E1EqRzV',
  payload: `0x${port.toString(16).padStart(8, '0')}`,
})

/** `way: outcome`, as the probe reports them: `refused by …`, `silence` or `went through`. */
type Outcomes = readonly string[]
const through = (outcomes: Outcomes): Outcomes =>
  outcomes.filter((outcome) => outcome.endsWith('went through'))
/** Names that stand in an address: what the server was asked for. */
const reached = ({ requests }: ListeningServer) =>
  new Set(requests.map((request) => /\/([a-z]+)-seed-of-the-wallet/.exec(request)?.[1]))

async function ordinaryPage(): Promise<Page> {
  const page = await extension.context.newPage()
  await page.goto(`http://127.0.0.1:${elsewhere.port}/`)
  return page
}

describe('hostile code', () => {
  it('in an ordinary worker reaches a server by many ways', async () => {
    const page = await ordinaryPage()
    const outcomes: Outcomes = await page.evaluate(
      ([code, input]) =>
        new Promise<string[]>((done) => {
          const worker = new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })))
          const all: string[] = []
          worker.onmessage = ({ data }) => {
            for (const { name } of data.boot.checks) all.push(name)
            if (all.at(-1) === 'end') done(all)
          }
          worker.postMessage({ kind: 'command', id: 1, command: { name: 'room.sign', input } })
        }),
      [await readFile(PROBE, 'utf8'), command(elsewhere.port)] as const,
    )
    expect(through(outcomes).length).toBeGreaterThanOrEqual(8)
    for (const way of ['fetch', 'alive', 'request', 'socket', 'events', 'import', 'nested', 'cache', 'font'])
      await expect.poll(() => reached(elsewhere)).toContain(way)
    await page.close()
  })

  it('in a web page reaches it also by datagrams and by hints', async () => {
    const page = await ordinaryPage()
    const before = elsewhere.datagrams()
    const outcomes: Outcomes = await page.evaluate(
      ([code, input]) =>
        new Promise<string[]>((done) => {
          const all: string[] = []
          addEventListener('message', ({ data }) => {
            if (data.kind !== 'ready') return
            for (const { name } of data.boot.checks) all.push(name)
            if (all.at(-1) === 'end') done(all)
          })
          document.head.append(Object.assign(document.createElement('script'), { textContent: code }))
          postMessage({ kind: 'command', id: 1, command: { name: 'room.sign', input } })
        }),
      [await readFile(PROBE, 'utf8'), command(elsewhere.port)] as const,
    )
    for (const way of ['data channel', 'hint to look a name up', 'hint to connect', 'hint to fetch'])
      expect(through(outcomes)).toContain(`${way}: went through`)
    for (const way of ['prefetch', 'preload', 'beacon'])
      await expect.poll(() => reached(elsewhere)).toContain(way)
    await expect.poll(() => elsewhere.datagrams()).toBeGreaterThan(before)
    await page.close()
  })

  it('in the room reaches nothing by any of them', async () => {
    const page = await addRoomClient(await extension.open(WALLET_PAGE))
    expect((await page.evaluate(() => room.wallet.open())).ok).toBe(true)
    const outcomes = page.evaluate(
      (bridge) =>
        new Promise<string[]>((done) => {
          const view = chrome.extension.getViews().find((each) => each.location.pathname === bridge)
          const all: string[] = []
          view?.addEventListener('message', ({ data }) => {
            if (data.kind !== 'ready') return
            for (const { name } of data.boot.checks) if (name.includes(': ')) all.push(name)
            if (data.boot.checks.some(({ name }: { name: string }) => name === 'end')) done(all)
          })
        }),
      BRIDGE_PAGE,
    )
    const worker = await extension.worker()
    void worker
      .evaluate(
        (input) => chrome.runtime.sendMessage({ to: 'bridge', name: 'room.sign', input }),
        command(server.port),
      )
      .catch(() => undefined)
    const reported = await outcomes
    expect(reported.length).toBeGreaterThanOrEqual(33)
    expect(through(reported)).toEqual([])
    expect(reported.filter((outcome) => outcome.endsWith('silence'))).toEqual([])
    expect(server.requests).toEqual([])
    expect(server.datagrams()).toBe(0)
    await page.close()
  })
})

describe('what hostile code in the room says', () => {
  it.each([
    ['a signature of sr25519 that is none', '0xf001'],
    ['a signature of ed25519 that is none', '0xf002'],
    ['something beside a signature', '0xf003'],
    ['a secret for a signature', '0xf004'],
    ['a secret for an answer', '0xf005'],
    ['a secret for the name of a failure', '0xf006'],
  ])('goes no further than the bridge: %s', async (_, payload) => {
    const page = await addRoomClient(await extension.open(WALLET_PAGE))
    await page.evaluate(() => room.wallet.open())
    const answer = await (await extension.worker()).evaluate(
      (input) => chrome.runtime.sendMessage({ to: 'bridge', name: 'room.sign', input }),
      { ...command(server.port), payload },
    )
    // The room itself, which is locked, would have said so.
    expect(answer).toEqual({ ok: false, error: { code: 'bug' } })
    await page.close()
  })

  it('is not what the room itself says, which is passed on', async () => {
    const page = await addRoomClient(await extension.open(WALLET_PAGE))
    await page.evaluate(() => room.wallet.open())
    const answer = await (await extension.worker()).evaluate(
      (input) => chrome.runtime.sendMessage({ to: 'bridge', name: 'room.sign', input }),
      { ...command(server.port), payload: '0x0001' },
    )
    expect(answer).toEqual({ ok: false, error: { code: 'locked' } })
    await page.close()
  })
})

describe('the browser’s own log of its network', () => {
  it('names what hostile code elsewhere looked up and connected to, and nothing of what the room’s was after', async () => {
    // The log is whole when the browser has ended.
    await extension.close()
    const log = await readFile(join(logs, 'net.json'), 'utf8')
    const { port } = elsewhere
    for (const said of [
      `seed-of-the-wallet-${port}.taokey.example`,
      `hint-seed-of-the-wallet-${port}.taokey.example`,
      `connect-seed-of-the-wallet-${port}.taokey.example`,
      `127.0.0.1:${port}`,
    ])
      expect(log).toContain(said)
    for (const unsaid of [`seed-of-the-wallet-${server.port}`, `127.0.0.1:${server.port}`])
      expect(log.includes(unsaid)).toBe(false)
  })
})
