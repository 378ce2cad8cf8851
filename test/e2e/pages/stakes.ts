/** A wallet that holds stakes on a devnet, for the tests of a file, and a hand that looks at its screens. */
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { keyOf, startWallet, TAO, type WalletOnDevnet } from '../wallet-on-devnet.ts'
import { listenIn } from './console.ts'
import { seenAnHourAgo } from './past.ts'
import { handOn } from './screens.ts'
import { positionRow } from './staking.ts'

/** A name that is long for its place. */
export const LONG = 'Larkspur'

export function withStakes() {
  let made: WalletOnDevnet | undefined
  let said: () => readonly string[] = () => []
  const wallet = () => made ?? expect.fail('there is no wallet yet')
  beforeAll(async () => {
    made = await startWallet({ fund: 1284n * TAO + 520_700_000n })
    said = listenIn(made.extension.context)
    made.node.grantStakes([keyOf(made.address)], 15)
    made.node.seal(5)
    await positionRow(made.page, 'Amberline').first().waitFor()
    await seenAnHourAgo(made.page)
  })
  afterAll(() => made?.close())
  afterEach(() => {
    expect(said().filter((line) => !/WebSocket connection to/.test(line))).toEqual([])
  })
  const hand = handOn(() => wallet().page)
  const press = (name: string | RegExp) =>
    wallet()
      .page.getByRole('button', { name, exact: typeof name === 'string' })
      .first()
      .click()
  return {
    wallet,
    look: (name: string, sign?: string | RegExp) => hand.look(`stake-${name}`, sign),
    press,
    back: () => press('Back'),
    nav: hand.nav,
    /** A row of a list, by what is in it. */
    row: (text: string) => wallet().page.locator('button.row').filter({ hasText: text }).first().click(),
    /** To the end of what scrolls. */
    down: () =>
      wallet().page.evaluate(() => {
        for (const each of document.querySelectorAll('*')) each.scrollTop = each.scrollHeight
      }),
  }
}
