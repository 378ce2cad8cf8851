/** The journey that any node of a Subtensor runtime can serve; `npm run e2e -- --node ws://…` names one, else devnet is it. */
import { describe, expect, it } from 'vitest'
import { type Devnet, startDevnet } from '../../devnet/start.ts'
import { fundFromAlice } from '../../scripts/funding.ts'
import { type Extension, launch } from './extension.ts'
import {
  agree,
  createWallet,
  fillSend,
  PASSWORD,
  readAddress,
  toReview,
  untilFinal,
  useLocalNode,
} from './pages/wallet.ts'
import { BOB, openPopup, SHIPPED } from './wallet-on-devnet.ts'

describe('on any node of a Subtensor runtime', () => {
  it('a wallet is created, funded by //Alice, and its transfer becomes final', async () => {
    const named = process.env['TAOKEY_NODE']
    const devnet: Devnet | undefined =
      named === undefined ? await startDevnet({ port: 0, blockMs: 1000 }) : undefined
    const endpoint = named ?? devnet?.url ?? ''
    const extension: Extension = await launch(SHIPPED)
    try {
      const page = await openPopup(extension)
      await createWallet(page, { name: 'Main coldkey', password: PASSWORD })
      await useLocalNode(page, endpoint)
      await fundFromAlice(endpoint, await readAddress(page), 10_000_000_000n)
      await page.getByText(/^Free/).waitFor({ timeout: 60_000 })
      await fillSend(page, { to: BOB, amount: '1.25' })
      await toReview(page)
      await agree(page)
      await untilFinal(page)
      expect(await page.locator('main').innerText()).toContain('It ran as agreed.')
    } finally {
      await extension.close()
      await devnet?.close()
    }
  })
})
