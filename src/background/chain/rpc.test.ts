import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asText, FakeSocket, openFake } from '../../../test/build/fake-socket.ts'
import { createManualClock } from '../../../test/build/manual-clock.ts'
import { MESSAGE_LIMIT, NodeError, openRpc } from './rpc.ts'

describe('a question', () => {
  it('is answered by the reply that carries its id, in whatever order replies come', async () => {
    const { rpc, socket } = await openFake()
    const first = rpc.ask('a', [], asText)
    const second = rpc.ask('b', [1], asText)
    expect(socket.sent.map(({ method, params }) => [method, params])).toEqual([
      ['a', []],
      ['b', [1]],
    ])
    socket.say({ id: socket.sent[1]?.id, result: 'to b' })
    socket.say({ id: socket.sent[0]?.id, result: 'to a' })
    expect(await Promise.all([first, second])).toEqual(['to a', 'to b'])
  })

  it('ignores replies with an unknown id and second replies', async () => {
    const { rpc, socket, ends } = await openFake()
    const asked = rpc.ask('a', [], asText)
    const id = socket.sent[0]?.id
    socket.say({ id: 4711, result: 'stray' })
    socket.say({ id: null, error: { code: -32700, message: 'Parse error' } })
    socket.say({ id, result: 'first' })
    socket.say({ id, result: 'second' })
    expect(await asked).toBe('first')
    expect(ends).toEqual([])
  })

  it("is rejected with the node's own refusal, which leaves the connection standing", async () => {
    const { rpc, socket, ends } = await openFake()
    const asked = rpc.ask('a', [], asText)
    socket.say({
      id: socket.sent[0]?.id,
      error: { code: 1010, message: 'Invalid Transaction', data: 'Custom error: 5' },
    })
    const refusal = await asked.catch((cause: unknown) => cause)
    expect(refusal).toBeInstanceOf(NodeError)
    expect(refusal).toMatchObject({ code: 1010, data: 'Custom error: 5' })
    expect(ends).toEqual([])
  })

  it('takes an error of any shape for a refusal', async () => {
    const { rpc, socket } = await openFake()
    const asked = rpc.ask('a', [], asText)
    socket.say({ id: socket.sent[0]?.id, error: 'no' })
    await expect(asked).rejects.toBeInstanceOf(NodeError)
  })

  it('is given up after 10 s, with the connection and all other questions on it', async () => {
    const { rpc, socket, clock, ends } = await openFake()
    const asked = rpc.ask('a', [], asText)
    const long = rpc.ask('metadata', [], asText, 30_000)
    clock.advance(9_999)
    expect(ends).toEqual([])
    clock.advance(1)
    await expect(asked).rejects.toMatchObject({ code: 'timeout' })
    await expect(long).rejects.toMatchObject({ code: 'offline' })
    expect(ends).toEqual(['no answer'])
    expect(socket.closed).toBe(true)
  })

  it('may be given a longer deadline', async () => {
    const { rpc, socket, clock } = await openFake()
    const asked = rpc.ask('metadata', [], asText, 30_000)
    clock.advance(29_000)
    socket.say({ id: socket.sent[0]?.id, result: 'late' })
    expect(await asked).toBe('late')
  })

  it('ends the connection when the answer has another shape', async () => {
    const { rpc, socket, ends } = await openFake()
    const asked = rpc.ask('a', [], asText)
    socket.say({ id: socket.sent[0]?.id, result: { text: 1 } })
    await expect(asked).rejects.toMatchObject({ code: 'offline' })
    expect(ends).toEqual(['misshapen answer to a'])
  })

  it('ends the connection when the answer makes its reader throw', async () => {
    const { rpc, socket, ends } = await openFake()
    const asked = rpc.ask('a', [], (result) => (result as { x: { y: string } }).x.y)
    socket.say({ id: socket.sent[0]?.id, result: null })
    await expect(asked).rejects.toMatchObject({ code: 'offline' })
    expect(ends).toEqual(['misshapen answer to a'])
  })

  it('is rejected at once when the connection is gone', async () => {
    const { rpc, socket } = await openFake()
    socket.emit('close')
    await expect(rpc.ask('a', [], asText)).rejects.toMatchObject({ code: 'offline' })
    expect(socket.sent).toEqual([])
  })

  it('is rejected when the socket cannot send', async () => {
    const { rpc, socket, ends } = await openFake()
    socket.closed = true
    await expect(rpc.ask('a', [], asText)).rejects.toMatchObject({ code: 'offline' })
    expect(ends).toEqual(['connection lost'])
  })
})

describe('a connection', () => {
  it.each([
    ['bytes that are no JSON', '{"jsonrpc":"2.0","id":\u0000'],
    ['a list', '[]'],
    ['a bare word', '"hello"'],
    ['null', 'null'],
    ['a message larger than 8 MB', `"${' '.repeat(MESSAGE_LIMIT)}"`],
  ])('ends at %s', async (_what, text) => {
    const { rpc, socket, ends } = await openFake()
    const asked = rpc.ask('a', [], asText)
    socket.say(text)
    await expect(asked).rejects.toMatchObject({ code: 'offline' })
    expect(ends).toHaveLength(1)
    expect(socket.closed).toBe(true)
  })

  it('survives whatever is said to it', async () => {
    const told = fc.record({ subscription: fc.constantFrom('0x1', 7, null), result: fc.jsonValue() })
    const frame = fc.record({
      id: fc.oneof(fc.constantFrom(1, 2, null, '1'), fc.jsonValue()),
      result: fc.oneof(fc.constant('0x1'), fc.jsonValue()),
      params: fc.oneof(told, fc.jsonValue()),
    })
    const message = fc.oneof(frame, fc.json(), fc.string())
    await fc.assert(
      fc.asyncProperty(fc.array(message, { minLength: 1, maxLength: 5 }), async (messages) => {
        const { rpc, socket } = await openFake()
        const settled = Promise.allSettled([
          rpc.subscribe('s', [], asText, () => undefined),
          rpc.ask('a', [], asText),
        ])
        for (const each of messages) {
          socket.say(each)
          await Promise.resolve()
        }
        rpc.close('done')
        for (const { status, ...rest } of await settled)
          if (status === 'rejected' && 'reason' in rest) expect(rest.reason).toBeInstanceOf(Error)
      }),
    )
  })

  it('ends at a binary message', async () => {
    const { socket, ends } = await openFake()
    socket.hear('message', new Uint8Array(8))
    expect(ends).toEqual(['not text'])
  })

  it('tells its end once, whatever follows', async () => {
    const { rpc, socket, ends } = await openFake()
    socket.emit('error')
    socket.emit('close')
    socket.say('garbage')
    rpc.close('again')
    expect(ends).toEqual(['connection failed'])
  })

  it('does not come about when the handshake is not answered within 10 s', async () => {
    const clock = createManualClock()
    const socket = new FakeSocket()
    const opening = openRpc({
      url: 'ws://127.0.0.1:9944',
      WebSocket: function make() {
        return socket
      } as never,
      clock,
      onClose: () => expect.fail('it never was open'),
    })
    clock.advance(10_000)
    await expect(opening).rejects.toMatchObject({ code: 'timeout' })
    expect(socket.closed).toBe(true)
  })

  it('does not come about when the browser refuses the address', async () => {
    const opening = openRpc({
      url: 'ws://127.0.0.1:9944',
      WebSocket: function make() {
        throw new SyntaxError('blocked')
      } as never,
      clock: createManualClock(),
      onClose: () => expect.fail('it never was open'),
    })
    await expect(opening).rejects.toMatchObject({ code: 'offline' })
  })
})
