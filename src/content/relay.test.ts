import { describe, expect, it } from 'vitest'
import { CANCELLED, type FromRelay, GONE, invalid, REQUEST_LIMIT } from '#shared/protocol/site-contract.ts'
import { createManualClock } from '../../test/build/manual-clock.ts'
import type { ToPage } from './page-frames.ts'
import { createRelay, type WorkerLine } from './relay.ts'

/** One port to a worker, as the worker sees it. */
interface Line {
  readonly posts: FromRelay[]
  readonly tell: (message: unknown) => void
  /** The worker stops. */
  readonly end: () => void
  isClosed: boolean
}

const SECONDS = 1000

function aRelay({ isActive = true } = {}) {
  const clock = createManualClock()
  const lines: Line[] = []
  const heard: ToPage[] = []
  const world = { isReplaced: false }
  let ids = 0
  const relay = createRelay({
    connect: () => {
      if (world.isReplaced) throw new Error('Extension context invalidated.')
      const told: ((message: unknown) => void)[] = []
      const ends: (() => void)[] = []
      const posts: FromRelay[] = []
      const line: Line = {
        posts,
        tell: (message) => {
          for (const listener of told) listener(message)
        },
        end: () => {
          for (const listener of ends) listener()
        },
        isClosed: false,
      }
      lines.push(line)
      const port: WorkerLine = {
        post: (message) => void posts.push(message),
        onMessage: (listener) => void told.push(listener),
        onClose: (listener) => void ends.push(listener),
        close: () => {
          line.isClosed = true
        },
      }
      return port
    },
    isThere: () => !world.isReplaced,
    toPage: (message) => heard.push(message),
    newId: () => {
      ids += 1
      return `00000000-0000-4000-8000-${String(ids).padStart(12, '0')}`
    },
    after: (ms, run) => void clock.after(ms, run),
  })
  if (isActive) relay.activate()
  const ask = (id: number, method = 'signPayload', input = '{}') => relay.fromPage({ id, method, input })
  const line = (): Line => lines.at(-1) ?? fails()
  /** The relay's own number for what the page asked last. */
  const lastId = (): string => {
    const asked = line().posts.findLast((post) => post.kind === 'ask')
    return asked?.kind === 'ask' ? asked.id : fails()
  }
  const answer = (id: string, value = '"signed"') =>
    line().tell({ kind: 'answer', id, answer: { ok: true, value } })
  const told = (kind: FromRelay['kind']) => line().posts.filter((post) => post.kind === kind)
  return { relay, clock, lines, heard, world, ask, line, lastId, answer, told }
}

function fails(): never {
  throw new Error('there is none')
}

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
  it('only shows itself when it does not', () => {
    const { relay, lines, line } = aRelay()
    relay.poke()
    expect(lines).toHaveLength(1)
    expect(line().posts).toEqual([])
  })
})
