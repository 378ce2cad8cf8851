// What a devnet can be told to do to its chain: stall, reorganise, upgrade, and give out of nothing.
import { describe, expect, it } from 'vitest'
import { keyOf, slotsOf } from './chain/slots.ts'
import { askedDevnet, signedTransfers } from './rpc/asked-devnet.ts'
import { SubtensorModule } from './runtime/declared/subtensor-module.ts'
import { System } from './runtime/declared/system.ts'
import { alice, bob, ss58 } from './testkit.ts'

const asked = askedDevnet()
const transfer = signedTransfers()

describe('the chain', () => {
  it('counts what waits in the pool into the next nonce', async () => {
    await asked.client.ask('author_submitExtrinsic', transfer(0))
    expect(await asked.client.ask('system_accountNextIndex', ss58(alice))).toBe(1)
    expect(await asked.client.ask('state_call', 'AccountNonceApi_account_nonce', alice.account)).toBe(
      '0x00000000',
    )
  })

  it('may stop finalizing, and catch up later', async () => {
    asked.devnet.fault({ kind: 'finality-stall' })
    asked.devnet.seal(5)
    expect(await asked.client.ask('chain_getFinalizedHead')).toBe(asked.devnet.genesis)
    asked.devnet.clearFaults()
    const best = asked.devnet.seal()
    const header = (await asked.client.ask(
      'chain_getHeader',
      await asked.client.ask('chain_getFinalizedHead'),
    )) as {
      number: string
    }
    expect(header.number).toBe('0x4')
    expect(await asked.client.ask('chain_getBlockHash')).toBe(best)
  })

  it.each(['same', 'later', 'drop'] as const)('may reorganise, and what it had is then %s', async (fate) => {
    const watch = await asked.client.ask('author_submitAndWatchExtrinsic', transfer(0))
    const old = asked.devnet.seal()
    const tip = asked.devnet.reorg({ fate })
    if (fate === 'later') asked.devnet.seal()
    await asked.client.ask('system_name')
    const heard = asked.client.notified(watch)
    expect(heard.slice(0, 4)).toEqual([
      'ready',
      { broadcast: ['12D3KooWDevnet'] },
      { inBlock: old },
      { retracted: old },
    ])
    const nonce = await asked.client.ask('system_accountNextIndex', ss58(alice))
    expect(nonce).toBe(fate === 'drop' ? 0 : 1)
    expect(heard.at(-1)).toEqual(
      fate === 'drop' ? 'dropped' : { inBlock: expect.stringMatching(/^0x/) as unknown },
    )
    expect(await asked.client.ask('chain_getBlockHash', 1)).not.toBe(old)
    expect(tip).not.toBe(old)
  })

  it('never undoes what is final', async () => {
    asked.devnet.seal(3)
    await expect(asked.client.ask('devnet_reorg', 3)).rejects.toMatchObject({ code: -32602 })
  })

  it('upgrades its runtime with every signal clients watch for', async () => {
    const versions = await asked.client.ask('state_subscribeRuntimeVersion')
    const follow = await asked.client.ask('chainHead_v1_follow', true)
    const codeBefore = await asked.client.ask('state_getStorageHash', '0x3a636f6465')
    await asked.client.ask('system_name')
    expect(asked.devnet.upgrade()).toBe(425)
    await asked.client.ask('system_name')
    expect(
      asked.client.notified(versions).map((each) => (each as { specVersion: number }).specVersion),
    ).toEqual([424, 425])
    const block = asked.client
      .notified(follow)
      .find((each) => (each as { event: string }).event === 'newBlock')
    expect(block).toMatchObject({ newRuntime: { type: 'valid', spec: { specVersion: 425 } } })
    expect(await asked.client.ask('state_getStorageHash', '0x3a636f6465')).not.toBe(codeBefore)
    const header = (await asked.client.ask('chain_getHeader')) as { digest: { logs: string[] } }
    expect(header.digest.logs).toContain('0x08')
    await expect(asked.client.ask('author_submitExtrinsic', transfer(0))).rejects.toMatchObject({
      code: 1010,
      data: 'Transaction has a bad signature',
    })
  })

  it('gives money out of nothing, which is there at once', async () => {
    const key = keyOf(slotsOf(System).Account, [bob.account])
    const before = await asked.client.ask('state_getStorage', key)
    await asked.client.ask('devnet_faucet', bob.account, '1000000000')
    expect(await asked.client.ask('state_getStorage', key)).not.toBe(before)
    expect(asked.devnet.freeBalance(bob.account)).toBe(1_000_001_000_000_000n)
  })

  it('gives stake out of nothing and moves prices, and says what it will not do', async () => {
    const tao = keyOf(slotsOf(SubtensorModule).SubnetTAO, [1])
    const before = await asked.client.ask('state_getStorage', tao)
    await asked.client.ask('devnet_movePrice', 1, 120)
    expect(await asked.client.ask('state_getStorage', tao)).not.toBe(before)
    const staked = keyOf(slotsOf(SubtensorModule).StakingHotkeys, [bob.account])
    expect(await asked.client.ask('state_getStorage', staked)).toBeNull()
    await asked.client.ask('devnet_grantStakes', [bob.account], 3)
    expect(await asked.client.ask('state_getStorage', staked)).not.toBeNull()
    const wrongs: readonly (readonly [string, ...unknown[]])[] = [
      ['devnet_movePrice', 0, 120],
      ['devnet_movePrice', 1, 0],
      ['devnet_grantStakes', [], 3],
      ['devnet_grantStakes', [bob.account], 20_000],
    ]
    for (const [method, ...params] of wrongs)
      await expect(asked.client.ask(method, ...params)).rejects.toMatchObject({ code: -32602 })
  })
})
