import { beforeEach, describe, expect, it } from 'vitest'
import type { Address } from '#shared/domain/address.ts'
import type { ApprovalId } from '#shared/domain/approval.ts'
import type { Hex } from '#shared/domain/bytes.ts'
import type { RoomStatus } from '#shared/protocol/room-messages.ts'
import { createRealm, type Realm, type RealmBrowser } from './realm.ts'

const HOME = 'chrome-extension://own'
const BRIDGE = `${HOME}/bridge/bridge.html`
const later = () => new Promise<void>((done) => setTimeout(done, 0))

type Listener = Parameters<RealmBrowser['runtime']['onMessage']['addListener']>[0]
let open: string | undefined
let lists: () => Promise<void>
let asked: unknown[]
let answer: (message: unknown) => Promise<unknown>
let hear: Listener
let realm: Realm

beforeEach(() => {
  open = BRIDGE
  asked = []
  lists = async () => undefined
  answer = async () => undefined
  hear = () => undefined
  realm = createRealm(
    {
      runtime: {
        id: 'own',
        getURL: (path) => HOME + path,
        getContexts: async () => {
          await lists()
          return open === undefined ? [] : [{ documentUrl: open }]
        },
        sendMessage: (message) => {
          asked.push(message)
          return answer(message)
        },
        onMessage: {
          addListener: (listener) => {
            hear = listener
          },
        },
      },
      offscreen: {
        createDocument: async ({ url }) => {
          open = HOME + url
        },
        closeDocument: async () => {
          open = undefined
        },
      },
    },
    later,
  )
})

const sign = {
  id: 'ab'.repeat(16) as ApprovalId,
  account: '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY' as Address,
  payload: '0x0102' as Hex,
}

describe('a command to the room', () => {
  it('is one message to the bridge, and its answer is checked', async () => {
    const value = { signature: `0x${'00'.repeat(64)}`, scheme: 'sr25519' }
    answer = async () => ({ ok: true, value })
    expect(await realm.call['room.sign'](sign)).toEqual({ ok: true, value })
    expect(asked).toEqual([{ to: 'bridge', name: 'room.sign', input: sign }])
  })
  it('fails as the room failed', async () => {
    answer = async () => ({ ok: false, error: { code: 'refused', details: { why: 'the vault room' } } })
    expect(await realm.call['room.sign'](sign)).toMatchObject({ ok: false, error: { code: 'refused' } })
  })
  it('is a bug when the browser does not say whether there is a room, and not an endless wait', async () => {
    lists = () => Promise.reject(new Error('no contexts now'))
    expect(await realm.call['room.sign'](sign)).toMatchObject({ ok: false, error: { code: 'bug' } })
    expect(asked).toEqual([])
  })
  it('is a bug when the answer is none', async () => {
    for (const strange of [
      undefined,
      1,
      { ok: true, value: { signature: 'x' } },
      { ok: false, error: { code: 'x' } },
    ]) {
      answer = async () => strange
      expect(await realm.call['room.sign'](sign)).toMatchObject({ ok: false, error: { code: 'bug' } })
    }
  })
  it('is a bug when the document goes meanwhile', async () => {
    answer = () => Promise.reject(new Error('message channel closed'))
    expect(await realm.call['room.status'](undefined)).toMatchObject({ ok: false, error: { code: 'bug' } })
  })
})

describe('where no room is running', () => {
  beforeEach(() => {
    open = undefined
  })
  it('nothing is asked and none is started', async () => {
    await realm.call['room.status'](undefined)
    await realm.call['room.sign'](sign)
    expect([asked, open]).toEqual([[], undefined])
  })
  it('the vault is locked, and locking it is done', async () => {
    expect(await realm.call['room.status'](undefined)).toEqual({
      ok: true,
      value: { kind: 'locked', retryAt: 0 },
    })
    expect(await realm.call['room.lock'](undefined)).toMatchObject({ ok: true })
    expect(await realm.call['room.sign'](sign)).toMatchObject({ ok: false, error: { code: 'locked' } })
  })
  it('one is started on request', async () => {
    await realm.ensure()
    expect(open).toBe(BRIDGE)
  })
})

describe('a document in the bridge’s place', () => {
  it('is not asked', async () => {
    open = `${BRIDGE}?x`
    expect(await realm.call['room.sign'](sign)).toMatchObject({ ok: false, error: { code: 'locked' } })
    expect(asked).toEqual([])
  })
})

describe('what is said of the room', () => {
  let heard: RoomStatus[]
  const said = { from: 'bridge', status: { kind: 'unlocked', locksAt: 5 } }
  beforeEach(() => {
    heard = []
    realm.onStatus((status) => heard.push(status))
  })
  it('is believed of the bridge', () => {
    hear(said, { id: 'own', url: BRIDGE })
    expect(heard).toEqual([said.status])
  })
  it('is not believed of a page, a tab, a site or another extension', () => {
    hear(said, { id: 'own', url: `${HOME}/popup/index.html` })
    hear(said, { id: 'own', url: BRIDGE, tab: {} })
    hear(said, { id: 'own', url: 'https://example.org/' })
    hear(said, { id: 'other', url: BRIDGE })
    hear(said, {})
    expect(heard).toEqual([])
  })
  it('is not believed when it is something else', () => {
    hear({ from: 'bridge', status: { kind: 'unlocked' } }, { id: 'own', url: BRIDGE })
    hear('unlocked', { id: 'own', url: BRIDGE })
    expect(heard).toEqual([])
  })
})
