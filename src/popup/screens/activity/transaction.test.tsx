/**
 * Once something was sent, its recipient can be given a name and the same can be filled in again; what cannot be is not offered.
 * @vitest-environment happy-dom
 */
import { describe, expect, it } from 'vitest'
import type { Account, Contact } from '#shared/domain/account.ts'
import { addressOf } from '#shared/domain/address.ts'
import type { Hash } from '#shared/domain/bytes.ts'
import { ok } from '#shared/domain/result.ts'
import { DEFAULT_SETTINGS, type Settings } from '#shared/domain/settings.ts'
import type { TxRecord } from '#shared/domain/transaction.ts'
import { rao } from '#shared/domain/units.ts'
import { transfer } from '#shared/operations/transfer.ts'
import { click, drawnAt } from '../../../../test/build/drawn.tsx'
import { drawScreen } from '../../../../test/build/drawn-wallet.tsx'
import { aRecord } from '../../../../test/build/record.ts'
import { MAIN, ME, NOW } from '../../../../test/build/staking-topics.ts'
import { setPreference } from '../home/preferences.ts'
import { Transaction } from './transaction.tsx'

const open = drawnAt(NOW)
const to = addressOf(new Uint8Array(32).fill(8))
const sent = aRecord({
  account: ME,
  network: 'finney',
  open: false,
  description: transfer.describe({
    to,
    amount: { kind: 'exactly', rao: rao(1_500_000_000n) },
    keepAlive: true,
  }),
  state: {
    kind: 'final',
    at: { number: 9, hash: `0x${'44'.repeat(32)}` as Hash },
    outcome: { kind: 'done' },
  },
})
const other: Account = { ...MAIN, address: addressOf(new Uint8Array(32).fill(2)), name: 'Other' }

interface Given {
  readonly tx?: TxRecord
  readonly accounts?: readonly Account[]
  readonly contacts?: readonly Contact[]
  readonly settings?: Partial<Settings>
}
async function openTransaction({ tx = sent, accounts = [MAIN], contacts = [], settings }: Given = {}) {
  const set: unknown[] = []
  const background = {
    'settings.set': async (input: unknown) => {
      set.push(input)
      return ok(undefined)
    },
  }
  const topics = {
    activity: [tx],
    accounts,
    contacts,
    names: [],
    settings: { ...DEFAULT_SETTINGS, account: ME, ...settings },
  }
  const screen = <Transaction id={tx.id} />
  return { ...(await drawScreen(open, screen, { background, topics })), set }
}
const REPEAT = 'Send the same'
const SAVE = 'Save as contact'

describe('a transaction that sent something', () => {
  it('is filled in again for the account that sent it', async () => {
    const { button, navigation, set } = await openTransaction({
      accounts: [other, MAIN],
      settings: { account: other.address },
    })
    await click(button(REPEAT))
    expect(set).toEqual([{ settings: { account: ME } }])
    expect(navigation.go).toHaveBeenCalledWith({
      kind: 'operation',
      operation: 'transfer',
      typed: {
        to: { kind: 'address', text: to },
        amount: { kind: 'amount', text: '1.5', max: false },
      },
    })
  })
  it('has its recipient saved under a name, unless there is one', async () => {
    const { button, navigation } = await openTransaction()
    await click(button(SAVE))
    expect(navigation.go).toHaveBeenCalledWith({ kind: 'contact', address: to })
    expect((await openTransaction({ contacts: [{ address: to, name: 'Ann' }] })).hasButton(SAVE)).toBe(false)
    const own = { accounts: [MAIN, { ...other, address: to }] }
    expect((await openTransaction(own)).hasButton(SAVE)).toBe(false)
  })
  it('is not filled in again for an account that cannot sign or is out of sight, nor on another network', async () => {
    const watched: Account = { kind: 'watch', address: ME, name: 'Main', hidden: false }
    for (const given of [
      { accounts: [watched] },
      { accounts: [{ ...MAIN, hidden: true }] },
      { accounts: [other] },
      { settings: { network: 'test' as const } },
    ])
      expect((await openTransaction(given)).hasButton(REPEAT)).toBe(false)
  })
  it('offers neither while it may still move on', async () => {
    const { hasButton } = await openTransaction({ tx: { ...sent, open: true } })
    expect([hasButton(REPEAT), hasButton(SAVE)]).toEqual([false, false])
  })
  it('shows what left as its biggest line, and keeps what was agreed to', async () => {
    const { place, text } = await openTransaction({ contacts: [{ address: to, name: 'Ann' }] })
    expect(place.querySelector('h1')?.textContent).toBe('Sent')
    expect(place.querySelector('h2')?.textContent).toBe('−τ1.5000')
    expect(text()).toContain('Sent to Ann.')
    expect(text()).toContain('Agreed toSend τ1.5 to Ann.')
  })
  it('has no digit of it on its screen where amounts are hidden', async () => {
    setPreference('hide-amounts', true)
    const { place } = await openTransaction()
    expect(place.querySelector('h2')?.textContent).toBe('−τ••••hidden')
    expect(place.innerHTML).not.toContain('1.5')
  })
  it('is told as it was asked for while it may still move on, and where it failed', async () => {
    const { at } = sent.state.kind === 'final' ? sent.state : expect.fail('not final')
    const failed = { kind: 'failed', pallet: 'Balances', error: 'Expendability' } as const
    for (const [state, title] of [
      [{ kind: 'in-block', at, outcome: { kind: 'done' } }, 'Send'],
      [{ kind: 'final', at, outcome: failed }, 'Failed'],
      [{ kind: 'expired', lastBlock: 64 }, 'Expired'],
    ] as const) {
      const { place } = await openTransaction({ tx: { ...sent, state } })
      expect(place.querySelector('h1')?.textContent).toBe(title)
      expect(place.querySelector('h2')?.textContent).toMatch(/^Send τ1\.5 to /)
    }
  })
  it('is forgotten from its menu alone', async () => {
    const { hasButton, button, text } = await openTransaction()
    expect(hasButton('Forget')).toBe(false)
    await click(button('More'))
    await click(button('Forget'))
    expect(text()).toContain('Forget this transaction?')
  })
})
