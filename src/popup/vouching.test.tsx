/**
 * Accounts that the vault does not hold are not shown as one's own without a word.
 * @vitest-environment happy-dom
 */
import { describe, expect, it } from 'vitest'
import type { Account } from '#shared/domain/account.ts'
import { fail, ok } from '#shared/domain/result.ts'
import { draw, drawnAt, pass, someTopics } from '../../test/build/drawn.tsx'
import { anAccount } from '../../test/build/store.ts'
import type { Session } from './session.ts'
import { Vouching } from './vouching.tsx'
import { type Wallet, WalletContext } from './wallet.ts'

const open = drawnAt(1_800_000_000_000)
const own = anAccount()
const another = anAccount({
  address: '5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty' as Account['address'],
})
const STRANGE = /not your accounts/

async function shownFor(accounts: readonly Account[], told: () => ReturnType<Session['accounts']>) {
  let asked = 0
  const session = {
    accounts: () => {
      asked++
      return told()
    },
  }
  const { around } = someTopics({ accounts })
  const drawn = await draw(
    around(
      <WalletContext value={{ session } as unknown as Wallet}>
        <Vouching />
      </WalletContext>,
    ),
  )
  open.push(drawn)
  return { drawn, asked: () => asked }
}

describe('the accounts in a window', () => {
  it('are nobody’s concern while the vault holds each of them', async () => {
    const { drawn, asked } = await shownFor([own], async () => ok({ accounts: [another, own] }))
    await pass(10_000)
    expect(drawn.text()).toBe('')
    expect(asked()).toBe(1)
  })
  it('are said to be strange where the vault does not know one, after a moment for what is just being taken out', async () => {
    const { drawn } = await shownFor([own, another], async () => ok({ accounts: [own] }))
    await pass(700)
    expect(drawn.text()).toBe('')
    await pass(1_500)
    expect(drawn.text()).toMatch(STRANGE)
    expect(drawn.hasButton('Lock')).toBe(true)
  })
  it('that are just being taken out are left alone', async () => {
    let isTakenOut = true
    const told = async () => ok({ accounts: isTakenOut ? [own] : [own, another] })
    const { drawn } = await shownFor([own, another], told)
    await pass(700)
    isTakenOut = false
    await pass(10_000)
    expect(drawn.text()).toBe('')
  })
  it('are not judged while the room is locked', async () => {
    const { drawn } = await shownFor([own], async () => fail({ code: 'locked', details: undefined }))
    await pass(10_000)
    expect(drawn.text()).toBe('')
  })
})
