/** What a hostile worker, a content script or a page of another kind can do to the line between a window and the room. */

import type { Worker } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { APPROVE_PAGE, BRIDGE_PAGE, WALLET_PAGE } from '#shared/protocol/places.ts'
import { type Build, buildExtension, type Extension, launch } from '../extension.ts'
import { inContentScript } from '../pages/content-script.ts'
import { addRoomClient } from '../room-client.ts'

declare const hostile: { heard: string[] }

const PASSWORD = 'walnut orbit seven quiet lanterns'
const WORDS = 'bottom drive obey lake curtain smoke basket hold race lonely fit walk'
const ACCOUNT = '5DfhGyQdFobKM8NsWvEeAKk5EQQgYe9AydgJ7rMB6E1EqRzV'

let build: Build
let extension: Extension
beforeAll(async () => {
  build = await buildExtension('hostile')
  extension = await launch(build.folder)
})
afterAll(async () => {
  await extension.close()
  await build.remove()
})

const openClient = async (path = WALLET_PAGE) => addRoomClient(await extension.open(path))

/** Asks the bridge as the worker does, which answers all of these; `silence` when it does not. */
const askBridge = async (worker: Worker, name: string, input: unknown): Promise<unknown> =>
  worker.evaluate(
    ([name, input]) =>
      Promise.race([
        chrome.runtime.sendMessage({ to: 'bridge', name, input }),
        new Promise((done) => setTimeout(done, 20_000, 'silence')),
      ]),
    [name, input],
  )

/** Makes a vault with one account in a new room, which is then unlocked. */
async function createVault(page: Awaited<ReturnType<typeof openClient>>): Promise<void> {
  const created = await page.evaluate(
    async ([password, words]) => {
      await room.wallet.call['room.lock'](undefined)
      return room.wallet.call['room.create']({
        password,
        autoLockMinutes: 15,
        first: {
          source: { kind: 'words', words, password: '' },
          derivation: { path: '', scheme: 'sr25519' },
          name: 'first',
        },
      })
    },
    [PASSWORD, WORDS] as const,
  )
  expect(created.ok).toBe(true)
}

