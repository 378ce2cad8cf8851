// Every fault can be seen by a client, is scoped, and goes away when it is cleared.
import { connect as connectTcp } from 'node:net'
import { describe, expect, it } from 'vitest'
import { askedDevnet, signedTransfers } from './rpc/asked-devnet.ts'
import { connect } from './rpc/raw-client.ts'
import { alice, ss58 } from './testkit.ts'

const asked = askedDevnet()

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))
const transfer = signedTransfers()

describe('a fault', () => {
  it('strikes one method only, and ends when it is cleared', async () => {
    const clear = asked.devnet.fault({
      kind: 'error',
      method: 'system_chain',
      code: -32000,
      message: 'no',
      data: 'really',
    })
    await expect(asked.client.ask('system_chain')).rejects.toMatchObject({
      code: -32000,
      message: 'no',
      data: 'really',
    })
    expect(await asked.client.ask('system_name')).toBe('Taokey devnet')
    clear()
    expect(await asked.client.ask('system_chain')).toBe('Bittensor')
  })

  it('strikes a family by its prefix, and as often as it says', async () => {
    asked.devnet.fault({ kind: 'error', method: 'system_*', code: 1, message: 'twice', times: 2 })
    await expect(asked.client.ask('system_chain')).rejects.toThrow('twice')
    await expect(asked.client.ask('system_name')).rejects.toThrow('twice')
    expect(await asked.client.ask('system_chain')).toBe('Bittensor')
  })

  it('is switched over RPC, where no fault reaches', async () => {
    await asked.client.ask('devnet_fault', { kind: 'silent' })
    asked.client.send('system_chain')
    await asked.client.ask('devnet_clearFaults')
    expect(await asked.client.ask('system_chain')).toBe('Bittensor')
    await expect(asked.client.ask('devnet_fault', { kind: 'nonsense' })).rejects.toMatchObject({
      code: -32602,
    })
  })
})

describe('the connection', () => {
  it('may stay silent', async () => {
    asked.devnet.fault({ kind: 'silent' })
    asked.client.send('system_chain')
    await pause(50)
    expect(asked.client.messages).toEqual([])
    expect(asked.client.isOpen()).toBe(true)
  })

  it('may drop', async () => {
    asked.devnet.fault({ kind: 'drop', method: 'system_chain' })
    asked.client.send('system_chain')
    await asked.client.closed
    expect(asked.client.isOpen()).toBe(false)
  })

  it('may be cut for everyone', async () => {
    asked.devnet.dropConnections()
    await asked.client.closed
    const again = await connect(asked.devnet.url)
    expect(await again.ask('system_chain')).toBe('Bittensor')
    again.close()
  })

  it('may accept and never shake hands', async () => {
    asked.devnet.fault({ kind: 'half-open' })
    const { hostname, port } = new URL(asked.devnet.url)
    const heard = await new Promise<string>((done) => {
      const socket = connectTcp(Number(port), hostname, () => {
        socket.write('GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n')
        socket.write('Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n')
      })
      let text = ''
      socket.on('data', (data) => {
        text += String(data)
      })
      setTimeout(() => {
        socket.destroy()
        done(text)
      }, 100)
    })
    expect(heard).toBe('')
  })

  it('may answer garbage', async () => {
    asked.devnet.fault({ kind: 'garbage', method: 'system_chain' })
    asked.client.send('system_chain')
    await asked.client.ask('system_name')
    expect(asked.client.garbage).toHaveLength(1)
  })

  it('may answer far too much', async () => {
    asked.devnet.fault({ kind: 'oversize', method: 'system_chain' })
    const answer = (await asked.client.ask('system_chain')) as string
    expect(answer.length).toBeGreaterThan(49_000_000)
  })

  it('may be slow', async () => {
    asked.devnet.fault({ kind: 'delay', method: 'system_chain', ms: 500 })
    const slow = asked.client.ask('system_chain')
    await asked.client.ask('system_name')
    expect(asked.client.messages).toHaveLength(1)
    expect(await slow).toBe('Bittensor')
  })

  it('may answer anything one likes', async () => {
    asked.devnet.fault({ kind: 'reply', method: 'chainHead_v1_call', result: { result: 'limitReached' } })
    expect(await asked.client.ask('chainHead_v1_call')).toEqual({ result: 'limitReached' })
  })
})

describe('a node that lies', () => {
  it('claims another genesis', async () => {
    asked.devnet.fault({ kind: 'wrong-genesis' })
    expect(await asked.client.ask('chain_getBlockHash', 0)).not.toBe(asked.devnet.genesis)
    expect(await asked.client.ask('chainSpec_v1_genesisHash')).not.toBe(asked.devnet.genesis)
    asked.devnet.clearFaults()
    expect(await asked.client.ask('chain_getBlockHash', 0)).toBe(asked.devnet.genesis)
  })

  it('serves metadata of the same size in which two calls have each other’s name', async () => {
    const ask = () =>
      asked.client.ask('state_call', 'Metadata_metadata_at_version', '0x0f000000') as Promise<string>
    const truth = await ask()
    asked.devnet.fault({ kind: 'lying-metadata' })
    const lie = await ask()
    expect(lie).toHaveLength(truth.length)
    expect(lie).not.toBe(truth)
  })

  it('reports a nonce that was used already', async () => {
    await asked.client.ask('author_submitExtrinsic', transfer(0))
    asked.devnet.seal()
    expect(await asked.client.ask('system_accountNextIndex', ss58(alice))).toBe(1)
    asked.devnet.fault({ kind: 'stale-nonce' })
    expect(await asked.client.ask('system_accountNextIndex', ss58(alice))).toBe(0)
    expect(await asked.client.ask('state_call', 'AccountNonceApi_account_nonce', alice.account)).toBe(
      '0x00000000',
    )
  })
})
