// What only root decides is switched over RPC, and takes effect in the block it makes.
import { describe, expect, it } from 'vitest'
import { slotsOf } from './chain/slots.ts'
import { askedDevnet } from './rpc/asked-devnet.ts'
import { SafeMode } from './runtime/declared/safe-mode.ts'
import { SubtensorModule } from './runtime/declared/subtensor-module.ts'
import { bob, ss58 } from './testkit.ts'

const { EnteredUntil } = slotsOf(SafeMode)
const slots = slotsOf(SubtensorModule)

const asked = askedDevnet()
const now = () => asked.devnet.node.view()

describe('safe mode', () => {
  it('is entered for a day or for so many blocks, and left', async () => {
    const hash = await asked.client.ask('devnet_enterSafeMode')
    expect(hash).toBe(asked.devnet.node.chain.best().hash)
    expect(now().read(EnteredUntil)).toBe(7_201)
    await asked.client.ask('devnet_leaveSafeMode')
    expect(now().read(EnteredUntil)).toBeUndefined()
    await asked.client.ask('devnet_enterSafeMode', 5)
    expect(now().read(EnteredUntil)).toBe(8)
  })

  it('is not entered twice, and no block is made for it', async () => {
    await asked.client.ask('devnet_enterSafeMode')
    const { hash } = asked.devnet.node.chain.best()
    await expect(asked.client.ask('devnet_enterSafeMode')).rejects.toMatchObject({ code: -32602 })
    expect(asked.devnet.node.chain.best().hash).toBe(hash)
    await expect(asked.client.ask('devnet_enterSafeMode', 0)).rejects.toMatchObject({ code: -32602 })
  })

  it('is not left when it was not entered', async () => {
    await expect(asked.client.ask('devnet_leaveSafeMode')).rejects.toMatchObject({ code: -32602 })
  })
})

describe('coldkey swaps', () => {
  it('wait as long as they are told to, each time on its own', async () => {
    const delays = () => [
      now().read(slots.ColdkeySwapAnnouncementDelay),
      now().read(slots.ColdkeySwapReannouncementDelay),
    ]
    await asked.client.ask('devnet_setColdkeySwapDelays', 4)
    expect(delays()).toEqual([4, 7_200])
    await asked.client.ask('devnet_setColdkeySwapDelays', null, 2)
    expect(delays()).toEqual([4, 2])
    await expect(asked.client.ask('devnet_setColdkeySwapDelays', -1)).rejects.toMatchObject({ code: -32602 })
  })

  it('are taken off an account, disputed or not', async () => {
    asked.devnet.node.seal({
      intervene: (c) => {
        c.write(slots.ColdkeySwapAnnouncements, [bob.account], [9, bob.account])
        c.write(slots.ColdkeySwapDisputes, [bob.account], 1)
      },
    })
    await asked.client.ask('devnet_resetColdkeySwap', ss58(bob))
    expect(now().exists(slots.ColdkeySwapAnnouncements, bob.account)).toBe(false)
    expect(now().exists(slots.ColdkeySwapDisputes, bob.account)).toBe(false)
    await expect(asked.client.ask('devnet_resetColdkeySwap', 'nobody')).rejects.toMatchObject({
      code: -32602,
    })
  })
})
