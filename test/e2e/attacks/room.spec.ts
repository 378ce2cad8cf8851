/** Hostile code inside the room tries to get out. The same code in an ordinary worker does. */

import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BRIDGE_PAGE, WALLET_PAGE } from '#shared/protocol/places.ts'
import { type Build, buildExtension, type Extension, launch } from '../extension.ts'
import { type ListeningServer, listen } from '../listening-server.ts'
import { addRoomClient } from '../room-client.ts'

const PROBE = resolve(import.meta.dirname, '../hostile/room/probe.js')

let build: Build
let extension: Extension
let server: ListeningServer
beforeAll(async () => {
  build = await buildExtension('probe')
  extension = await launch(build.folder)
  server = await listen()
})
afterAll(async () => {
  await extension.close()
  await build.remove()
  await server.close()
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

describe('hostile code', () => {
  it('in an ordinary worker reaches a server by many ways', async () => {
    const page = await extension.context.newPage()
    await page.goto(`http://127.0.0.1:${server.port}/`)
    const outcomes: Outcomes = await page.evaluate(
      ([code, input]) =>
        new Promise<string[]>((done) => {
          const worker = new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })))
          const all: string[] = []
          worker.onmessage = ({ data }) => {
            for (const { name } of data.boot.checks) all.push(name)
            if (data.boot.checks.length < 16) done(all)
          }
          worker.postMessage({ kind: 'command', id: 1, command: { name: 'room.sign', input } })
        }),
      [await readFile(PROBE, 'utf8'), command(server.port)] as const,
    )
    expect(through(outcomes).length).toBeGreaterThanOrEqual(8)
    const reached = new Set(
      server.requests.map((request) => /\/([a-z]+)-seed-of-the-wallet/.exec(request)?.[1]),
    )
    for (const way of ['fetch', 'alive', 'request', 'socket', 'events', 'import', 'nested', 'cache', 'font'])
      expect(reached).toContain(way)
    await page.close()
  })

  it('in the room reaches nothing by any of them', async () => {
    const before = server.requests.length
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
            if (data.boot.id.endsWith('16')) done(all)
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
    expect(reported.length).toBeGreaterThanOrEqual(28)
    expect(through(reported)).toEqual([])
    expect(reported.filter((outcome) => outcome.endsWith('silence'))).toEqual([])
    expect(server.requests.length).toBe(before)
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
