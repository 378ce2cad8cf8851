/** What a connected site asks to sign: what is refused without a window, and how much of it may wait. */
import { describe, expect, it } from 'vitest'
import { finneyChain } from '../../../test/build/finney-chain.ts'
import { aSiteBench, C, type SiteBench, type SiteChain } from '../../../test/build/site-bench.ts'
import { benchForEach, fails, message, outcome } from '../../../test/build/site-outcomes.ts'
import { B, DAPP, P0 } from '../../../test/build/site-requests.ts'
import type { Injected } from '../../../test/build/web-page.ts'

const ALICE = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY'
const NOBODY = '5DAAnrj7VHTznn2AWBemMuyBwZWs6FNFjdyVXUeYum3PTXFy'
const NOT_SHARED = { code: 4100, message: `The source ${DAPP} is not allowed to interact with this account.` }
const BUSY = { code: -32005, message: 'Too many pending requests' }

let bench: SiteBench
benchForEach((fresh) => {
  bench = fresh
})
const opened = () => bench.machine.desk.opened()

describe('a request to sign', () => {
  it.each([
    ['one that is only watched', C],
    ['one that it may not see', ALICE],
    ['one that is not in the wallet', NOBODY],
  ])('8.4-48 for %s is refused alike, without a window', async (_, address) => {
    const { wallet } = await bench.connected()
    expect(await outcome(wallet.signer.signRaw(message('hello', address)))).toMatchObject(NOT_SHARED)
    expect(await outcome(wallet.signer.signPayload({ ...P0, address }))).toMatchObject(NOT_SHARED)
    expect(await bench.waiting(0)).toEqual([])
    expect(opened()).toBe(1)
  })
  it('8.4-48 is refused in as many steps, and without asking the chain, for an account it may not see as for none', async () => {
    const asked: string[] = []
    const chain = new Proxy(finneyChain({} as never), {
      get: (target, name: keyof SiteChain) => {
        asked.push(name)
        return target[name]
      },
    })
    const watched = aSiteBench(chain)
    const { wallet } = await watched.connected()
    const stepsFor = async (address: string): Promise<readonly string[]> => {
      const before = watched.machine.done.length
      await outcome(wallet.signer.signRaw(message('hello', address)))
      await outcome(wallet.signer.signPayload({ ...P0, address }))
      return watched.machine.done.slice(before)
    }
    // What is still to be done of connecting is not of these.
    await stepsFor(NOBODY)
    const [unseen, none] = [await stepsFor(ALICE), await stepsFor(NOBODY)]
    expect(unseen.length).toBeGreaterThan(0)
    expect(unseen).toEqual(none)
    expect(asked).toEqual([])
    watched.machine.end()
  })
  it.each([
    ['no address', { data: 'x' }, 'address'],
    ['an Ethereum address', { address: `0x${'11'.repeat(20)}`, data: 'x' }, 'address'],
    ['no text', { address: B, data: 7 }, 'data'],
    ['another type', { address: B, data: 'x', type: 'tx' }, 'type'],
    ['a call beside it', { address: B, data: 'x', method: '0x00' }, 'method'],
    ['a chain beside it', { address: B, data: 'x', genesisHash: '0x00' }, 'genesisHash'],
    ['a life beside it', { address: B, data: 'x', era: '0x00' }, 'era'],
    ['more than 64 KiB', { address: B, data: `0x${'00'.repeat(64 * 1024 + 1)}` }, 'data'],
  ])('8.4-42 for a message with %s names the field', async (_, raw, field) => {
    const { wallet } = await bench.connected()
    expect(await outcome(wallet.signer.signRaw(raw))).toMatchObject({
      code: -32602,
      message: `Invalid request: ${field}`,
    })
  })
  it('8.4-50 for a transaction waits for no node that does not answer: its metadata is not there', async () => {
    const { wallet } = await bench.connected()
    expect(await outcome(wallet.signer.signPayload(P0))).toMatchObject({
      code: 4902,
      message: 'Metadata for spec 424 is not available',
    })
    expect(await outcome(wallet.signer.signPayload({ ...P0, data: 'Log in' }))).toMatchObject({
      code: -32602,
      message: 'Invalid request: data',
    })
  })
  it('8.6-78 is turned away when ten of its site wait, and no other site’s is', async () => {
    const one = await bench.connected()
    const other = await bench.connected({ origin: 'https://other.example', tabId: 8 })
    const ten = Array.from({ length: 10 }, (_, at) => one.wallet.signer.signRaw(message(`${at}`)))
    const settled = Promise.all(ten.map(outcome))
    await bench.waiting(10)
    expect(await outcome(one.wallet.signer.signRaw(message('11')))).toMatchObject(BUSY)
    void outcome(other.wallet.signer.signRaw(message()))
    const waiting = await bench.waiting(11)
    expect(opened()).toBe(1)
    for (const { id } of waiting) await bench.sign(id)
    expect(await settled).toEqual(Array.from({ length: 10 }, () => 'resolved'))
  })
  it('8.6-78 is turned away when what its site asked fills its part of the memory, and no other site’s is', async () => {
    const one = await bench.connected()
    const other = await bench.connected({ origin: 'https://other.example', tabId: 8 })
    const largest = message('x'.repeat(64 * 1024))
    for (let at = 0; at < 7; at += 1) void outcome(one.wallet.signer.signRaw(largest))
    await bench.waiting(7)
    expect(await outcome(one.wallet.signer.signRaw(largest))).toMatchObject(BUSY)
    void outcome(other.wallet.signer.signRaw(largest))
    await bench.waiting(8)
    // Its page went: nobody waits for them any more, and another of its pages finds room.
    one.leave()
    bench.machine.desk.closeTab(one.tabId)
    await bench.waiting(1)
    const again = await bench.page({ origin: one.origin, tabId: 9 }).enable()
    void outcome(again.signer.signRaw(largest))
    await bench.waiting(2)
  })
  it('8.6-78 is turned away when fifty wait in all', async () => {
    const wallets: Injected[] = []
    for (let site = 0; site < 6; site += 1) {
      const { wallet } = await bench.connected({ origin: `https://s${site}.example`, tabId: 40 + site })
      wallets.push(wallet)
    }
    for (const wallet of wallets.slice(0, 5))
      for (let at = 0; at < 10; at += 1) void outcome(wallet.signer.signRaw(message(`${at}`)))
    await bench.waiting(50)
    expect(await outcome((wallets[5] ?? fails()).signer.signRaw(message()))).toMatchObject(BUSY)
  })
})
