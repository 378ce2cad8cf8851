/** Where a hostile worker can take a person, and who may show our pages. */

import type { Worker } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { APPROVE_PAGE, VAULT_PAGE, WALLET_PAGE } from '#shared/protocol/places.ts'
import { type Build, buildExtension, type Extension, launch } from '../extension.ts'
import { type ListeningServer, listen } from '../listening-server.ts'

let build: Build
let extension: Extension
let worker: Worker
let server: ListeningServer
beforeAll(async () => {
  build = await buildExtension('hostile')
  extension = await launch(build.folder)
  worker = await extension.worker()
  server = await listen()
})
afterAll(async () => {
  await extension.close()
  await build.remove()
  await server.close()
})

describe('a hostile worker', () => {
  for (const api of ['chrome', 'browser'] as const)
    it(`opens no page of anybody else through ${api}`, async () => {
      const outcomes = await worker.evaluate(
        async ([name, elsewhere]) => {
          const own: typeof chrome = Reflect.get(globalThis, name)
          const attempt = async (work: () => unknown) => {
            try {
              await work()
              return 'done'
            } catch {
              return 'refused'
            }
          }
          let reads = 0
          const changing = {
            get url() {
              reads += 1
              return reads === 1 ? own.runtime.getURL('popup/approve.html') : elsewhere
            },
          }
          return {
            tab: await attempt(() => own.tabs.create({ url: elsewhere })),
            window: await attempt(() => own.windows.create({ url: elsewhere })),
            list: await attempt(() =>
              own.windows.create({ url: [own.runtime.getURL('popup/index.html'), elsewhere] }),
            ),
            blank: await attempt(() => own.windows.create({})),
            nothing: await attempt(() => Reflect.apply(own.tabs.create, own.tabs, [])),
            'an address like ours': await attempt(() =>
              own.tabs.create({ url: `chrome-extension://${own.runtime.id}x/` }),
            ),
            changing:
              (await attempt(() => own.tabs.create(changing))) === 'done' ? `read ${reads} times` : 'refused',
            'poisoned check': await attempt(() => {
              const kept = String.prototype.startsWith
              String.prototype.startsWith = () => true
              try {
                return own.tabs.create({ url: elsewhere })
              } finally {
                String.prototype.startsWith = kept
              }
            }),
            missing: [
              typeof own.tabs.update,
              typeof own.tabs.duplicate,
              typeof own.tabs.goBack,
              typeof own.runtime.setUninstallURL,
              typeof own.runtime.connectNative,
              typeof own.action.setPopup,
              typeof own.action.setIcon,
            ].join(),
          }
        },
        [api, `http://127.0.0.1:${server.port}/elsewhere`] as const,
      )
      expect(outcomes).toEqual({
        tab: 'refused',
        window: 'refused',
        list: 'refused',
        blank: 'refused',
        nothing: 'refused',
        'an address like ours': 'refused',
        changing: 'read 1 times',
        'poisoned check': 'refused',
        missing: Array(7).fill('undefined').join(),
      })
      expect(server.requests).toEqual([])
    })

  it('opens pages of ours', async () => {
    const type = await worker.evaluate(async (path) => {
      const opened = await chrome.windows.create({
        url: chrome.runtime.getURL(path),
        type: 'popup',
        width: 360,
        height: 600,
      })
      return opened?.type
    }, APPROVE_PAGE)
    expect(type).toBe('popup')
  })

  it('reaches no host that the policy does not name, by any way it still has', async () => {
    const before = server.requests.length
    const outcomes = await worker.evaluate(async (port) => {
      const socket = (address: string) =>
        new Promise<string>((done) => {
          try {
            const opened = new WebSocket(address)
            opened.onopen = () => done('open')
            opened.onerror = () => done('refused')
          } catch {
            done('refused')
          }
        })
      return {
        socket: await socket(`ws://[::ffff:127.0.0.1]:${port}/secret`),
        'socket to a name': await socket('wss://taokey.example/secret'),
        missing: [typeof fetch, typeof EventSource, typeof WebTransport, typeof XMLHttpRequest].join(),
      }
    }, server.port)
    expect(outcomes).toEqual({
      socket: 'refused',
      'socket to a name': 'refused',
      missing: Array(4).fill('undefined').join(),
    })
    expect(server.requests.length).toBe(before)
  })

  it('loads no script but the second half of the worker', async () => {
    const before = server.requests.length
    const outcomes = await worker.evaluate((elsewhere) => {
      const load = (...paths: unknown[]): string => {
        try {
          Reflect.apply(importScripts, globalThis, paths)
          return 'loaded'
        } catch (cause) {
          return String(cause)
        }
      }
      let asked = 0
      const changing = { toString: () => (asked++ === 0 ? '/worker-later.js' : elsewhere) }
      return {
        own: load('/worker-later.js'),
        'and another': load('/worker-later.js', elsewhere),
        refused: [elsewhere, '/worker.js', '/worker-later.js?x', changing, ['/worker-later.js']].map((path) =>
          load(path),
        ),
        nothing: load(),
        inherited: 'importScripts' in Object.getPrototypeOf(globalThis),
      }
    }, `http://127.0.0.1:${server.port}/script.js`)
    expect(outcomes).toEqual({
      own: 'loaded',
      'and another': 'loaded',
      refused: Array(5).fill('TypeError: only the second half of this worker can be loaded'),
      nothing: 'TypeError: only the second half of this worker can be loaded',
      inherited: false,
    })
    expect(server.requests.length).toBe(before)
  })

  it('reaches a node on this computer, which the policy names', async () => {
    await worker.evaluate(
      (address) =>
        new Promise<void>((done) => {
          const socket = new WebSocket(address)
          socket.onclose = () => done()
        }),
      `ws://127.0.0.1:${server.port}/node`,
    )
    expect(server.requests).toContain('UPGRADE /node')
  })
})

