import { describe, expect, it } from 'vitest'
import { encode } from '#shared/codec.ts'
import { connect } from '#shared/protocol/port.ts'
import type { FromRoom } from '#shared/protocol/room-messages.ts'
import { vaultApproveMethods, vaultWalletMethods } from '#shared/protocol/vault-contract.ts'
import { ALICE, alice, answerOf, cheapKdf, PASSWORD, random } from '../../test/build/room.ts'
import { anId, metadata, proposal, refusal } from '../../test/build/signing-room.ts'
import { hasFinney } from '../../test/fixtures/finney.ts'
import { createRoom } from './door.ts'
import { closeable, type MessagePortLike } from './message-port.ts'
import { createPageLink, type PageLink } from './page-link.ts'
import { createRuntimes } from './runtimes.ts'

const boot = (ok: boolean) => ({ id: 'ab'.repeat(16), ok, checks: [{ name: 'origin', ok }] })

interface TestLink {
  link: PageLink
  posted: FromRoom[]
  /** What was put off until answers have gone out. */
  later: (() => void)[]
}
function aLink(report = Promise.resolve(boot(true))): TestLink {
  const posted: FromRoom[] = []
  const later: (() => void)[] = []
  const link = createPageLink({
    post: (message) => posted.push(message),
    report,
    later: (work) => later.push(work),
    createRoom: (hooks) =>
      createRoom({
        ...hooks,
        random,
        passwordKey: cheapKdf,
        runtimes: createRuntimes(),
        clock: () => 0,
        steady: () => 0,
        onBug: () => undefined,
      }),
  })
  return { link, posted, later }
}
/** Node's channel, in the shape of a browser's. */
function aChannel(): [MessagePortLike, MessagePortLike] {
  const { port1, port2 } = new MessageChannel()
  return [port1, port2]
}
/** A browser's port that goes on delivering after it said that its other end is gone, as no browser's does. */
function aRestlessPort() {
  const heard: Record<'message' | 'close', ((event: { data: unknown }) => void)[]> = {
    message: [],
    close: [],
  }
  const port: MessagePortLike = {
    postMessage: (data) => said.push(data),
    addEventListener: (type: 'message' | 'close', listener: (event: { data: unknown }) => void) => {
      heard[type].push(listener)
    },
    start: () => undefined,
    close: () => undefined,
  }
  const said: unknown[] = []
  let id = 0
  return {
    port,
    said,
    windowCloses: () => {
      for (const listener of heard.close) listener({ data: undefined })
    },
    call: (name: string, input: unknown) => {
      id += 1
      for (const listener of heard.message) listener({ data: { kind: 'call', id, name, input } })
      return settled()
    },
  }
}
const answered = (posted: FromRoom[]) => posted.filter(({ kind }) => kind === 'answer')
/** Whatever is on its way has come, also where this process was held up meanwhile: several turns of it come after the wait. */
const settled = async () => {
  await new Promise((resolve) => setTimeout(resolve, 20))
  for (let turns = 0; turns < 5; turns += 1) await new Promise((resolve) => setImmediate(resolve))
}

describe('the link to the page', () => {
  it('says ready, with its checks, before anything else', async () => {
    const { link, posted } = aLink()
    link.receive({ kind: 'command', id: 1, command: { name: 'room.status', input: null } }, [])
    await settled()
    expect(posted).toEqual([
      { kind: 'ready', boot: boot(true) },
      { kind: 'answer', id: 1, result: { ok: true, value: { kind: 'locked', retryAt: 0 } } },
    ])
  })
  it('serves a window on the port it was given, tells the state, and ends after the last answer', async () => {
    const { link, posted, later } = aLink()
    const [ours, theirs] = aChannel()
    link.receive({ kind: 'port', role: 'wallet' }, [theirs])
    const { call } = connect(closeable(ours), vaultWalletMethods, {})
    answerOf(await call['room.create']({ password: PASSWORD, autoLockMinutes: 15, first: null }))
    expect(posted.at(-1)).toEqual({ kind: 'state', status: { kind: 'unlocked', locksAt: 900_000 } })
    answerOf(await call['room.lock'](undefined))
    expect(posted.at(-1)).toEqual({ kind: 'state', status: { kind: 'locked' } })
    for (const work of later) work()
    expect(posted.at(-1)).toEqual({ kind: 'end' })
    // Its port is closed with it: what is asked now is not left waiting.
    expect(await call['room.status'](undefined)).toMatchObject({ ok: false, error: { code: 'bug' } })
  })
  it('serves nobody when a check failed', async () => {
    const { link, posted } = aLink(Promise.resolve(boot(false)))
    const [ours, theirs] = aChannel()
    let isClosed = false
    closeable(ours).onClose(() => {
      isClosed = true
    })
    link.receive({ kind: 'port', role: 'wallet' }, [theirs])
    link.receive({ kind: 'command', id: 1, command: { name: 'room.status', input: null } }, [])
    await settled()
    expect(isClosed).toBe(true)
    expect(posted[0]).toEqual({ kind: 'ready', boot: boot(false) })
    expect(answered(posted)).toEqual([
      { kind: 'answer', id: 1, result: { ok: false, error: { code: 'bug', details: null } } },
    ])
  })
  it.each([
    ['a role nobody has', { kind: 'port', role: 'site' }, 1],
    ['a port and another', { kind: 'port', role: 'wallet' }, 2],
    ['a port with something else', { kind: 'end' }, 1],
  ])('closes what comes as %s', async (_, message, count) => {
    const { link } = aLink()
    const channels = Array.from({ length: count }, aChannel)
    let closed = 0
    for (const [ours] of channels) {
      closeable(ours).onClose(() => {
        closed++
      })
    }
    link.receive(
      message,
      channels.map(([, theirs]) => theirs),
    )
    await settled()
    expect(closed).toBe(count)
  })
  it('passes over what is no message', async () => {
    const { link, posted } = aLink()
    for (const data of [null, 3, 'lock', {}, { kind: 'command' }, { kind: 'port', role: 'wallet' }])
      link.receive(data, [])
    await settled()
    expect(posted).toEqual([{ kind: 'ready', boot: boot(true) }])
  })
})

describe('the port of a window that has closed', () => {
  it.runIf(hasFinney)('can do nothing, also under an approval that window was shown', async () => {
    const { link, posted } = aLink()
    const [ours, theirs] = aChannel()
    link.receive({ kind: 'port', role: 'wallet' }, [theirs])
    const wallet = connect(closeable(ours), vaultWalletMethods, {}).call
    answerOf(await wallet['room.create']({ password: PASSWORD, autoLockMinutes: 15, first: alice }))
    const window = aRestlessPort()
    link.receive({ kind: 'port', role: 'approve' }, [window.port])
    await settled()
    const id = anId()
    const own = { ...proposal, account: ALICE }
    const input = encode(vaultApproveMethods['room.describe'].input, { id, proposal: own, metadata })
    await window.call('room.describe', input)
    const { digest } = (window.said as { result: { value: { digest: string } } }[])[0]?.result.value ?? {}
    expect(digest).toMatch(/^0x[0-9a-f]{64}$/)

    window.windowCloses()
    await window.call('room.consent', { id, digest, verdict: true })
    await window.call('room.describe', input)
    await window.call('room.lock', null)
    expect(window.said).toHaveLength(1)
    const sign = { name: 'room.sign', input: { id, account: ALICE, payload: '0x00' } }
    link.receive({ kind: 'command', id: 1, command: sign }, [])
    await settled()
    expect(answered(posted)).toEqual([{ kind: 'answer', id: 1, result: refusal('nobody agreed to this') }])
  })
})