describe('a worker that listens', () => {
  it('hears what is sent to it, and nothing of what passes between a window and the room', async () => {
    const page = await openClient()
    const worker = await extension.worker()
    await createVault(page)
    await page.evaluate(async () => {
      for (let times = 0; times < 20; times++) await room.wallet.call['room.status'](undefined)
      await chrome.runtime.sendMessage('a word to the worker').catch(() => undefined)
      await room.wallet.call['room.lock'](undefined)
    })
    const heard = await worker.evaluate(() => hostile.heard)
    expect(heard.some((line) => line.includes('a word to the worker'))).toBe(true)
    const fromRoom = heard.filter((line) => line.includes('"from":"bridge"'))
    expect(fromRoom.some((line) => line.includes('unlocked'))).toBe(true)
    for (const line of fromRoom)
      expect(line).toMatch(
        /^message \{"message":\{"from":"bridge","status":\{"kind":"(locked"|unlocked","locksAt":\d+)\}\},/,
      )
    for (const line of heard)
      for (const secret of [PASSWORD, 'correct', 'orbit', ...WORDS.split(' '), 'hand-over', 'room.create'])
        expect(line).not.toContain(secret)
    await page.close()
  })

  it('may ask for status, lock and sign, and for nothing that carries a secret or a consent', async () => {
    const page = await openClient()
    await createVault(page)
    const worker = await extension.worker()
    expect(await askBridge(worker, 'room.status', null)).toMatchObject({
      ok: true,
      value: { kind: 'unlocked' },
    })
    for (const name of [
      'room.unlock',
      'room.create',
      'room.reveal',
      'room.consent',
      'room.describe',
      'room.newWords',
      'room.setAccounts',
    ])
      expect(await askBridge(worker, name, {})).toEqual({ ok: false, error: { code: 'bug' } })
    await page.close()
  })

  it('gets no signature without a consent', async () => {
    const worker = await extension.worker()
    const input = { id: 'ab'.repeat(16), account: ACCOUNT, payload: '0x0102' }
    const answer = await askBridge(worker, 'room.sign', input)
    expect(answer).toMatchObject({ ok: false })
    expect(JSON.stringify(answer)).not.toContain('signature')
  })

  it('gets no answer but a failure to a command of another shape', async () => {
    const worker = await extension.worker()
    const right = { id: 'ab'.repeat(16), account: ACCOUNT, payload: '0x0102' }
    const wrong = [
      { ...right, more: 1 },
      { ...right, id: 'AB'.repeat(16) },
      { ...right, id: 7 },
      { ...right, account: '0x00' },
      { ...right, payload: '0x010' },
      { ...right, payload: '0102' },
      { ...right, payload: `0x${'00'.repeat(256 * 1024 + 257)}` },
    ]
    for (const input of wrong)
      expect(await askBridge(worker, 'room.sign', input)).toEqual({ ok: false, error: { code: 'bug' } })
  })

  it('locks the room, which is then another with another name, and the old line is dead', async () => {
    const page = await openClient()
    await createVault(page)
    const before = await page.evaluate(() => room.wallet.open())
    const ended = page.evaluate(
      () => new Promise<string>((done) => room.wallet.onEnd(() => done('told of the end'))),
    )
    expect(await askBridge(await extension.worker(), 'room.lock', null)).toEqual({ ok: true, value: null })
    expect(await ended).toBe('told of the end')
    const after = await page.evaluate(() => room.wallet.open())
    expect(before.ok && after.ok && before.value.boot !== after.value.boot).toBe(true)
    const status = await page.evaluate(() => room.wallet.call['room.status'](undefined))
    expect(status).toMatchObject({ ok: true, value: { kind: 'locked' } })
    await page.close()
  })
})

describe('a message from anyone else', () => {
  it('to the bridge is not answered when it comes from a page of ours', async () => {
    const page = await openClient()
    await page.evaluate(() => room.wallet.open())
    const answer = await page.evaluate(() =>
      Promise.race([
        chrome.runtime.sendMessage({ to: 'bridge', name: 'room.status', input: null }).then(
          (value) => value ?? 'silence',
          () => 'silence',
        ),
        new Promise((done) => setTimeout(done, 1000, 'silence')),
      ]),
    )
    expect(answer).toBe('silence')
    await page.close()
  })

  it('to the bridge is not answered when it comes from a content script', async () => {
    const said = await inContentScript(
      extension,
      `Promise.race([
      chrome.runtime.sendMessage({ to: 'bridge', name: 'room.status', input: null }).then((v) => v ?? 'silence', () => 'silence'),
      new Promise((done) => setTimeout(done, 1000, 'silence')),
    ])`,
    )
    expect(said).toBe('silence')
  })

  it('over a line of its own is not answered when it comes from a content script', async () => {
    const said = await inContentScript(
      extension,
      `Promise.all(['room', 'bridge', 'wallet', 'approve'].map((name) =>
      new Promise((done) => {
        const port = chrome.runtime.connect({ name })
        port.onMessage.addListener((answer) => done(name + ' answered ' + JSON.stringify(answer)))
        port.onDisconnect.addListener(() => done(name + ' is closed'))
        for (const [id, method] of ['vault.read', 'room.status', 'approvals.decide'].entries())
          try { port.postMessage({ kind: 'call', id, name: method, input: null }) } catch {}
        setTimeout(done, 1500, name + ' is silent')
      })))`,
    )
    expect(said).toHaveLength(4)
    for (const outcome of said as readonly string[]) expect(outcome).toMatch(/^\w+ is (closed|silent)$/)
  })

  it('with a port is not taken from a document that has no role', async () => {
    const page = await addRoomClient(await extension.open(BRIDGE_PAGE))
    const answered = await page.evaluate(async () => {
      const view = chrome.extension
        .getViews()
        .find((each) => each !== window && each.location.href === location.href)
      if (view === undefined) return 'no view'
      const { port1, port2 } = new MessageChannel()
      view.postMessage({ kind: 'hand-over' }, location.origin, [port2])
      return Promise.race([
        new Promise((done) => {
          port1.onmessage = () => done('taken')
        }),
        new Promise((done) => setTimeout(done, 1000, 'silence')),
      ])
    })
    expect(answered).toBe('silence')
    await page.close()
  })
})

describe('what the wallet stores', () => {
  it.each([
    ['read', 'get(null)'],
    ['written', "set({ 'vault.attempts': null })"],
  ])('is not %s from a content script', async (_, use) => {
    const said = await inContentScript(
      extension,
      `chrome.storage.local.${use}.then(() => 'done', () => 'refused')`,
    )
    expect(said).toBe('refused')
  })
})

describe('a role', () => {
  it('has its own methods and not the other’s', async () => {
    const wallet = await openClient(WALLET_PAGE)
    const approve = await openClient(APPROVE_PAGE)
    const consent = { id: 'ab'.repeat(16) as never, digest: `0x${'00'.repeat(32)}` as never, verdict: true }
    expect(await wallet.evaluate((input) => room.approve.call['room.consent'](input), consent)).toMatchObject(
      {
        error: { code: 'bug' },
      },
    )
    expect(await approve.evaluate(() => room.wallet.call['room.newWords']({ count: 12 }))).toMatchObject({
      error: { code: 'bug' },
    })
    expect(await approve.evaluate(() => room.approve.call['room.status'](undefined))).toMatchObject({
      ok: true,
    })
    await wallet.close()
    await approve.close()
  })
})
