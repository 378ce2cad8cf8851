import { describe, expect, it } from 'vitest'
import { readFromBridge, readHandOver, readToBridge, readToPage } from './bridge-messages.ts'
import { roleOfPath } from './places.ts'

const NOTHING = [null, undefined, 0, 'bridge', [], {}]

describe('a message to the bridge', () => {
  it('names a command', () => {
    const message = { to: 'bridge', name: 'room.status', input: null }
    expect(readToBridge(message)).toEqual(message)
  })
  it('is for the bridge by name, and has no more to it', () => {
    expect(readToBridge({ to: 'popup', name: 'room.status', input: null })).toBeUndefined()
    expect(readToBridge({ to: 'bridge', name: 'room.status', input: null, more: 1 })).toBeUndefined()
    expect(readToBridge({ to: 'bridge', name: 1, input: null })).toBeUndefined()
    for (const message of NOTHING) expect(readToBridge(message)).toBeUndefined()
  })
})

describe('a message of the bridge', () => {
  it('tells the background locked, or unlocked and until when', () => {
    const locked = { from: 'bridge', status: { kind: 'locked' } }
    const unlocked = { from: 'bridge', status: { kind: 'unlocked', locksAt: 5 } }
    expect(readFromBridge(locked)).toEqual(locked)
    expect(readFromBridge(unlocked)).toEqual(unlocked)
  })
  it('does not tell of a room that never locks', () => {
    for (const locksAt of [undefined, 1.5, Number.POSITIVE_INFINITY, '5'])
      expect(readFromBridge({ from: 'bridge', status: { kind: 'unlocked', locksAt } })).toBeUndefined()
    for (const message of NOTHING) expect(readFromBridge(message)).toBeUndefined()
  })
  it('tells a window that a line is open, not opened, or ended', () => {
    expect(readToPage({ kind: 'open', boot: 'a' })).toEqual({ kind: 'open', boot: 'a' })
    expect(readToPage({ kind: 'ended', boot: 'a' })).toEqual({ kind: 'ended', boot: 'a' })
    expect(readToPage({ kind: 'unsealed', check: 'walls' })).toEqual({ kind: 'unsealed', check: 'walls' })
    for (const message of [...NOTHING, { kind: 'open' }, { kind: 'unsealed', check: 1 }])
      expect(readToPage(message)).toBeUndefined()
  })
})

describe('a hand-over', () => {
  it('says so', () => {
    expect(readHandOver({ kind: 'hand-over' })).toEqual({ kind: 'hand-over' })
    for (const message of NOTHING) expect(readHandOver(message)).toBeUndefined()
  })
})

describe('a path', () => {
  it('has a role when it is exactly one of the two documents of the popup', () => {
    expect(roleOfPath('/popup/index.html')).toBe('wallet')
    expect(roleOfPath('/popup/approve.html')).toBe('approve')
  })
  it('has none otherwise', () => {
    for (const path of [
      '',
      '/',
      'popup/index.html',
      '/popup/index.html?',
      '/popup//index.html',
      '/vault/page.html',
    ])
      expect(roleOfPath(path)).toBeUndefined()
  })
})
