import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { RoomStatus, ToRoom } from '#shared/protocol/room-messages.ts'
import { createRoom, type Room } from './room.ts'

const id = (digit: string) => digit.repeat(32)
const ready = (boot: string, ok = true) => ({
  kind: 'ready',
  boot: { id: boot, ok, checks: [{ name: 'walls', ok }] },
})

let room: Room
let say: (message: unknown) => void
let sent: { message: ToRoom; ports: number }[]
let statuses: RoomStatus[]
let ended: string[]

beforeEach(() => {
  vi.useFakeTimers()
  sent = []
  statuses = []
  ended = []
  say = () => undefined
  room = createRoom({
    post: (message, ports = []) => void sent.push({ message, ports: ports.length }),
    onMessage: (listener) => {
      say = listener
    },
  })
  room.onStatus((status) => statuses.push(status))
  room.onEnd((boot) => ended.push(boot))
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a port', () => {
  it('is kept until the room is ready, then told of it and handed on', () => {
    const opened: string[] = []
    room.handOver(new MessageChannel().port1, 'wallet', ({ id }) => opened.push(id))
    expect(sent).toEqual([])
    say(ready(id('a')))
    expect(opened).toEqual([id('a')])
    expect(sent).toEqual([{ message: { kind: 'port', role: 'wallet' }, ports: 1 }])
  })
  it('is not handed to a room whose walls are open', () => {
    let wasOk: boolean | undefined
    say(ready(id('a'), false))
    room.handOver(new MessageChannel().port1, 'wallet', ({ ok }) => {
      wasOk = ok
    })
    expect(wasOk).toBe(false)
    expect(sent).toEqual([])
  })
  it('is one of at most 64 that wait', () => {
    const opened = vi.fn()
    for (let n = 0; n < 70; n++) room.handOver(new MessageChannel().port1, 'wallet', opened)
    say(ready(id('a')))
    expect(opened).toHaveBeenCalledTimes(64)
  })
})

describe('a command', () => {
  it('is answered by the answer of its own number', async () => {
    say(ready(id('a')))
    const first = room.ask('one')
    const second = room.ask('two')
    say({ kind: 'answer', id: 2, result: 'second' })
    say({ kind: 'answer', id: 1, result: 'first' })
    expect([await first, await second]).toEqual(['first', 'second'])
  })
  it('is not sent to a room that has not started, or not well', async () => {
    expect(await room.ask('one')).toBeUndefined()
    say(ready(id('a'), false))
    expect(await room.ask('one')).toBeUndefined()
    expect(sent).toEqual([])
  })
  it('comes back with nothing when the room ends', async () => {
    say(ready(id('a')))
    const asked = room.ask('one')
    say({ kind: 'end' })
    expect(await asked).toBeUndefined()
  })
  it('comes back with nothing after half a minute', async () => {
    say(ready(id('a')))
    const asked = room.ask('one')
    vi.advanceTimersByTime(30_000)
    expect(await asked).toBeUndefined()
  })
  it('ignores an answer nobody asked for', async () => {
    say(ready(id('a')))
    const asked = room.ask('one')
    say({ kind: 'answer', id: 99, result: 'other' })
    say({ kind: 'answer', id: 1, result: 'own' })
    expect(await asked).toBe('own')
  })
})

describe('the status', () => {
  it('is locked at every start', () => {
    say(ready(id('a')))
    expect(statuses).toEqual([{ kind: 'locked' }])
  })
  it('is passed on as the room says it', () => {
    say(ready(id('a')))
    say({ kind: 'state', status: { kind: 'unlocked', locksAt: 5 } })
    expect(statuses.at(-1)).toEqual({ kind: 'unlocked', locksAt: 5 })
  })
  it('of a room that is not there is not passed on', () => {
    say({ kind: 'state', status: { kind: 'unlocked', locksAt: 5 } })
    expect(statuses).toEqual([])
  })
  it('is locked when the room ends, and windows are told which room it was', () => {
    say(ready(id('a')))
    say({ kind: 'state', status: { kind: 'unlocked', locksAt: 5 } })
    say({ kind: 'end' })
    expect(statuses.at(-1)).toEqual({ kind: 'locked' })
    expect(ended).toEqual([id('a')])
  })
  it('is locked when another room appears without the first having ended', () => {
    say(ready(id('a')))
    say({ kind: 'state', status: { kind: 'unlocked', locksAt: 5 } })
    say(ready(id('b')))
    expect(statuses.at(-1)).toEqual({ kind: 'locked' })
    expect(ended).toEqual([id('a')])
  })
})

describe('a message that is none', () => {
  it('changes nothing', () => {
    for (const message of [null, 1, 'end', { kind: 'open' }, { kind: 'ready' }]) say(message)
    expect([sent, statuses, ended]).toEqual([[], [], []])
  })
})
