// What only root decides is switched over RPC, and takes effect in the block it makes.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { slotsOf } from './chain/slots.ts'
import { connect, type RawClient } from './rpc/raw-client.ts'
import { SafeMode } from './runtime/declared/safe-mode.ts'
import { SubtensorModule } from './runtime/declared/subtensor-module.ts'
import { type Devnet, startDevnet } from './start.ts'
import { bob, ss58 } from './testkit.ts'

const { EnteredUntil } = slotsOf(SafeMode)
const slots = slotsOf(SubtensorModule)

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
const now = () => devnet.node.view(devnet.node.chain.best())

describe('safe mode', () => {
  it('is entered for a day or for so many blocks, and left', async () => {
    const hash = await client.ask('devnet_enterSafeMode')
    expect(hash).toBe(devnet.node.chain.best().hash)
    expect(now().read(EnteredUntil)).toBe(7_201)
    await client.ask('devnet_leaveSafeMode')
    expect(now().read(EnteredUntil)).toBeUndefined()
    await client.ask('devnet_enterSafeMode', 5)
    expect(now().read(EnteredUntil)).toBe(8)
  })

  it('is not entered twice, and no block is made for it', async () => {
    await client.ask('devnet_enterSafeMode')
    const { hash } = devnet.node.chain.best()
    await expect(client.ask('devnet_enterSafeMode')).rejects.toMatchObject({ code: -32602 })
    expect(devnet.node.chain.best().hash).toBe(hash)
    await expect(client.ask('devnet_enterSafeMode', 0)).rejects.toMatchObject({ code: -32602 })
  })

  it('is not left when it was not entered', async () => {
    await expect(client.ask('devnet_leaveSafeMode')).rejects.toMatchObject({ code: -32602 })
  })
})

describe('coldkey swaps', () => {
  it('wait as long as they are told to, each time on its own', async () => {
    const delays = () => [
      now().read(slots.ColdkeySwapAnnouncementDelay),
      now().read(slots.ColdkeySwapReannouncementDelay),
    ]
    await client.ask('devnet_setColdkeySwapDelays', 4)
    expect(delays()).toEqual([4, 7_200])
    await client.ask('devnet_setColdkeySwapDelays', null, 2)
    expect(delays()).toEqual([4, 2])
    await expect(client.ask('devnet_setColdkeySwapDelays', -1)).rejects.toMatchObject({ code: -32602 })
  })

  it('are taken off an account, disputed or not', async () => {
    devnet.node.seal({
      intervene: (c) => {
        c.write(slots.ColdkeySwapAnnouncements, [bob.account], [9, bob.account])
        c.write(slots.ColdkeySwapDisputes, [bob.account], 1)
      },
    })
    await client.ask('devnet_resetColdkeySwap', ss58(bob))
    expect(now().exists(slots.ColdkeySwapAnnouncements, bob.account)).toBe(false)
    expect(now().exists(slots.ColdkeySwapDisputes, bob.account)).toBe(false)
    await expect(client.ask('devnet_resetColdkeySwap', 'nobody')).rejects.toMatchObject({ code: -32602 })
  })
})
