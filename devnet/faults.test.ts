// Every fault can be seen by a client, is scoped, and goes away when it is cleared.
import { connect as connectTcp } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { toHex } from './chain/bytes.ts'
import { keyOf, slotsOf } from './chain/slots.ts'
import { connect, type RawClient } from './rpc/raw-client.ts'
import { SubtensorModule } from './runtime/declared/subtensor-module.ts'
import { System } from './runtime/declared/system.ts'
import { type Devnet, startDevnet } from './start.ts'
import { alice, bob, createTestNode, ss58, transferTo } from './testkit.ts'

let devnet: Devnet
let client: RawClient
beforeEach(async () => {
  devnet = await startDevnet({ port: 0, blockMs: 0 })
  client = await connect(devnet.url)
})
afterEach(async () => {
  client.close()
  await devnet.close()
})

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))
// An extrinsic for this devnet: a test node of the same declarations has the same genesis.
const signer = createTestNode()
const transfer = (nonce: number) =>
  toHex(signer.extrinsic({ from: alice, call: transferTo(bob, 1_000n), nonce }))

describe('a fault', () => {
  it('strikes one method only, and ends when it is cleared', async () => {
    const clear = devnet.fault({
      kind: 'error',
      method: 'system_chain',
      code: -32000,
      message: 'no',
      data: 'really',
    })
    await expect(client.ask('system_chain')).rejects.toMatchObject({
      code: -32000,
      message: 'no',
      data: 'really',
    })
    expect(await client.ask('system_name')).toBe('Taokey devnet')
    clear()
    expect(await client.ask('system_chain')).toBe('Bittensor')
  })

  it('strikes a family by its prefix, and as often as it says', async () => {
    devnet.fault({ kind: 'error', method: 'system_*', code: 1, message: 'twice', times: 2 })
    await expect(client.ask('system_chain')).rejects.toThrow('twice')
    await expect(client.ask('system_name')).rejects.toThrow('twice')
    expect(await client.ask('system_chain')).toBe('Bittensor')
  })

  it('is switched over RPC, where no fault reaches', async () => {
    await client.ask('devnet_fault', { kind: 'silent' })
    client.send('system_chain')
    await client.ask('devnet_clearFaults')
    expect(await client.ask('system_chain')).toBe('Bittensor')
    await expect(client.ask('devnet_fault', { kind: 'nonsense' })).rejects.toMatchObject({ code: -32602 })
  })
})

describe('the connection', () => {
  it('may stay silent', async () => {
    devnet.fault({ kind: 'silent' })
    client.send('system_chain')
    await pause(50)
    expect(client.messages).toEqual([])
    expect(client.isOpen()).toBe(true)
  })

  it('may drop', async () => {
    devnet.fault({ kind: 'drop', method: 'system_chain' })
    client.send('system_chain')
    await client.closed
    expect(client.isOpen()).toBe(false)
  })

  it('may be cut for everyone', async () => {
    devnet.dropConnections()
    await client.closed
    const again = await connect(devnet.url)
    expect(await again.ask('system_chain')).toBe('Bittensor')
    again.close()
  })

  it('may accept and never shake hands', async () => {
    devnet.fault({ kind: 'half-open' })
    const { hostname, port } = new URL(devnet.url)
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
    devnet.fault({ kind: 'garbage', method: 'system_chain' })
    client.send('system_chain')
    await client.ask('system_name')
    expect(client.garbage).toHaveLength(1)
  })

  it('may answer far too much', async () => {
    devnet.fault({ kind: 'oversize', method: 'system_chain' })
    const answer = (await client.ask('system_chain')) as string
    expect(answer.length).toBeGreaterThan(49_000_000)
  })

  it('may be slow', async () => {
    devnet.fault({ kind: 'delay', method: 'system_chain', ms: 60 })
    const slow = client.ask('system_chain')
    await client.ask('system_name')
    expect(client.messages).toHaveLength(1)
    expect(await slow).toBe('Bittensor')
  })

  it('may answer anything one likes', async () => {
    devnet.fault({ kind: 'reply', method: 'chainHead_v1_call', result: { result: 'limitReached' } })
    expect(await client.ask('chainHead_v1_call')).toEqual({ result: 'limitReached' })
  })
})

describe('a node that lies', () => {
  it('claims another genesis', async () => {
    devnet.fault({ kind: 'wrong-genesis' })
    expect(await client.ask('chain_getBlockHash', 0)).not.toBe(devnet.genesis)
    expect(await client.ask('chainSpec_v1_genesisHash')).not.toBe(devnet.genesis)
    devnet.clearFaults()
    expect(await client.ask('chain_getBlockHash', 0)).toBe(devnet.genesis)
  })

  it('serves metadata of the same size in which two calls have each other’s name', async () => {
    const ask = () =>
      client.ask('state_call', 'Metadata_metadata_at_version', '0x0f000000') as Promise<string>
    const truth = await ask()
    devnet.fault({ kind: 'lying-metadata' })
    const lie = await ask()
    expect(lie).toHaveLength(truth.length)
    expect(lie).not.toBe(truth)
  })

  it('reports a nonce that was used already', async () => {
    await client.ask('author_submitExtrinsic', transfer(0))
    devnet.seal()
    expect(await client.ask('system_accountNextIndex', ss58(alice))).toBe(1)
    devnet.fault({ kind: 'stale-nonce' })
    expect(await client.ask('system_accountNextIndex', ss58(alice))).toBe(0)
    expect(await client.ask('state_call', 'AccountNonceApi_account_nonce', alice.account)).toBe('0x00000000')
  })
})

