/**
 * What was sent from here, a line each: what it was, when, what came of it, and whose it was where that is a question.
 * @vitest-environment happy-dom
 */
import { describe, expect, it } from 'vitest'
import type { LocalAccount } from '#shared/domain/account.ts'
import type { Hash } from '#shared/domain/bytes.ts'
import { DEFAULT_SETTINGS } from '#shared/domain/settings.ts'
import type { TxRecord } from '#shared/domain/transaction.ts'
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

async function textOf(records: readonly TxRecord[], accounts: readonly LocalAccount[]): Promise<string> {
  const topics = { activity: records, accounts, contacts: [], settings: DEFAULT_SETTINGS, names: [] }
  return (await drawScreen(open, <Activity />, { background: {}, topics })).text()
}

describe('what was sent', () => {
  it('says when and what came of it before whose it was', async () => {
    expect(await textOf([staked], [MAIN, mining])).toMatch(/\d\d:\d\d · Received 7 α · Main/)
  })
  it('does not say whose it was where there is one account', async () => {
    expect(await textOf([staked], [MAIN])).toMatch(/\d\d:\d\d · Received 7 αDone/)
  })
  it('says so of an account that is no longer here, also where there is one', async () => {
    expect(await textOf([staked], [mining])).toContain('Received 7 α · Removed account')
  })
  it('is nothing at first, and what others send is not among it', async () => {
    expect(await textOf([], [MAIN])).toContain('What others send you shows in the portfolio.')
  })
})
