// The RPC as clients meet it: names, shapes and order, with the traps that break one client or another.
import { describe, expect, it } from 'vitest'
import { blake2b256, fromHex, toHex } from '../chain/bytes.ts'
import { keyOf, slotsOf } from '../chain/slots.ts'
import { System } from '../runtime/declared/system.ts'
import { alice } from '../testkit.ts'
import { askedDevnet } from './asked-devnet.ts'

const asked = askedDevnet()

/** Lets everything already on its way arrive. */
const settle = () => asked.client.ask('system_name')
const ALICE_KEY = keyOf(slotsOf(System).Account, [alice.account])
interface FollowEvent {
  readonly event: string
  readonly [key: string]: unknown
}
const follow = async (): Promise<{ id: unknown; events: () => readonly FollowEvent[] }> => {
  const id = await asked.client.ask('chainHead_v1_follow', true)
  await settle()
  return { id, events: () => asked.client.notified(id) as FollowEvent[] }
}

describe('blocks', () => {
  it('are named by the blake2-256 of their header', async () => {
    const hash = asked.devnet.seal()
    const header = await asked.client.ask('chain_getHeader', hash)
    expect(header).toMatchObject({ number: '0x1', parentHash: asked.devnet.genesis })
    const block = asked.devnet.node.chain.block(hash as `0x${string}`)
    expect(toHex(blake2b256(block?.encodedHeader ?? new Uint8Array()))).toBe(hash)
  })

  it('are final two behind the best', async () => {
    const first = asked.devnet.seal()
    expect(await asked.client.ask('chain_getFinalizedHead')).toBe(asked.devnet.genesis)
    asked.devnet.seal(2)
    expect(await asked.client.ask('chain_getFinalizedHead')).toBe(first)
  })

  it('begin with a bare time inherent', async () => {
    const { block } = (await asked.client.ask('chain_getBlock', asked.devnet.seal())) as {
      block: { extrinsics: string[] }
    }
    expect(block.extrinsics).toHaveLength(1)
    expect(block.extrinsics[0]).toMatch(/^0x..050200/)
  })

  it('that nobody knows are null, and their state is an error', async () => {
    const nowhere = `0x${'12'.repeat(32)}`
    expect(await asked.client.ask('chain_getHeader', nowhere)).toBeNull()
    expect(await asked.client.ask('chain_getBlockHash', 99)).toBeNull()
    await expect(asked.client.ask('state_getStorage', ALICE_KEY, nowhere)).rejects.toMatchObject({
      code: 4003,
    })
  })
})

describe('subscriptions', () => {
  it('have ids of 0x hex, and notify only after the reply', async () => {
    const id = await asked.client.ask('chain_subscribeNewHeads')
    expect(id).toMatch(/^0x[0-9a-f]{16}$/)
    await settle()
    const order = asked.client.messages.map(
      ({ method, result }) => method ?? (result === id ? 'reply' : 'other'),
    )
    expect(order.indexOf('reply')).toBeLessThan(order.indexOf('chain_newHead'))
  })

  it('to heads name each of best, all and final', async () => {
    const best = await asked.client.ask('chain_subscribeNewHeads')
    const final = await asked.client.ask('chain_subscribeFinalizedHeads')
    await settle()
    asked.devnet.seal(3)
    await settle()
    const numbers = (id: unknown) =>
      asked.client.notified(id).map((head) => (head as { number: string }).number)
    expect(numbers(best)).toEqual(['0x0', '0x1', '0x2', '0x3'])
    expect(numbers(final)).toEqual(['0x0', '0x1'])
  })

  it('to storage tell the value at once, and then only changes', async () => {
    const id = await asked.client.ask('state_subscribeStorage', [ALICE_KEY])
    await settle()
    asked.devnet.seal()
    asked.devnet.faucet(alice.account, 5n)
    await settle()
    expect(asked.client.notified(id)).toHaveLength(2)
    await asked.client.ask('state_unsubscribeStorage', id)
    asked.devnet.faucet(alice.account, 5n)
    await settle()
    expect(asked.client.notified(id)).toHaveLength(2)
  })
})