describe('the chain', () => {
  it('counts what waits in the pool into the next nonce', async () => {
    await client.ask('author_submitExtrinsic', transfer(0))
    expect(await client.ask('system_accountNextIndex', ss58(alice))).toBe(1)
    expect(await client.ask('state_call', 'AccountNonceApi_account_nonce', alice.account)).toBe('0x00000000')
  })

  it('may stop finalizing, and catch up later', async () => {
    devnet.fault({ kind: 'finality-stall' })
    devnet.seal(5)
    expect(await client.ask('chain_getFinalizedHead')).toBe(devnet.genesis)
    devnet.clearFaults()
    const best = devnet.seal()
    const header = (await client.ask('chain_getHeader', await client.ask('chain_getFinalizedHead'))) as {
      number: string
    }
    expect(header.number).toBe('0x4')
    expect(await client.ask('chain_getBlockHash')).toBe(best)
  })

  it.each(['same', 'later', 'drop'] as const)('may reorganise, and what it had is then %s', async (fate) => {
    const watch = await client.ask('author_submitAndWatchExtrinsic', transfer(0))
    const old = devnet.seal()
    const tip = devnet.reorg({ fate })
    if (fate === 'later') devnet.seal()
    await client.ask('system_name')
    const heard = client.notified(watch)
    expect(heard.slice(0, 4)).toEqual([
      'ready',
      { broadcast: ['12D3KooWDevnet'] },
      { inBlock: old },
      { retracted: old },
    ])
    const nonce = await client.ask('system_accountNextIndex', ss58(alice))
    expect(nonce).toBe(fate === 'drop' ? 0 : 1)
    expect(heard.at(-1)).toEqual(
      fate === 'drop' ? 'dropped' : { inBlock: expect.stringMatching(/^0x/) as unknown },
    )
    expect(await client.ask('chain_getBlockHash', 1)).not.toBe(old)
    expect(tip).not.toBe(old)
  })

  it('never undoes what is final', async () => {
    devnet.seal(3)
    await expect(client.ask('devnet_reorg', 3)).rejects.toMatchObject({ code: -32602 })
  })

  it('upgrades its runtime with every signal clients watch for', async () => {
    const versions = await client.ask('state_subscribeRuntimeVersion')
    const follow = await client.ask('chainHead_v1_follow', true)
    const codeBefore = await client.ask('state_getStorageHash', '0x3a636f6465')
    await client.ask('system_name')
    expect(devnet.upgrade()).toBe(425)
    await client.ask('system_name')
    expect(client.notified(versions).map((each) => (each as { specVersion: number }).specVersion)).toEqual([
      424, 425,
    ])
    const block = client.notified(follow).find((each) => (each as { event: string }).event === 'newBlock')
    expect(block).toMatchObject({ newRuntime: { type: 'valid', spec: { specVersion: 425 } } })
    expect(await client.ask('state_getStorageHash', '0x3a636f6465')).not.toBe(codeBefore)
    const header = (await client.ask('chain_getHeader')) as { digest: { logs: string[] } }
    expect(header.digest.logs).toContain('0x08')
    await expect(client.ask('author_submitExtrinsic', transfer(0))).rejects.toMatchObject({
      code: 1010,
      data: 'Transaction has a bad signature',
    })
  })

  it('gives money out of nothing, which is there at once', async () => {
    const key = keyOf(slotsOf(System).Account, [bob.account])
    const before = await client.ask('state_getStorage', key)
    await client.ask('devnet_faucet', bob.account, '1000000000')
    expect(await client.ask('state_getStorage', key)).not.toBe(before)
    expect(devnet.freeBalance(bob.account)).toBe(1_000_001_000_000_000n)
  })

  it('gives stake out of nothing and moves prices, and says what it will not do', async () => {
    const tao = keyOf(slotsOf(SubtensorModule).SubnetTAO, [1])
    const before = await client.ask('state_getStorage', tao)
    await client.ask('devnet_movePrice', 1, 120)
    expect(await client.ask('state_getStorage', tao)).not.toBe(before)
    const staked = keyOf(slotsOf(SubtensorModule).StakingHotkeys, [bob.account])
    expect(await client.ask('state_getStorage', staked)).toBeNull()
    await client.ask('devnet_grantStakes', [bob.account], 3)
    expect(await client.ask('state_getStorage', staked)).not.toBeNull()
    const wrongs: readonly (readonly [string, ...unknown[]])[] = [
      ['devnet_movePrice', 0, 120],
      ['devnet_movePrice', 1, 0],
      ['devnet_grantStakes', [], 3],
      ['devnet_grantStakes', [bob.account], 20_000],
    ]
    for (const [method, ...params] of wrongs)
      await expect(client.ask(method, ...params)).rejects.toMatchObject({ code: -32602 })
  })
})
