/**
 * Who looks at the wallet is told that a key of it is about to be swapped.
 * @vitest-environment happy-dom
 */
import { describe, expect, it, vi } from 'vitest'
import type { Account, SecretId } from '#shared/domain/account.ts'
import type { Hash } from '#shared/domain/bytes.ts'
import { ok } from '#shared/domain/result.ts'
import type { TxRecord } from '#shared/domain/transaction.ts'
import { rao } from '#shared/domain/units.ts'
import { click, drawnAt } from '../../../../test/build/drawn.tsx'
import { drawScreen } from '../../../../test/build/drawn-wallet.tsx'
import { aRecord } from '../../../../test/build/record.ts'
import { NOW, online } from '../../../../test/build/staking-topics.ts'
import { anAccount } from '../../../../test/build/store.ts'
import { SwapNotes } from './swap-notes.tsx'

const open = drawnAt(NOW)
const alice: Account = {
  ...anAccount(),
  kind: 'local',
  scheme: 'sr25519',
  secret: '0'.repeat(32) as SecretId,
  path: '',
}
const hash = `0x${'22'.repeat(32)}` as Hash
const block = { number: 100, hash: `0x${'11'.repeat(32)}` as Hash }
const sent = aRecord({
  account: alice.address,
  description: { verb: 'Announce', sentence: [], rows: [{ label: 'Fingerprint', value: [{ code: hash }] }] },
  state: { kind: 'final', at: block, outcome: { kind: 'done' } },
})

async function notes(executableAt: number | null, activity: readonly TxRecord[] = [], disputed = false) {
  const swaps = vi.fn(async (_: { readonly accounts: readonly string[] }) =>
    ok([
      {
        ...{ block, wait: 36_000, rest: 7_200, cost: rao(1n) },
        announced: executableAt === null ? null : { hash, executableAt, disputed },
      },
    ]),
  )
  const set = vi.fn(async (_: object) => ok({}))
  const drawn = await drawScreen(open, <SwapNotes />, {
    background: { 'standing.swaps': swaps, 'settings.set': set },
    topics: { accounts: [alice], activity, chain: online },
  })
  return { ...drawn, swaps, set, note: drawn.place.querySelector('.note') }
}

describe('an announced swap of a coldkey', () => {
  it('nobody here asked for is a danger, with when it can be carried out, and one press from its dispute', async () => {
    const { note, button, set, navigation, swaps } = await notes(36_100)
    expect(swaps).toHaveBeenCalledWith({ accounts: [alice.address] })
    expect(note?.classList.contains('danger')).toBe(true)
    expect(note?.textContent).toMatch(/^All that “Alice” holds .+ in about 5 days: /)
    expect(note?.textContent).toContain('somebody has its key: dispute it now')
    await click(button('Look at it, or dispute it'))
    expect(set).toHaveBeenCalledWith({ settings: { account: alice.address } })
    expect(navigation.go).toHaveBeenCalledWith({ kind: 'key-swap' })
  })
  it('of this wallet is a caution, and says of nobody that he has the key', async () => {
    const { note } = await notes(36_100, [sent])
    expect(note?.classList.contains('caution')).toBe(true)
    expect(note?.textContent).not.toContain('somebody')
  })
  it('whose wait is over is told as that', async () => {
    expect((await notes(100)).note?.textContent).toContain('can go to another key now')
  })
  it('that is disputed is told as a frozen account', async () => {
    expect((await notes(100, [], true)).note?.textContent).toContain('“Alice” is frozen')
  })
  it('is not told where there is none', async () => {
    expect((await notes(null)).note).toBeNull()
  })
})
