import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Devnet } from '../../devnet/start.ts'
import type { Hash } from '../../src/shared/domain/bytes.ts'
import { bob, startNode } from '../build/devnet-chain.ts'
import { createVault } from '../build/journeys.ts'
import { answerOf } from '../build/room.ts'
import { aWallet, settingsFor, type TestWallet } from '../build/wallet.ts'

let wallet: TestWallet
beforeEach(() => {
  wallet = aWallet()
})
afterEach(() => {
  wallet.end()
  expect(wallet.bugs).toEqual([])
})

describe('settings', () => {
  it('are kept, and told to everyone who watches', async () => {
    answerOf(await wallet.wallet.ask['settings.set']({ settings: { theme: 'dark' } }))
    wallet.killWorker()
    const settings = await wallet.wallet.seen('settings', () => true)
    expect(settings).toMatchObject({ theme: 'dark', autoLockMinutes: 15, network: 'finney' })
  })
  it('are refused with the field that is wrong', async () => {
    const answer = await wallet.wallet.ask['settings.set']({ settings: { account: bob.address } })
    expect(answer).toMatchObject({ error: { code: 'invalid-input', details: { field: 'account' } } })
  })
  it('name an account in front as long as there is one', async () => {
    await createVault(wallet)
    const { account } = await wallet.wallet.seen('settings', (settings) => settings.account !== null)
    const { sealed } = answerOf(await wallet.wallet.room['room.watch']({ address: bob.address, name: 'Bob' }))
    answerOf(await wallet.wallet.ask['vault.store']({ sealed }))
    answerOf(await wallet.wallet.ask['settings.set']({ settings: { account: bob.address } }))
    const accounts = sealed.accounts.filter(({ address }) => address !== bob.address)
    const fewer = answerOf(await wallet.wallet.room['room.setAccounts']({ accounts }))
    answerOf(await wallet.wallet.ask['vault.store']({ sealed: fewer.sealed }))
    await wallet.wallet.seen('settings', (settings) => settings.account === account)
  })
})

describe('contacts', () => {
  it('are kept under tidy names, once each, and removed', async () => {
    const save = (name: string) =>
      wallet.wallet.ask['contacts.save']({ contact: { address: bob.address, name } })
    answerOf(await save('  Bob\u0000the  builder '))
    answerOf(await save('Bob'))
    expect(await wallet.wallet.seen('contacts', () => true)).toEqual([{ address: bob.address, name: 'Bob' }])
    answerOf(await wallet.wallet.ask['contacts.remove']({ address: bob.address }))
    expect(await wallet.wallet.seen('contacts', () => true)).toEqual([])
  })
  it('that are not there cannot be removed', async () => {
    const answer = await wallet.wallet.ask['contacts.remove']({ address: bob.address })
    expect(answer).toMatchObject({ error: { code: 'not-found' } })
  })
})

describe('a node on this computer', () => {
  let devnet: Devnet
  beforeEach(async () => {
    devnet = await startNode()
    const { network, endpoints } = settingsFor(devnet)
    answerOf(await wallet.wallet.ask['settings.set']({ settings: { network, endpoints } }))
  })
  afterEach(() => devnet.close())

  it('is not talked to before its genesis is agreed to', async () => {
    const status = await wallet.wallet.seen('chain', ({ kind }) => kind === 'untrusted')
    expect(status).toMatchObject({ endpoint: devnet.url, genesis: devnet.genesis, before: null })
    answerOf(
      await wallet.wallet.ask['chain.trustLocal']({
        endpoint: devnet.url,
        genesis: devnet.genesis as Hash,
      }),
    )
    await wallet.wallet.seen('chain', ({ kind }) => kind === 'online')
  })
  it('is not trusted for a genesis it does not show', async () => {
    await wallet.wallet.seen('chain', ({ kind }) => kind === 'untrusted')
    const genesis = `0x${'11'.repeat(32)}` as Hash
    const answer = await wallet.wallet.ask['chain.trustLocal']({ endpoint: devnet.url, genesis })
    expect(answer).toMatchObject({ error: { code: 'stale' } })
  })
  it('is asked again after a reconnect', async () => {
    await wallet.wallet.seen('chain', ({ kind }) => kind === 'untrusted')
    devnet.forgetRequests()
    answerOf(await wallet.wallet.ask['chain.reconnect'](undefined))
    await wallet.wallet.seen('chain', ({ kind }) => kind === 'untrusted')
    await wallet.wallet.seen('chain', () => Object.keys(devnet.requests()).length > 0)
  })
})
