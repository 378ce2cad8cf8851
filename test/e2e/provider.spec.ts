/** The provider as real pages meet it: the build that ships, in a real browser. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { agreeIn, approvalWindow, call, connectSite, openSite } from './pages/site.ts'
import { type SiteServer, startSites } from './site-server.ts'
import { startWallet, type WalletOnDevnet } from './wallet-on-devnet.ts'

describe('a page with the wallet', () => {
  let wallet: WalletOnDevnet
  let sites: SiteServer
  beforeAll(async () => {
    sites = await startSites()
    wallet = await startWallet()
  })
  afterAll(async () => {
    await wallet?.close()
    await sites?.close()
  })

  it('connects and has a message signed', async () => {
    const page = await openSite(wallet.extension.context, sites.origin)
    await connectSite(page)
    expect(await call(page, 'accounts.get')).toMatchObject({
      ok: true,
      value: [{ address: wallet.address, genesisHash: null, type: 'sr25519', name: 'Main coldkey' }],
    })
    const asked = call(page, 'signer.signRaw', { address: wallet.address, data: 'hello', type: 'bytes' })
    await agreeIn(await approvalWindow(wallet.extension.context))
    expect(await asked).toMatchObject({ ok: true, value: { id: 1 } })
  })
})