describe('state', () => {
  it('answers a runtime call from the state of the block that was asked about', async () => {
    const before = asked.devnet.node.chain.best().hash
    asked.devnet.faucet(alice.account, 5n)
    const at = (hash?: string) => asked.client.ask('state_getStorage', ALICE_KEY, hash)
    expect(await at(before)).not.toBe(await at())
  })

  it('pages through keys from after the last one', async () => {
    const prefix = slotsOf(System).Account.prefix
    const first = (await asked.client.ask('state_getKeysPaged', prefix, 3)) as string[]
    const rest = (await asked.client.ask('state_getKeysPaged', prefix, 100, first[2])) as string[]
    expect(first).toHaveLength(3)
    expect([...first, ...rest]).toEqual(await asked.client.ask('state_getKeys', prefix))
    await expect(asked.client.ask('state_getKeysPaged', prefix, 1001)).rejects.toMatchObject({ code: 4002 })
  })

  it('takes empty runtime call arguments as 0x or as nothing', async () => {
    const versions = await asked.client.ask('state_call', 'Metadata_metadata_versions', '0x')
    expect(versions).toBe('0x0c0e0000000f00000010000000')
    expect(await asked.client.ask('state_call', 'Metadata_metadata_versions', '')).toBe(versions)
  })

  it('refuses runtime calls that do not exist or do not decode', async () => {
    await expect(asked.client.ask('state_call', 'Nothing_here', '0x')).rejects.toMatchObject({ code: 4003 })
    await expect(
      asked.client.ask('state_call', 'AccountNonceApi_account_nonce', '0x00'),
    ).rejects.toMatchObject({
      code: 4003,
    })
  })

  it('has :code, whose hash is what clients watch', async () => {
    const code = (await asked.client.ask('state_getStorage', '0x3a636f6465')) as `0x${string}`
    expect(await asked.client.ask('state_getStorageHash', '0x3a636f6465')).toBe(
      toHex(blake2b256(fromHex(code))),
    )
  })

  it('says that nobody has stake, for each account that was asked about', async () => {
    const answer = await asked.client.ask(
      'state_call',
      'StakeInfoRuntimeApi_get_stake_info_for_coldkeys',
      `0x04${alice.account.slice(2)}`,
    )
    expect(answer).toBe(`0x04${alice.account.slice(2)}00`)
  })
})

describe('chainHead', () => {
  it('starts with the final blocks, then what is above them, then the best', async () => {
    asked.devnet.seal(4)
    const { events } = await follow()
    expect(events().map(({ event }) => event)).toEqual([
      'initialized',
      'newBlock',
      'newBlock',
      'bestBlockChanged',
    ])
    expect(events()[0]?.['finalizedBlockHashes']).toHaveLength(3)
    expect(events()[0]?.['finalizedBlockRuntime']).toMatchObject({
      type: 'valid',
      spec: { specVersion: 424 },
    })
  })

  it('answers operations by events that follow their reply', async () => {
    const { id, events } = await follow()
    const started = (await asked.client.ask('chainHead_v1_storage', id, asked.devnet.genesis, [
      { key: ALICE_KEY, type: 'value' },
    ])) as { result: string; operationId: string }
    expect(started.result).toBe('started')
    await settle()
    const own = events().filter(({ operationId }) => operationId === started.operationId)
    expect(own.map(({ event }) => event)).toEqual(['operationStorageItems', 'operationStorageDone'])
  })

  it('lists all values below a key', async () => {
    const { id, events } = await follow()
    const key = slotsOf(System).Account.prefix
    await asked.client.ask('chainHead_v1_storage', id, asked.devnet.genesis, [
      { key, type: 'descendantsValues' },
    ])
    await settle()
    const items = events().find(({ event }) => event === 'operationStorageItems')?.['items']
    expect(items).toHaveLength(asked.devnet.node.chain.genesis.state.keys(key).length)
  })

  it('knows only pinned blocks, and unpins once', async () => {
    const { id } = await follow()
    expect(await asked.client.ask('chainHead_v1_header', id, asked.devnet.genesis)).toMatch(/^0x/)
    await asked.client.ask('chainHead_v1_unpin', id, asked.devnet.genesis)
    await expect(asked.client.ask('chainHead_v1_header', id, asked.devnet.genesis)).rejects.toMatchObject({
      code: -32801,
    })
    await expect(asked.client.ask('chainHead_v1_unpin', id, asked.devnet.genesis)).rejects.toMatchObject({
      code: -32801,
    })
  })

  it('answers for nobody who does not follow', async () => {
    expect(await asked.client.ask('chainHead_v1_header', '0x00', asked.devnet.genesis)).toBeNull()
    expect(await asked.client.ask('chainHead_v1_body', '0x00', asked.devnet.genesis)).toEqual({
      result: 'limitReached',
    })
  })

  it('names what finality pruned', async () => {
    const { events } = await follow()
    const old = asked.devnet.seal()
    asked.devnet.reorg()
    asked.devnet.seal(2)
    await settle()
    const final = events().filter(({ event }) => event === 'finalized')
    expect(final.flatMap(({ prunedBlockHashes }) => prunedBlockHashes)).toEqual([old])
  })

  it('ends with stop when the node cannot keep up', async () => {
    const { events } = await follow()
    asked.devnet.stopFollows()
    asked.devnet.seal()
    await settle()
    expect(events().at(-1)).toEqual({ event: 'stop' })
  })
})
