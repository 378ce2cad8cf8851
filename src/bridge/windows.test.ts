import { describe, expect, it } from 'vitest'
import { createWindows } from './windows.ts'

const origin = 'chrome-extension://own'

function opened() {
  const heard: unknown[] = []
  return {
    closed: false,
    heard,
    postMessage: (message: unknown, target: string) => void heard.push([message, target]),
  }
}

describe('the windows of the room', () => {
  it('are told, in our own origin alone', () => {
    const windows = createWindows(origin)
    const [first, second] = [opened(), opened()]
    windows.add(first)
    windows.add(second)
    windows.tell('ended')
    expect([first.heard, second.heard]).toEqual([[['ended', origin]], [['ended', origin]]])
  })
  it('are told once each, however many ports they gave', () => {
    const windows = createWindows(origin)
    const window = opened()
    windows.add(window)
    windows.add(window)
    windows.tell('ended')
    expect(window.heard).toHaveLength(1)
  })
  it('are let go when they are closed, by the next that opens', () => {
    const windows = createWindows(origin)
    for (let each = 0; each < 100; each++) {
      const window = opened()
      windows.add(window)
      window.closed = true
    }
    windows.add(opened())
    expect(windows.count()).toBe(1)
  })
  it('are let go when they are closed, by what is told, and hear nothing more', () => {
    const windows = createWindows(origin)
    const window = opened()
    windows.add(window)
    window.closed = true
    windows.tell('ended')
    expect([windows.count(), window.heard]).toEqual([0, []])
  })
})
