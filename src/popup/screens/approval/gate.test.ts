/** Agreeing is possible only after everything has stood still for the whole wait. */
import { describe, expect, it, vi } from 'vitest'
import { type Clock, createGate, INERT_MS } from './gate.ts'

/** A clock that is moved by hand. */
function handClock() {
  let at = 1000
  let waiting: { due: number; run: () => void }[] = []
  const clock: Clock = {
    now: () => at,
    after(ms, run) {
      const entry = { due: at + ms, run }
      waiting.push(entry)
      return () => {
        waiting = waiting.filter((each) => each !== entry)
      }
    },
  }
  const pass = (ms: number): void => {
    at += ms
    const due = waiting.filter((each) => each.due <= at)
    waiting = waiting.filter((each) => each.due > at)
    for (const { run } of due) run()
  }
  return { clock, pass }
}

function openGate() {
  const { clock, pass } = handClock()
  const gate = createGate(clock)
  gate.set('ready', true)
  pass(INERT_MS)
  return { gate, pass }
}

describe('the gate before agreeing', () => {
  it('8.6-68 waits 700 ms', () => {
    expect(INERT_MS).toBe(700)
  })

  it('8.6-68 stays shut until the wait is over to the last millisecond', () => {
    const { clock, pass } = handClock()
    const gate = createGate(clock)
    gate.set('ready', true)
    pass(INERT_MS - 1)
    expect(gate.isOpen()).toBe(false)
    pass(1)
    expect(gate.isOpen()).toBe(true)
  })

  it('stays shut until decoding is done, however long that takes', () => {
    const { clock, pass } = handClock()
    const gate = createGate(clock)
    pass(10 * INERT_MS)
    expect(gate.isOpen()).toBe(false)
    gate.set('ready', true)
    expect(gate.isOpen()).toBe(false)
    pass(INERT_MS)
    expect(gate.isOpen()).toBe(true)
  })

  it('shuts when the focus goes, and waits anew when it returns', () => {
    const { gate, pass } = openGate()
    gate.set('focused', false)
    pass(10 * INERT_MS)
    expect(gate.isOpen()).toBe(false)
    gate.set('focused', true)
    expect(gate.isOpen()).toBe(false)
    pass(INERT_MS)
    expect(gate.isOpen()).toBe(true)
  })

  it('waits anew when the layout changes', () => {
    const { gate, pass } = openGate()
    gate.disturb()
    pass(INERT_MS - 1)
    gate.disturb()
    pass(INERT_MS - 1)
    expect(gate.isOpen()).toBe(false)
    pass(1)
    expect(gate.isOpen()).toBe(true)
  })

  it('tells when it shuts and when it opens', () => {
    const { gate, pass } = openGate()
    const heard = vi.fn(() => gate.isOpen())
    gate.onChange(heard)
    gate.disturb()
    pass(INERT_MS)
    expect(heard.mock.results.map(({ value }) => value)).toEqual([false, true])
  })
})
