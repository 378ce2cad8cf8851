import { beforeEach, describe, expect, it } from 'vitest'
import type { Account } from '#shared/domain/account.ts'
import type { Address } from '#shared/domain/address.ts'
import type { Origin } from '#shared/domain/site.ts'
import { ACCOUNTS, C } from '../../../test/build/site-bench.ts'
import { B } from '../../../test/build/site-requests.ts'
import { aMachine, aStore } from '../../../test/build/store.ts'
import type { Machine } from '../../../test/fakes/machine.ts'
import { createPermissions, type Permissions } from './permissions.ts'

const DAPP = 'https://dapp.example' as Origin
const OTHER = 'https://other.example' as Origin
const GONE = '5DAAnrj7VHTznn2AWBemMuyBwZWs6FNFjdyVXUeYum3PTXFy' as Address

let machine: Machine
let permissions: Permissions
let accounts: readonly Account[]
let changed: number
let onAccounts: () => void
beforeEach(() => {
  machine = aMachine()
  accounts = ACCOUNTS
  changed = 0
  permissions = createPermissions({
    store: aStore(machine).store,
    accounts: async () => accounts,
    onAccounts: (listener) => {
      onAccounts = listener
    },
    clock: machine.now,
  })
  permissions.onChange(() => {
    changed += 1
  })
})
const seen = async (origin = DAPP) => (await permissions.accounts(origin)).map(({ address }) => address)

describe('what a site sees', () => {
  it('is nothing before it is connected', async () => {
    expect(await permissions.of(DAPP)).toBeUndefined()
    expect(await seen()).toEqual([])
  })
  it('is what was chosen, in the order of the wallet, and of no other site', async () => {
    await permissions.connect(DAPP, [C, B])
    expect(await seen()).toEqual([B, C])
    expect(await seen(OTHER)).toEqual([])
  })
  it('is changed and taken back by a person', async () => {
    await permissions.connect(DAPP, [B, C])
    await permissions.setAccounts(DAPP, [C])
    expect(await seen()).toEqual([C])
    await permissions.setAccounts(DAPP, [])
    expect(await permissions.of(DAPP)).toBeUndefined()
    await permissions.connect(DAPP, [B])
    await permissions.forget(DAPP)
    expect(await permissions.of(DAPP)).toBeUndefined()
    expect(changed).toBe(5)
  })
  it('leaves out what is no longer in the wallet, and tells of it', async () => {
    await permissions.connect(DAPP, [B, GONE])
    expect(await seen()).toEqual([B])
    accounts = []
    onAccounts()
    expect(await seen()).toEqual([])
    expect(changed).toBe(2)
  })
  it.each(['forget', 'setAccounts'] as const)(
    'cannot be changed by %s where there is no such site',
    async (how) => {
      const work = how === 'forget' ? permissions.forget(DAPP) : permissions.setAccounts(DAPP, [B])
      await expect(work).rejects.toMatchObject({ code: 'not-found', details: { kind: 'site' } })
    },
  )
  it('is nothing once it is blocked, until it is connected again', async () => {
    await permissions.connect(DAPP, [B])
    await permissions.block(DAPP)
    expect(await permissions.of(DAPP)).toMatchObject({ kind: 'blocked' })
    expect(await seen()).toEqual([])
    await expect(permissions.setAccounts(DAPP, [B])).rejects.toMatchObject({ code: 'not-found' })
    await permissions.forget(DAPP)
    await permissions.connect(DAPP, [B])
    expect(await seen()).toEqual([B])
  })
  it('is known to have been used to the minute, without telling anybody', async () => {
    await permissions.connect(DAPP, [B])
    const since = machine.now()
    machine.pass(59_000)
    await permissions.touch(DAPP)
    expect(await permissions.of(DAPP)).toMatchObject({ used: expect.closeTo(since, -3) as number })
    machine.pass(2_000)
    await permissions.touch(DAPP)
    expect(await permissions.of(DAPP)).toMatchObject({ used: expect.closeTo(since + 61_000, -3) as number })
    await permissions.touch(OTHER)
    expect(await permissions.of(OTHER)).toBeUndefined()
    expect(changed).toBe(1)
  })
})
