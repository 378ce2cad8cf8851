import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ACCOUNTS, aSiteBench, C, type SiteBench } from '../../../test/build/site-bench.ts'
import { B, DAPP } from '../../../test/build/site-requests.ts'

const BOB = { address: B, genesisHash: null, name: 'Bob', type: 'sr25519' }
const NOT_ENABLED = { code: 4100, message: `The source ${DAPP} has not been enabled yet` }

let bench: SiteBench
beforeEach(() => {
  bench = aSiteBench()
})
afterEach(() => {
  bench.machine.end()
  expect(bench.bugs).toEqual([])
})
const permissions = () => bench.sites().permissions
const asked = (work: Promise<unknown>) => work.catch((cause: unknown) => cause)
/** A connected page that listens for its accounts. */
const listening = async (options?: Parameters<SiteBench['page']>[0]) => {
  const page = await bench.connected(options)
  const told: unknown[] = []
  const stop = page.wallet.accounts.subscribe((list) => told.push(list))
  await expect.poll(() => told).toEqual([[BOB]])
  return { page, told, stop, sign: () => asked(page.wallet.signer.signRaw({ address: B, data: 'hello' })) }
}

describe('a site whose accounts are changed', () => {
  it('8.3-30 8.6-81 is told that it sees none, and what it asked is turned away', async () => {
    const { page, told, sign } = await listening()
    const outcome = sign()
    await bench.waiting(1)
    await permissions().forget(page.origin)
    await expect.poll(() => told).toEqual([[BOB], []])
    expect(await outcome).toMatchObject(NOT_ENABLED)
    expect(await asked(page.wallet.accounts.get())).toMatchObject(NOT_ENABLED)
    expect(await bench.waiting(0)).toEqual([])
  })
  it('keeps what it asked of the accounts that it still sees', async () => {
    const { page, sign } = await listening()
    void sign()
    await bench.waiting(1)
    await permissions().setAccounts(page.origin, [B, C])
    await new Promise((done) => setTimeout(done, 20))
    expect(await bench.waiting(1)).toHaveLength(1)
    await permissions().setAccounts(page.origin, [C])
    expect(await bench.waiting(0)).toEqual([])
  })
  it('is told when an account leaves the wallet, or has another name', async () => {
    const { told } = await listening()
    const [bob = fails(), ...rest] = ACCOUNTS
    bench.changeAccounts([{ ...bob, name: 'Robert' }, ...rest])
    await expect.poll(() => told).toEqual([[BOB], [{ ...BOB, name: 'Robert' }]])
    bench.changeAccounts(rest)
    await expect.poll(() => told).toEqual([[BOB], [{ ...BOB, name: 'Robert' }], []])
  })
  it('is told although its line went with the worker', async () => {
    const { page, told } = await listening()
    bench.start()
    await permissions().forget(page.origin)
    await expect.poll(() => told).toEqual([[BOB], []])
  })
  it('is told nothing more once it does not listen', async () => {
    const { page, told, stop } = await listening()
    stop()
    await expect.poll(() => bench.machine.session.get('subscribers')).toEqual([])
    await permissions().forget(page.origin)
    await new Promise((done) => setTimeout(done, 20))
    expect(told).toEqual([[BOB]])
  })
  it('is told after it came back out of the cache', async () => {
    const { page, told } = await listening()
    page.hide()
    await permissions().forget(page.origin)
    page.show()
    await expect.poll(() => told).toEqual([[BOB], []])
  })
  it.each(['closed', 'left'])('is forgotten as a listener when its page is %s', async (how) => {
    const { page } = await listening()
    page.leave()
    if (how === 'closed') bench.machine.desk.closeTab(page.tabId)
    else await permissions().setAccounts(page.origin, [C])
    await expect.poll(() => bench.machine.session.get('subscribers')).toEqual([])
  })
  it('is no other site: that one hears nothing', async () => {
    const { page } = await listening()
    const other = await listening({ origin: 'https://other.example', tabId: 8 })
    await permissions().forget(page.origin)
    await new Promise((done) => setTimeout(done, 20))
    expect(other.told).toEqual([[BOB]])
  })
})

describe('the site in front', () => {
  it('is the origin of the document in that tab, whether or not it has asked anything', async () => {
    const page = bench.page()
    bench.machine.desk.look(page.tabId)
    expect(await bench.sites().inFront()).toBe(DAPP)
    expect(await bench.sites().inFront()).toBe(DAPP)
    expect(await bench.all()).toEqual([])
  })
  it('is none where no page of the web stands, or none that can use the wallet', async () => {
    expect(await bench.sites().inFront()).toBeNull()
    bench.machine.desk.look(99)
    expect(await bench.sites().inFront()).toBeNull()
    bench.page({ tabId: 99, sender: { origin: 'null' } })
    expect(await bench.sites().inFront()).toBeNull()
  })
})

function fails(): never {
  throw new Error('there is none')
}
