/**
 * Where a person without a wallet begins.
 * @vitest-environment happy-dom
 */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { WALLET_PAGE } from '#shared/protocol/places.ts'
import { type Drawn, draw, someTopics } from '../../../../test/build/drawn.tsx'
import { type Wallet, WalletContext } from '../../wallet.ts'
import { Onboarding } from './onboarding.tsx'

let drawn: Drawn
// In a tab, where no view of the toolbar is.
beforeEach(() => void vi.stubGlobal('chrome', { extension: { getViews: () => [] } }))
afterEach(async () => {
  await drawn.end()
  vi.unstubAllGlobals()
})

/** Nothing is asked of it before something is typed. */
const wallet = {} as Wallet
const { around } = someTopics({})
const onboarding = (hasWords: boolean) =>
  around(
    <WalletContext value={wallet}>
      <Onboarding hasWords={hasWords} />
    </WalletContext>,
  )

describe('who has no wallet', () => {
  it('is welcomed', async () => {
    drawn = await draw(onboarding(false))
    expect(drawn.text()).toContain('I already have keys')
  })
  it('goes on in a tab from the popup of the toolbar, which closes when one looks elsewhere', async () => {
    vi.stubGlobal('chrome', { extension: { getViews: () => [window] } })
    drawn = await draw(onboarding(false))
    const ways = [...drawn.place.querySelectorAll<HTMLAnchorElement>('a[target="_blank"]')]
    expect(ways.map((way) => way.getAttribute('href'))).toEqual(
      ['create', 'import', 'watch'].map((step) => `${WALLET_PAGE}#${step}`),
    )
  })
  it('finds in that tab what was chosen, and the beginning when it is loaded again', async () => {
    location.hash = 'import'
    drawn = await draw(onboarding(false))
    await vi.waitFor(() => expect(drawn.text()).toContain('Secret words'), 30_000)
    await drawn.end()
    drawn = await draw(onboarding(false))
    expect(drawn.text()).toContain('I already have keys')
  })
  it('and gave one up is asked for words, also when that is known only after the wallet is gone', async () => {
    drawn = await draw(onboarding(false))
    await drawn.redraw(onboarding(true))
    await vi.waitFor(() => expect(drawn.text()).toContain('Secret words'), 30_000)
  })
})
