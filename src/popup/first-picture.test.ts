/**
 * The shell shows the last balance only where the wallet was left open, and never one of another network.
 * @vitest-environment happy-dom
 */
import { beforeEach, describe, expect, it } from 'vitest'
import { encode } from '#shared/codec.ts'
import type { Address } from '#shared/domain/address.ts'
import type { Hash } from '#shared/domain/bytes.ts'
import { Portfolio } from '#shared/domain/portfolio.ts'
import { DEFAULT_SETTINGS, Settings } from '#shared/domain/settings.ts'
import { rao } from '#shared/domain/units.ts'
import { type FirstPicture, paintFirstPicture } from './first-picture.ts'

const NOW = 1_800_000_000_000
const HASH = `0x${'01'.repeat(32)}` as Hash
const ALICE = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY' as Address
const BOB = '5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty' as Address
const held = (free: bigint) => ({ free: rao(free), reserved: rao(0n), frozen: rao(0n) })
const portfolio: Portfolio = {
  network: 'finney',
  genesis: HASH,
  block: { number: 6_912_004, hash: HASH },
  readAt: NOW,
  accounts: [
    { address: ALICE, balance: held(1_284_520_700_000n), stake: null, claimable: null },
    { address: BOB, balance: held(1_000_000_000n), stake: null, claimable: null },
  ],
}

beforeEach(() => {
  document.documentElement.removeAttribute('data-shell')
  document.body.innerHTML =
    '<p id="first-total" hidden></p><span id="first-wait"></span><p id="first-block"></p>'
})

async function paint({
  settings = { ...DEFAULT_SETTINGS, account: ALICE },
  locksAt = NOW + 60_000,
  preferences = {},
  stored,
}: {
  settings?: Settings
  locksAt?: number
  preferences?: Readonly<Record<string, string>>
  stored?: Record<string, unknown>
} = {}): Promise<string | undefined> {
  const from: FirstPicture = {
    memory: { trail: [], theme: 'dark', locksAt, at: NOW },
    now: NOW,
    read: async () =>
      stored ?? { portfolio: encode(Portfolio, portfolio), settings: encode(Settings, settings) },
    preference: (name) => preferences[name] ?? null,
    document,
  }
  await paintFirstPicture(from)
  const total = document.getElementById('first-total')
  return total === null || total.hidden ? undefined : (total.textContent ?? '')
}

describe('the first picture', () => {
  it('shows what the account in front held, and of which block', async () => {
    expect(await paint()).toBe('τ1,284.5207')
    expect(document.getElementById('first-block')?.textContent).toBe('As of block 6,912,004')
  })
  it('shows the sum where all accounts were looked at', async () => {
    expect(await paint({ preferences: { 'taokey.all-accounts': 'yes' } })).toBe('τ1,285.5207')
  })
  it('shows nothing of what is held after the wallet has locked', async () => {
    expect(await paint({ locksAt: NOW })).toBeUndefined()
    expect(document.documentElement.dataset['shell']).toBeUndefined()
  })
  it('shows no digit where amounts are hidden', async () => {
    expect(await paint({ preferences: { 'taokey.hide-amounts': 'yes' } })).toBeUndefined()
  })
  it('shows no picture of another network', async () => {
    expect(
      await paint({ settings: { ...DEFAULT_SETTINGS, account: ALICE, network: 'test' } }),
    ).toBeUndefined()
  })
  it('stays a skeleton where the account in front is not known', async () => {
    expect(await paint({ settings: { ...DEFAULT_SETTINGS, account: null } })).toBeUndefined()
  })
  it.each([{}, { portfolio: 3, settings: 'x' }, { portfolio: null, settings: null }])(
    'stays a skeleton when what is stored does not read: %j',
    async (stored) => {
      expect(await paint({ stored })).toBeUndefined()
      expect(document.getElementById('first-wait')).not.toBeNull()
    },
  )
})
