import { describe, expect, it } from 'vitest'
import { invalid, REQUEST_LIMIT } from '#shared/protocol/site-contract.ts'
import { aRelay } from '../../test/build/relay.ts'

const SECONDS = 1000

describe('a relay', () => {
  it('wakes no worker before the page asks something', () => {
    const { lines, ask } = aRelay()
    expect(lines).toHaveLength(0)
    ask(1)
    expect(lines).toHaveLength(1)
  })
  it('holds what a page asks that nobody sees yet, until it stands in front', () => {
    const { relay, lines, ask, told } = aRelay({ isActive: false })
    ask(1)
    relay.poke()
    expect(lines).toHaveLength(0)
    relay.activate()
    expect(told('ask')).toMatchObject([{ method: 'signPayload', input: '{}' }])
  })
  it('asks under a number of its own, never the page’s', () => {
    const { ask, lastId, answer, heard } = aRelay()
    ask(7)
    expect(lastId()).toMatch(/^[0-9a-f-]{36}$/)
    answer(lastId())
    expect(heard).toEqual([{ id: 7, value: '"signed"' }])
  })
  it('gives a page the answers to its own requests, each once, and drops all others', () => {
    const { ask, line, lastId, answer, heard } = aRelay()
    ask(1)
    answer('00000000-0000-4000-8000-00000000ffff')
    line().tell({ kind: 'answer', id: lastId(), answer: { ok: 'yes' } })
    line().tell('no frame')
    expect(heard).toEqual([])
    answer(lastId())
    answer(lastId(), '"again"')
    expect(heard).toEqual([{ id: 1, value: '"signed"' }])
  })
  it('passes over what is no request of a page', () => {
    const { relay, lines } = aRelay()
    relay.fromPage({ id: 'one', method: 'enable', input: '' })
    relay.fromPage(undefined)
    expect(lines).toHaveLength(0)
  })
  it('8.6-79 refuses what is longer than its limit without a word to the worker', () => {
    const { lines, heard, ask } = aRelay()
    const long = ' '.repeat(REQUEST_LIMIT + 1)
    ask(1, 'signPayload', long)
    ask(2, 'signRaw', long)
    expect(heard).toEqual([
      { id: 1, error: invalid('payload') },
      { id: 2, error: invalid('data') },
    ])
    expect(lines).toHaveLength(0)
    ask(3, 'signPayload', ' '.repeat(REQUEST_LIMIT))
    expect(lines).toHaveLength(1)
  })
})

describe('a relay that hears a decision', () => {
  it.each(['enable', 'signPayload', 'signRaw'])('of %s says that it was heard', (method) => {
    const { ask, lastId, answer, told } = aRelay()
    ask(1, method)
    answer(lastId())
    expect(told('heard')).toEqual([{ kind: 'heard', id: lastId() }])
  })
  it('keeps quiet about what nobody decides', () => {
    const { ask, lastId, answer, told } = aRelay()
    ask(1, 'accounts.get')
    answer(lastId())
    expect(told('heard')).toEqual([])
  })
  it('says so too of an answer that nobody waits for any more', () => {
    const { ask, answer, told } = aRelay()
    ask(1)
    const late = '00000000-0000-4000-8000-00000000ffff'
    answer(late)
    expect(told('heard')).toEqual([{ kind: 'heard', id: late }])
  })
  it('8.6-74 says it again to the next worker when the first may not have heard it', () => {
    const { ask, line, lastId, answer, clock, told, heard } = aRelay()
    ask(1)
    const id = lastId()
    answer(id)
    line().end()
    clock.advance(0)
    expect(told('heard')).toEqual([{ kind: 'heard', id }])
    clock.advance(3 * SECONDS)
    line().end()
    clock.advance(60 * SECONDS)
    expect(told('heard')).toHaveLength(1)
    expect(heard).toHaveLength(1)
  })
})

describe('a relay that is called by the worker', () => {
  it('asks for the accounts when the page listens for them', () => {
    const { relay, ask, line, lastId, answer, clock, lines, told } = aRelay()
    ask(1, 'accounts.subscribe', 'null')
    answer(lastId(), '[]')
    line().end()
    clock.advance(SECONDS)
    expect(lines).toHaveLength(1)
    relay.poke()
    expect(lines).toHaveLength(2)
    expect(told('ask')).toMatchObject([{ method: 'accounts.subscribe' }])
  })
  it('asks for them no more when the page no longer listens', () => {
    const { relay, ask, line, lastId, answer, told } = aRelay()
    ask(1, 'accounts.subscribe', 'null')
    answer(lastId(), '[]')
    ask(2, 'accounts.unsubscribe', 'null')
    answer(lastId(), 'null')
    line().end()
    relay.poke()
    expect(told('ask')).toEqual([])
  })
  it('only shows itself when it does not', () => {
    const { relay, lines, line } = aRelay()
    relay.poke()
    expect(lines).toHaveLength(1)
    expect(line().posts).toEqual([])
  })
})
