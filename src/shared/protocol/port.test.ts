import { describe, expect, it } from 'vitest'
import { object, uint } from '../codec.ts'
import { WalletError } from '../domain/errors.ts'
import { method, topic } from './contract.ts'
import { connect, type Port, serve } from './port.ts'

/** Two ends of one line. Messages pass through JSON, as they do between an extension's rooms. */
function line(): [Port, Port] {
  const ends = [0, 1].map(() => ({
    messages: new Set<(m: unknown) => void>(),
    closes: new Set<() => void>(),
  }))
  const shut = (): void => {
    for (const end of ends) for (const close of end.closes) close()
  }
  const port = (mine: number): Port => ({
    post: (message) => {
      const copy: unknown = JSON.parse(JSON.stringify(message))
      queueMicrotask(() => {
        for (const listener of ends[1 - mine]?.messages ?? []) listener(copy)
      })
    },
    onMessage: (listener) => ends[mine]?.messages.add(listener),
    onClose: (listener) => ends[mine]?.closes.add(listener),
    close: shut,
  })
  return [port(0), port(1)]
}

const methods = {
  double: method(object({ n: uint }), uint),
  refuse: method(object({}), uint, 'locked'),
  break: method(object({}), uint),
  lie: method(object({}), uint),
}
const topics = { count: topic(uint) }

function both() {
  const [there, here] = line()
  const bugs: unknown[] = []
  let send: ((n: number) => void) | undefined
  let stopped = 0
  serve(there, {
    methods,
    topics,
    caller: undefined,
    handlers: {
      double: async ({ n }) => n * 2,
      refuse: async () => {
        throw new WalletError('locked')
      },
      break: async () => {
        throw new WalletError('duplicate', { name: 'secret thing' })
      },
      lie: async () => 'not a number' as never,
    },
    sources: {
      count: (give) => {
        send = give
        give(1)
        return () => {
          stopped += 1
        }
      },
    },
    onBug: (cause) => bugs.push(cause),
  })
  return {
    client: connect(here, methods, topics),
    here,
    there,
    bugs,
    give: (n: number) => send?.(n),
    stopped: () => stopped,
  }
}
const turn = () => new Promise((resolve) => setTimeout(resolve, 0))

describe('a door', () => {
  it('answers with a value', async () => {
    expect(await both().client.call.double({ n: 21 })).toEqual({ ok: true, value: 42 })
  })
  it('answers with a listed failure', async () => {
    expect(await both().client.call.refuse({})).toEqual({ ok: false, error: { code: 'locked' } })
  })
  it('tells nothing of a failure that is not listed', async () => {
    const { client, bugs } = both()
    expect(await client.call.break({})).toEqual({ ok: false, error: { code: 'bug', details: undefined } })
    expect(bugs).toHaveLength(1)
  })
  it('lets no value out that is not what the contract says', async () => {
    expect(await both().client.call.lie({})).toMatchObject({ ok: false, error: { code: 'bug' } })
  })
  it('refuses input that does not check', async () => {
    const { here, bugs } = both()
    const answers: unknown[] = []
    here.onMessage((m) => answers.push(m))
    here.post({ kind: 'call', id: 9, name: 'double', input: { n: -1 } })
    await turn()
    expect(answers).toEqual([{ kind: 'answer', id: 9, result: { ok: false, error: { code: 'bug' } } }])
    expect(bugs).toHaveLength(1)
  })
  it.each(['toString', 'constructor', '__proto__', 'nothing'])('has no method %s', async (name) => {
    const { here } = both()
    const answers: unknown[] = []
    here.onMessage((m) => answers.push(m))
    here.post({ kind: 'call', id: 9, name, input: null })
    await turn()
    expect(answers).toEqual([{ kind: 'answer', id: 9, result: { ok: false, error: { code: 'bug' } } }])
  })
  it.each([null, 7, 'x', {}, { kind: 'call' }, { kind: 'call', id: 'x', name: 'double' }])(
    'passes over %j',
    async (noise) => {
      const { here } = both()
      const answers: unknown[] = []
      here.onMessage((m) => answers.push(m))
      here.post(noise)
      await turn()
      expect(answers).toEqual([])
    },
  )
  it('gives the present value of a topic and each new one, until stopped', async () => {
    const { client, give, stopped } = both()
    const seen: number[] = []
    const stop = client.watch('count', (n) => seen.push(n))
    await turn()
    give(2)
    await turn()
    stop()
    await turn()
    expect(seen).toEqual([1, 2])
    expect(stopped()).toBe(1)
  })
  it('answers open calls with bug when it closes, and stops its topics', async () => {
    const { client, here, stopped } = both()
    client.watch('count', () => {})
    await turn()
    const open = client.call.double({ n: 1 })
    here.close()
    expect(await open).toMatchObject({ ok: false })
    expect(stopped()).toBe(1)
  })
  it('sends no input that is not what the contract says', async () => {
    await expect(both().client.call.double({ n: 'x' as never })).rejects.toThrow('$.n')
  })
})
