import { describe, expect, it } from 'vitest'
import { readFromRoom, readToRoom } from './room-messages.ts'

const boot = { id: '0'.repeat(32), ok: true, checks: [{ name: 'origin', ok: true }] }

describe('messages to the room', () => {
  it('reads a port for a known role', () => {
    expect(readToRoom({ kind: 'port', role: 'approve' })).toEqual({ kind: 'port', role: 'approve' })
  })
  it('refuses a port for a role nobody has', () => {
    expect(readToRoom({ kind: 'port', role: 'site' })).toBeUndefined()
  })
  it('reads a command with a number for its name', () => {
    expect(readToRoom({ kind: 'command', id: 3, command: { method: 'status' } })).toEqual({
      kind: 'command',
      id: 3,
      command: { method: 'status' },
    })
  })
  it('refuses a command without a number', () => {
    expect(readToRoom({ kind: 'command', id: '3', command: {} })).toBeUndefined()
  })
  it('refuses what is no record', () => {
    for (const data of [null, undefined, 3, 'end', [], [{ kind: 'port' }]])
      expect(readToRoom(data)).toBeUndefined()
  })
})

describe('messages from the room', () => {
  it('reads each kind and drops fields it does not know', () => {
    expect(readFromRoom({ kind: 'ready', boot, more: 1 })).toEqual({ kind: 'ready', boot })
    expect(readFromRoom({ kind: 'answer', id: 1, result: null })).toEqual({
      kind: 'answer',
      id: 1,
      result: null,
    })
    expect(readFromRoom({ kind: 'state', status: { kind: 'unlocked', locksAt: 5 } })).toEqual({
      kind: 'state',
      status: { kind: 'unlocked', locksAt: 5 },
    })
    expect(readFromRoom({ kind: 'end' })).toEqual({ kind: 'end' })
  })
  it('refuses a boot report that claims more than its checks', () => {
    expect(
      readFromRoom({ kind: 'ready', boot: { ...boot, checks: [{ name: 'origin', ok: false }] } }),
    ).toBeUndefined()
  })
  it('refuses a boot report without an id of sixteen bytes', () => {
    expect(readFromRoom({ kind: 'ready', boot: { ...boot, id: 'room' } })).toBeUndefined()
  })
  it('refuses an unlocked state that never locks', () => {
    expect(
      readFromRoom({ kind: 'state', status: { kind: 'unlocked', locksAt: Number.POSITIVE_INFINITY } }),
    ).toBeUndefined()
  })
  it('refuses an answer to nothing', () => {
    expect(readFromRoom({ kind: 'answer', result: 1 })).toBeUndefined()
  })
})
