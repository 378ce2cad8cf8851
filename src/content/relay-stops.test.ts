import { describe, expect, it } from 'vitest'
import { CANCELLED, GONE } from '#shared/protocol/site-contract.ts'
import { aRelay } from '../../test/build/relay.ts'

const SECONDS = 1000

describe('a relay whose worker stops', () => {
  it('asks a new one at once for what was taken, and again what was not', () => {
    const { ask, line, clock, lines, lastId, told } = aRelay()
    ask(1)
    const taken = lastId()
    line().tell({ kind: 'taken', id: taken })
    ask(2)
    const open = lastId()
    line().end()
    clock.advance(0)
    expect(lines).toHaveLength(2)
    expect(told('resume')).toEqual([{ kind: 'resume', ids: [taken] }])
    expect(told('ask')).toMatchObject([{ id: open }])
  })
  it('leaves it alone while the page waits for nothing', () => {
    const { ask, line, lastId, answer, clock, lines } = aRelay()
    ask(1, 'accounts.get')
    answer(lastId())
    line().end()
    clock.advance(60 * SECONDS)
    expect(lines).toHaveLength(1)
  })
  it('gives up after five more tries, within ten seconds, and says that the wallet is gone', () => {
    const { ask, line, clock, lines, heard } = aRelay()
    ask(1)
    ask(2, 'enable')
    const began = clock.now()
    line().end()
    while (heard.length === 0 && clock.now() - began < 60 * SECONDS) {
      const before = lines.length
      clock.advance(50)
      if (lines.length > before) line().end()
    }
    expect(lines).toHaveLength(1 + 5)
    expect(clock.now() - began).toBeLessThanOrEqual(10 * SECONDS)
    expect(heard).toEqual([
      { id: 1, error: GONE },
      { id: 2, error: GONE },
    ])
    // It may be asked again: a worker that could not start then may start now.
    ask(3)
    expect(lines).toHaveLength(1 + 5 + 1)
  })
  it('counts anew once a worker has spoken', () => {
    const { ask, line, lastId, clock, lines, heard } = aRelay()
    ask(1)
    const id = lastId()
    for (let stops = 0; stops < 20; stops += 1) {
      line().tell({ kind: 'taken', id })
      line().end()
      clock.advance(0)
    }
    expect(lines).toHaveLength(21)
    expect(heard).toEqual([])
  })
  it('8.6-75 says at once that the wallet is gone when the extension is another, then and from then on', () => {
    const { ask, line, clock, world, heard, lines } = aRelay()
    ask(1)
    world.isReplaced = true
    line().end()
    clock.advance(0)
    expect(heard).toEqual([{ id: 1, error: GONE }])
    ask(2)
    expect(heard).toEqual([
      { id: 1, error: GONE },
      { id: 2, error: GONE },
    ])
    expect(lines).toHaveLength(1)
  })
  it('8.6-75 says so also when its line closed a moment before the extension went, and another still opened', () => {
    const { ask, line, clock, world, heard, lines } = aRelay()
    ask(1)
    line().end()
    clock.advance(0)
    expect(lines).toHaveLength(2)
    world.isReplaced = true
    clock.advance(2 * SECONDS)
    expect(heard).toEqual([{ id: 1, error: GONE }])
    ask(2)
    expect(heard.at(-1)).toEqual({ id: 2, error: GONE })
    expect(lines).toHaveLength(2)
  })
  it('looks after nothing once the page waits for nothing', () => {
    const { ask, lastId, answer, clock, world, heard } = aRelay()
    ask(1)
    answer(lastId())
    clock.advance(2 * SECONDS)
    expect(clock.waiting()).toBe(0)
    world.isReplaced = true
    clock.advance(60 * SECONDS)
    expect(heard).toHaveLength(1)
  })
})

describe('a page that goes and comes back', () => {
  it('8.6-72 hears that everything it asked is cancelled, and the worker that it hears nothing', () => {
    const { relay, ask, line, lines, heard, lastId, answer } = aRelay()
    ask(1)
    ask(2, 'enable')
    const id = lastId()
    relay.hide()
    expect(heard).toEqual([
      { id: 1, error: CANCELLED },
      { id: 2, error: CANCELLED },
    ])
    expect(line().posts.at(-1)).toEqual({ kind: 'bye' })
    expect(line().isClosed).toBe(true)
    answer(id)
    relay.show()
    expect(heard).toHaveLength(2)
    expect(lines).toHaveLength(1)
    ask(3)
    expect(lines).toHaveLength(2)
  })
  it('subscribes anew over a new line, and passes on what is told there', () => {
    const { relay, ask, lastId, answer, lines, line, heard, told } = aRelay()
    ask(1, 'accounts.subscribe', 'null')
    answer(lastId(), '[]')
    relay.hide()
    relay.show()
    expect(lines).toHaveLength(2)
    expect(told('ask')).toMatchObject([{ method: 'accounts.subscribe' }])
    answer(lastId(), '["A"]')
    line().tell({ kind: 'accounts', accounts: '["B"]' })
    expect(heard).toEqual([{ id: 1, value: '[]' }, { accounts: '["A"]' }, { accounts: '["B"]' }])
  })
  it('does not subscribe anew when nobody listens any more', () => {
    const { relay, ask, lines } = aRelay()
    ask(1, 'accounts.subscribe', 'null')
    ask(2, 'accounts.unsubscribe', 'null')
    relay.hide()
    relay.show()
    expect(lines).toHaveLength(1)
  })
})
