/**
 * What was sent from here, a line each: what it was, when, what came of it, and whose it was where that is a question.
 * @vitest-environment happy-dom
 */
import { act } from 'react'
import { describe, expect, it } from 'vitest'
import type { LocalAccount } from '#shared/domain/account.ts'
import type { Hash } from '#shared/domain/bytes.ts'
import { DEFAULT_SETTINGS } from '#shared/domain/settings.ts'
import type { TxRecord } from '#shared/domain/transaction.ts'
import { rao } from '#shared/domain/units.ts'
import { drawnAt } from '../../../../test/build/drawn.tsx'
import { drawScreen } from '../../../../test/build/drawn-wallet.tsx'
import { aRecord } from '../../../../test/build/record.ts'
import { ALICE } from '../../../../test/build/room.ts'
import { MAIN, ME, NOW } from '../../../../test/build/staking-topics.ts'
import { Activity } from './activity.tsx'

const open = drawnAt(NOW)
const mining: LocalAccount = { ...MAIN, address: ALICE, name: 'Mining' }
const staked = aRecord({
  account: ME,
  network: 'finney',
  state: {
    kind: 'final',
    at: { number: 9, hash: `0x${'44'.repeat(32)}` as Hash },
    outcome: { kind: 'done', says: [['Received 7 α.']] },
  },
})

async function openActivity(records: readonly TxRecord[], accounts: readonly LocalAccount[]) {
  const topics = { activity: records, accounts, contacts: [], settings: DEFAULT_SETTINGS, names: [] }
  return drawScreen(open, <Activity />, { background: {}, topics })
}
async function textOf(records: readonly TxRecord[], accounts: readonly LocalAccount[]): Promise<string> {
  return (await openActivity(records, accounts)).text()
}
async function choose(place: Element, account: string): Promise<void> {
  const select = place.querySelector('select')
  if (select === null) throw new Error('nothing to choose from')
  await act(async () => {
    select.value = account
    select.dispatchEvent(new Event('change', { bubbles: true }))
  })
}

describe('what was sent', () => {
  it('says when and what came of it before whose it was', async () => {
    const { place, text } = await openActivity([staked], [MAIN, mining])
    await choose(place, 'all')
    expect(text()).toMatch(/\d\d:\d\d · Received 7 α · Main/)
  })
  it('does not say whose it was where there is one account', async () => {
    expect(await textOf([staked], [MAIN])).toMatch(/\d\d:\d\d · Received 7 αDone/)
  })
  it('says so of an account that is no longer here, also where there is one', async () => {
    expect(await textOf([staked], [mining])).toContain('Received 7 α · Removed account')
  })
  it('is that of the account in front, until another is chosen or all are', async () => {
    const mined = {
      ...staked,
      id: '1'.repeat(32),
      account: ALICE,
      description: { ...staked.description, sentence: ['Mine.'] },
    }
    const { place, text } = await openActivity([staked, mined], [MAIN, mining])
    expect([text().includes('Received 7 α'), text().includes('Mine')]).toEqual([true, false])
    await choose(place, ALICE)
    expect(text()).toContain('Mine')
    await choose(place, 'all')
    expect(text()).toMatch(/Received 7 α · Main.*Received 7 α · Mining/)
  })
  it('offers no choice where there is one account, and a table only of something', async () => {
    const one = await openActivity([staked], [MAIN])
    expect([one.place.querySelector('select'), one.hasButton('Save as a table (CSV)')]).toEqual([null, true])
    expect((await openActivity([], [MAIN])).hasButton('Save as a table (CSV)')).toBe(false)
  })
  it('has the amount at its end, and a state in sight only where it is not done', async () => {
    const sentence = ['Send ', { rao: rao(10_500_000_000n) }, ' to nobody.']
    const paid = { ...staked, description: { verb: 'Send', sentence, rows: [] } }
    const seen = async (tx: TxRecord) => {
      const { place } = await openActivity([tx], [MAIN])
      return [place.querySelector('.row .value b')?.textContent, place.querySelector('.word')?.textContent]
    }
    expect(await seen(paid)).toEqual(['τ10.50', undefined])
    expect(await seen({ ...paid, state: { kind: 'unknown' } })).toEqual(['τ10.50', 'Unknown'])
  })
  it('is nothing at first, and what others send is not among it', async () => {
    expect(await textOf([], [MAIN])).toContain('What others send you shows in the portfolio.')
  })
})
