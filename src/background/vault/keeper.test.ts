import { describe, expect, it } from 'vitest'
import { aMachine, anAccount, aSealedVault, aStore } from '../../../test/build/store.ts'
import type { Machine } from '../../../test/fakes/machine.ts'
import { encode } from '../../shared/codec.ts'
import { SealedVault } from '../../shared/domain/vault.ts'
import { createKeeper } from './keeper.ts'

const first = aSealedVault({ rev: 1 })
const second = aSealedVault({ rev: 2 })

async function holding(...vaults: readonly SealedVault[]): Promise<Machine> {
  const machine = aMachine()
  for (const vault of vaults) await aStore(machine).keeper.store(vault)
  return machine
}
/** What a worker that has just started makes of it. */
const kindAfterRestart = async (machine: Machine): Promise<string> =>
  (await aStore(machine).keeper.kept()).kind
const copiesIn = (machine: Machine) => ({
  shelf: machine.databases.get('vault-copies'),
  local: machine.local,
})

describe('keeping a vault', () => {
  it('writes it to both stores', async () => {
    const machine = await holding(first)
    expect(copiesIn(machine).shelf?.get('newest')).toEqual(encode(SealedVault, first))
    expect(machine.local.get('vault.sealed')).toEqual(encode(SealedVault, first))
  })
  it('gives it back after a restart', async () => {
    const machine = await holding(first)
    expect(await aStore(machine).keeper.read()).toEqual(first)
  })
  it('derives the accounts from it', async () => {
    const machine = await holding(first)
    expect(await aStore(machine).keeper.accounts()).toEqual([anAccount()])
  })
  it('tells when it changes', async () => {
    const { keeper } = aStore()
    let told = 0
    const stop = keeper.onChange(() => {
      told++
    })
    await keeper.store(first)
    stop()
    await keeper.store(second)
    expect(told).toBe(1)
  })
  it('keeps the revision before until the newest has been opened', async () => {
    const machine = await holding(first, second)
    expect(copiesIn(machine).shelf?.get('previous')).toEqual(encode(SealedVault, first))
    await aStore(machine).keeper.opened()
    expect(copiesIn(machine).shelf?.has('previous')).toBe(false)
  })
})

describe('a vault is not stored', () => {
  const refused = async (machine: Machine, next: SealedVault): Promise<void> => {
    const before = structuredClone(machine.local.get('vault.sealed'))
    await expect(aStore(machine).keeper.store(next)).rejects.toMatchObject({
      code: 'stale',
      details: { moved: 'vault' },
    })
    expect(machine.local.get('vault.sealed')).toEqual(before)
  }
  it('over a newer revision', async () => refused(await holding(first, second), first))
  it('over another of the same revision', async () =>
    refused(await holding(first), aSealedVault({ mac: 'BBBB' })))
  it('over another vault, whatever its revision', async () =>
    refused(await holding(first), aSealedVault({ rev: 9, vid: 'BBBBBBBBBBBBBBBBBBBBBB==' })))
  it('when it is empty and the one that is kept is not', async () =>
    refused(await holding(first), aSealedVault({ rev: 2, accounts: [] })))
  it('over one that no longer reads', async () => {
    const machine = await holding(first)
    machine.local.set('vault.sealed', { fmt: 'nonsense' })
    machine.databases.get('vault-copies')?.set('newest', 'nonsense')
    await refused(machine, second)
  })
})

describe('the very vault that is kept', () => {
  it('is kept again, so that a window whose worker did not live to answer may ask once more', async () => {
    const machine = await holding(first, second)
    const lying = new Map(copiesIn(machine).shelf)
    await aStore(machine).keeper.store(second)
    expect(await aStore(machine).keeper.read()).toEqual(second)
    expect(copiesIn(machine).shelf).toEqual(lying)
  })
  it('is kept as it was, whatever else comes under its revision and MAC', async () => {
    const machine = await holding(first)
    await aStore(machine).keeper.store({ ...first, accounts: [] })
    expect(await aStore(machine).keeper.read()).toEqual(first)
  })
  it('is then in both stores, also where it had come to one alone', async () => {
    const machine = await holding(first, second)
    machine.local.set('vault.sealed', encode(SealedVault, first))
    await aStore(machine).keeper.store(second)
    expect(machine.local.get('vault.sealed')).toEqual(encode(SealedVault, second))
  })
})

describe('of two copies', () => {
  it('the newer is the vault, and the other is healed', async () => {
    const machine = await holding(first, second)
    machine.local.set('vault.sealed', encode(SealedVault, first))
    expect(await aStore(machine).keeper.read()).toEqual(second)
    expect(machine.local.get('vault.sealed')).toEqual(encode(SealedVault, second))
  })
  it('one whose store no longer remembers that there was a vault is healed', async () => {
    const machine = await holding(first)
    machine.local.delete('vault.sentinel')
    expect(await aStore(machine).keeper.read()).toEqual(first)
    expect(machine.local.get('vault.sentinel')).toBe(true)
  })
  it('the one that is left is the vault when a store has lost everything', async () => {
    const machine = await holding(first)
    machine.local.clear()
    expect(await aStore(machine).keeper.read()).toEqual(first)
    expect(machine.local.get('vault.sealed')).toEqual(encode(SealedVault, first))
    expect(machine.local.get('vault.sentinel')).toBe(true)
  })
  it('the one that is left is the vault when the database is gone', async () => {
    const machine = await holding(first)
    machine.databases.clear()
    expect(await aStore(machine).keeper.read()).toEqual(first)
    expect(copiesIn(machine).shelf?.get('newest')).toEqual(encode(SealedVault, first))
  })
  it('the one that reads is the vault when a store answers with an error', async () => {
    const machine = await holding(first)
    machine.faults.add('database-read')
    machine.faults.add('database-write')
    const { keeper, damages } = aStore(machine)
    expect(await keeper.read()).toEqual(first)
    expect(damages).toContain('shelf')
  })
  it('the revision before serves when neither newest reads, and what did not read is kept', async () => {
    const machine = await holding(first, second)
    machine.local.set('vault.sealed', { fmt: 'half' })
    machine.databases.get('vault-copies')?.set('newest', { fmt: 'written' })
    const { keeper } = aStore(machine)
    expect(await keeper.read()).toEqual(first)
    const raw = await keeper.rawCopies()
    expect(raw).toContain('{"fmt":"half"}')
    expect(raw).toContain('{"fmt":"written"}')
  })
})

