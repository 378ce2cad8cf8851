import { describe, expect, it } from 'vitest'
import { createVault } from '../../../test/build/journeys.ts'
import { aWallet } from '../../../test/build/wallet.ts'
import { ID, ORIGIN } from '../../../test/fakes/machine.ts'
import { approveMethods, popupTopics, walletMethods } from '../../shared/protocol/popup-contract.ts'
import { connect } from '../../shared/protocol/port.ts'

const everything = { ...walletMethods, ...approveMethods }

/** A line from a page at that address, and whether it was closed at once. */
function lineFrom(role: string, sender: { id?: string; url: string }) {
  const wallet = aWallet()
  wallet.startWorker()
  const port = wallet.machine.runtime.connect(role, {
    id: ID,
    origin: sender.url.split('/', 3).join('/'),
    frameId: 0,
    ...sender,
  })
  let isClosed = false
  port.onClose(() => {
    isClosed = true
  })
  return { ...wallet, connection: connect(port, everything, popupTopics), isClosed: () => isClosed }
}
const own = (path: string) => ({ url: `${ORIGIN}${path}` })
const bug = { ok: false, error: { code: 'bug', details: undefined } }

describe('the door', () => {
  it('serves each page the methods of its role', async () => {
    const { connection, end } = lineFrom('wallet', own('/popup/index.html'))
    expect((await connection.call['vault.read'](undefined)).ok).toBe(true)
    end()
  })
  it('closes the port of a web page', () => {
    const { isClosed, end } = lineFrom('wallet', { url: 'https://example.org/popup/index.html' })
    expect(isClosed()).toBe(true)
    end()
  })
  it('closes the port of another extension', () => {
    const { isClosed, end } = lineFrom('wallet', { ...own('/popup/index.html'), id: 'another' })
    expect(isClosed()).toBe(true)
    end()
  })
  it('closes the port of a page that asks for the other role', () => {
    const { isClosed, end } = lineFrom('approve', own('/popup/index.html'))
    expect(isClosed()).toBe(true)
    end()
  })
  it('answers nothing to a port of another name', async () => {
    const { isClosed, connection, end } = lineFrom('site', own('/popup/index.html'))
    const answer = connection.call['vault.read'](undefined)
    const first = await Promise.race([answer, new Promise((done) => setTimeout(() => done('silence'), 20))])
    expect(first).toBe('silence')
    expect(isClosed()).toBe(false)
    end()
  })
  it('lets the wallet’s page decide nothing', async () => {
    const wallet = lineFrom('wallet', own('/popup/index.html'))
    const hash = `0x${'11'.repeat(32)}` as never
    const decision = { id: '0'.repeat(32) as never, verdict: true, digest: hash, metadataHash: hash }
    expect(await wallet.connection.call['approvals.decide'](decision)).toEqual(bug)
    wallet.end()
  })
  it('lets the review’s page propose and forget nothing', async () => {
    const wallet = lineFrom('approve', own('/popup/approve.html'))
    await createVault(wallet)
    expect(await wallet.connection.call['vault.reset'](undefined)).toEqual(bug)
    expect(await wallet.connection.call['settings.set']({ settings: { theme: 'dark' } })).toEqual(bug)
    expect(wallet.machine.local.has('vault.sealed')).toBe(true)
    wallet.end()
  })
})
