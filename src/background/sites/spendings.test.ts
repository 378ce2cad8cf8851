/** What leaves for a site counts for its day, and is told with its rules. */
import { describe, expect, it } from 'vitest'
import type { ApprovalId } from '#shared/domain/approval.ts'
import type { Origin, Site } from '#shared/domain/site.ts'
import type { SiteRules } from '#shared/domain/site-rules.ts'
import { rao } from '#shared/domain/units.ts'
import { aStore } from '../../../test/build/store.ts'
import { keys } from '../storage/keys.ts'
import { createPermissions } from './permissions.ts'
import { createSpendings } from './spendings.ts'

const SITE = 'https://app.example' as Origin
const OTHER = 'https://other.example' as Origin
const DAY_MS = 86_400_000
const rules: SiteRules = { cap: rao(100n), asks: ['pay'] }
const anId = (n: number) => n.toString(16).padStart(32, '0') as ApprovalId

function aLedger() {
  let now = 20_000 * DAY_MS
  const { store } = aStore()
  const permissions = createPermissions({
    store,
    accounts: async () => [],
    onAccounts: () => {},
    clock: () => now,
  })
  const spendings = createSpendings({ store, permissions, clock: () => now })
  const pass = (ms: number): void => {
    now += ms
  }
  return { store, permissions, spendings, pass }
}

describe('the spending of a site', () => {
  it('is told with its rules, and not where it has none', async () => {
    const { permissions, spendings } = aLedger()
    await permissions.connect(SITE, [])
    expect(await spendings.ruled(SITE)).toBeNull()
    await permissions.setRules(SITE, rules)
    await spendings.note(SITE, anId(1), rao(30n))
    await spendings.note(SITE, anId(2), rao(12n))
    expect(await spendings.ruled(SITE)).toEqual({ rules, spent: 42n })
    await permissions.setRules(SITE, null)
    expect(await spendings.ruled(SITE)).toBeNull()
  })
  it('counts an approval once, and each site for itself', async () => {
    const { permissions, spendings } = aLedger()
    for (const site of [SITE, OTHER]) await permissions.connect(site, [])
    await permissions.setRules(SITE, rules)
    await spendings.note(SITE, anId(1), rao(30n))
    await spendings.note(OTHER, anId(2), rao(7n))
    await spendings.note(SITE, anId(1), rao(30n))
    expect(await spendings.ruled(SITE)).toEqual({ rules, spent: 30n })
  })
  it('begins anew the next day, and of days that are over nothing is kept', async () => {
    const { permissions, spendings, store, pass } = aLedger()
    await permissions.connect(SITE, [])
    await permissions.setRules(SITE, rules)
    await spendings.note(SITE, anId(1), rao(30n))
    pass(DAY_MS)
    expect(await spendings.ruled(SITE)).toEqual({ rules, spent: 0n })
    await spendings.note(OTHER, anId(2), rao(1n))
    expect(Object.keys(await store.get(keys.spendings))).toEqual([OTHER])
  })
})

describe('rules', () => {
  it('are those of a connected site, and of no other', async () => {
    const { permissions } = aLedger()
    await expect(permissions.setRules(SITE, rules)).rejects.toMatchObject({ code: 'not-found' })
    await permissions.block(SITE)
    await expect(permissions.setRules(SITE, rules)).rejects.toMatchObject({ code: 'not-found' })
  })
  it('go when the site is forgotten, and stay when it asks anew because its accounts are gone', async () => {
    const { permissions } = aLedger()
    await permissions.connect(SITE, [])
    await permissions.setRules(SITE, rules)
    await permissions.connect(SITE, [])
    expect(await permissions.of(SITE)).toMatchObject<Partial<Site>>({ rules })
    await permissions.forget(SITE)
    await permissions.connect(SITE, [])
    expect(await permissions.of(SITE)).not.toHaveProperty('rules')
  })
})