describe('a vault is absent only when every store reads and agrees', () => {
  it('on a new machine', async () => expect(await kindAfterRestart(aMachine())).toBe('absent'))
  it('not when the database does not read', async () => {
    const machine = aMachine()
    machine.faults.add('database-read')
    expect(await kindAfterRestart(machine)).toBe('damaged')
  })
  it('not when both copies are gone and the database remembers one', async () => {
    const machine = await holding(first)
    machine.local.clear()
    machine.databases.get('vault-copies')?.delete('newest')
    expect(await kindAfterRestart(machine)).toBe('damaged')
  })
  it('not when both copies are gone and the local store remembers one', async () => {
    const machine = await holding(first)
    machine.local.delete('vault.sealed')
    machine.databases.clear()
    expect(await kindAfterRestart(machine)).toBe('damaged')
  })
  it('not when what is there does not parse', async () => {
    const machine = aMachine()
    machine.local.set('vault.sealed', { fmt: 'taokey-vault', v: 2 })
    expect(await kindAfterRestart(machine)).toBe('damaged')
    expect(await aStore(machine).keeper.rawCopies()).toEqual(['{"fmt":"taokey-vault","v":2}'])
  })
  it('and reading a damaged one says so', async () => {
    const machine = aMachine()
    machine.local.set('vault.sealed', 'nonsense')
    await expect(aStore(machine).keeper.read()).rejects.toMatchObject({ code: 'vault-damaged' })
  })
  it('and again after a reset', async () => {
    const machine = await holding(first, second)
    await aStore(machine).keeper.reset()
    expect(await kindAfterRestart(machine)).toBe('absent')
  })
})

describe('a store that would not keep it', () => {
  const deaf = (): Promise<void> => Promise.resolve()
  it('is found out when it says that it did: the database', async () => {
    const { store, shelf, parts } = aStore(await holding(first))
    const lying = { ...shelf, put: deaf }
    const keeper = createKeeper({ store, shelf: lying, withLock: parts.withLock, onDamage: () => {} })
    await expect(keeper.store(second)).rejects.toMatchObject({ code: 'storage-full' })
    expect(await keeper.read()).toEqual(first)
  })
  it('is found out when it says that it did: the local store', async () => {
    const { store, shelf, parts } = aStore(await holding(first))
    const lying = { ...store, setTogether: deaf }
    const keeper = createKeeper({ store: lying, shelf, withLock: parts.withLock, onDamage: () => {} })
    await expect(keeper.store(second)).rejects.toMatchObject({ code: 'storage-full' })
    expect(await keeper.read()).toEqual(first)
  })
  it('leaves the vault as it was when the local store is full', async () => {
    const machine = await holding(first)
    machine.faults.add('local-write')
    await expect(aStore(machine).keeper.store(second)).rejects.toMatchObject({ code: 'storage-full' })
    machine.faults.clear()
    expect(await aStore(machine).keeper.read()).toEqual(first)
    await aStore(machine).keeper.store(second)
    expect(await aStore(machine).keeper.read()).toEqual(second)
  })
  it('leaves the vault as it was when the database fails', async () => {
    const machine = await holding(first)
    machine.faults.add('database-write')
    await expect(aStore(machine).keeper.store(second)).rejects.toMatchObject({ code: 'storage-full' })
    machine.faults.clear()
    expect(await aStore(machine).keeper.read()).toEqual(first)
  })
  it('leaves nothing behind of a first vault, which can be made again', async () => {
    const machine = aMachine()
    expect(await kindAfterRestart(machine)).toBe('absent')
    machine.faults.add('local-write')
    await expect(aStore(machine).keeper.store(first)).rejects.toMatchObject({ code: 'storage-full' })
    machine.faults.clear()
    expect(await kindAfterRestart(machine)).toBe('absent')
  })
})

describe('a worker that dies while it stores', () => {
  it('leaves the vault before or the vault after, at every step', async () => {
    const machine = await holding(first)
    await aStore(machine).keeper.store(second)
    const { length } = machine.steps
    expect(length).toBeGreaterThan(1)
    for (let step = 1; step <= length; step++)
      for (const when of ['before', 'after'] as const) {
        const dying = await holding(first)
        const { keeper, parts } = aStore(dying, { step, when })
        const died = new Promise<void>((resolve) => parts.life.onEnd(resolve))
        void keeper.store(second)
        await died
        const found = await aStore(dying).keeper.read()
        expect([first, second]).toContainEqual(found)
        await aStore(dying).keeper.store(aSealedVault({ rev: 3 }))
      }
  })
})
