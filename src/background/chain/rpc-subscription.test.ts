/** Subscriptions over a connection: which notifications each hears, and what ends it. */
import { describe, expect, it } from 'vitest'
import { asText, openFake } from '../../../test/build/fake-socket.ts'

describe('a subscription', () => {
  const note = (subscription: string | number, result: unknown) => ({
    jsonrpc: '2.0',
    method: 'chain_newHead',
    params: { subscription, result },
  })

  it.each(['0xabc', 'hXkq3', 7])('hears its notifications under the id %s', async (id) => {
    const { rpc, socket } = await openFake()
    const heard: string[] = []
    const made = rpc.subscribe('s', [], asText, (item) => heard.push(item))
    socket.say({ id: socket.sent[0]?.id, result: id })
    await made
    socket.say(note(id, 'one'))
    socket.say(note('0xother', 'not mine'))
    socket.say(note(id, 'two'))
    expect(heard).toEqual(['one', 'two'])
  })

  it('hears what came before the reply with its id', async () => {
    const { rpc, socket } = await openFake()
    const heard: string[] = []
    const made = rpc.subscribe('s', [], asText, (item) => heard.push(item))
    socket.say(note('0x1', 'early'))
    socket.say(note('0x2', 'of another'))
    socket.say({ id: socket.sent[0]?.id, result: '0x1' })
    await made
    expect(heard).toEqual(['early'])
  })

  it('ends the connection when a notification has another shape', async () => {
    const { rpc, socket, ends } = await openFake()
    const made = rpc.subscribe('s', [], asText, () => expect.fail('nothing was said'))
    socket.say({ id: socket.sent[0]?.id, result: '0x1' })
    await made
    socket.say(note('0x1', { number: -1 }))
    expect(ends).toEqual(['misshapen notification of s'])
  })

  it('ends the connection when notifications flood it before it has an id', async () => {
    const { rpc, socket, ends } = await openFake()
    const made = rpc.subscribe('s', [], asText, () => undefined)
    for (let i = 0; i < 100; i++) socket.say(note('0x1', `${i}`))
    await expect(made).rejects.toMatchObject({ code: 'offline' })
    expect(ends).toEqual(['too many notifications'])
  })

  it('is refused when the id is no id', async () => {
    const { rpc, socket } = await openFake()
    const made = rpc.subscribe('s', [], asText, () => undefined)
    socket.say({ id: socket.sent[0]?.id, result: { id: 1 } })
    await expect(made).rejects.toMatchObject({ code: 'offline' })
  })
})