describe('hostile code in a window of ours', () => {
  it('has lost the ways out that the policy does not close', async () => {
    const page = await extension.open(WALLET_PAGE)
    const before = server.requests.length
    const left = await page.evaluate(async (elsewhere) => {
      const link = document.createElement('a')
      link.href = elsewhere
      link.target = '_blank'
      document.body.append(link)
      link.click()
      location.href = elsewhere
      await new Promise((done) => setTimeout(done, 500))
      const names = [
        'fetch',
        'open',
        'WebSocket',
        'WebTransport',
        'EventSource',
        'XMLHttpRequest',
        'RTCPeerConnection',
        'Worker',
      ]
      return {
        globals: names.filter((name) => Reflect.get(globalThis, name) !== undefined),
        api: Object.keys(chrome).filter((name) => Reflect.get(chrome, name) !== undefined),
        uninstall: typeof chrome.runtime.setUninstallURL,
        beacon: typeof navigator.sendBeacon,
        address: location.pathname,
      }
    }, `http://127.0.0.1:${server.port}/leak`)
    const { api, ...rest } = left
    expect(new Set(api)).toEqual(new Set(['extension', 'i18n', 'offscreen', 'runtime', 'storage']))
    expect(rest).toEqual({
      globals: [],
      uninstall: 'undefined',
      beacon: 'undefined',
      address: WALLET_PAGE,
    })
    expect(server.requests.length).toBe(before)
    await page.close()
  })

  it('can still go from one of our documents to the other', async () => {
    const page = await extension.open(WALLET_PAGE)
    await page.evaluate((path) => {
      location.href = path
    }, APPROVE_PAGE)
    await page.waitForURL(`**${APPROVE_PAGE}`)
    await page.close()
  })
})

describe('a web page', () => {
  for (const path of [WALLET_PAGE, APPROVE_PAGE, VAULT_PAGE])
    it(`cannot frame ${path}`, async () => {
      const page = await extension.context.newPage()
      await page.goto(`http://127.0.0.1:${server.port}/`)
      await page.evaluate((address) => {
        const frame = document.createElement('iframe')
        frame.src = address
        document.body.append(frame)
      }, `chrome-extension://${extension.id}${path}`)
      await page.waitForTimeout(300)
      const frames = page.frames().slice(1)
      expect(frames).toHaveLength(1)
      for (const frame of frames) expect(frame.url()).not.toContain(extension.id)
      await page.close()
    })
})
