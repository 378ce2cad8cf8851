import { describe, expect, it } from 'vitest'
import { aMachine, aStore } from '../../../test/build/store.ts'
import { keys } from './keys.ts'
import { migrate, migrated, type Step } from './migrations.ts'

const rename: Step = ({ old = null, ...rest }) => ({ ...rest, renamed: old })
const double: Step = (stored) => ({ ...stored, renamed: Number(stored['renamed']) * 2 })

describe('migrations', () => {
  it('run in order from the version that is stored', () => {
    expect(migrated({ schema: 1, old: 4 }, [rename, double])).toEqual({ schema: 3, renamed: 8 })
    expect(migrated({ schema: 2, renamed: 4 }, [rename, double])).toEqual({ schema: 3, renamed: 8 })
  })
  it('from version 1 on drop a picture that says nothing of stake, and nothing else', () => {
    expect(migrated({ schema: 1, portfolio: { accounts: [] }, contacts: [] })).toEqual({
      schema: 2,
      contacts: [],
    })
  })
  it('leave what is newest alone', () => {
    expect(migrated({ schema: 3, renamed: 4 }, [rename, double])).toEqual({ schema: 3, renamed: 4 })
  })
  it('mark an empty store with the newest version', () => {
    expect(migrated({}, [rename])).toEqual({ schema: 2 })
  })
  it('get a copy', () => {
    const stored = { schema: 1, old: { deep: 1 } }
    const change: Step = (given) => {
      Object.assign(given['old'] as object, { deep: 2 })
      return given
    }
    migrated(stored, [change])
    expect(stored.old.deep).toBe(1)
  })
  it('refuse a version that is not known yet', () => {
    expect(() => migrated({ schema: 9 }, [rename])).toThrow('does not know')
  })
  it('replace what was renamed', async () => {
    const machine = aMachine()
    machine.local.set('schema', 1)
    machine.local.set('old', 4)
    const { browser, withLock } = machine.begin()
    await migrate(browser.storage.local, withLock, [rename])
    expect(Object.fromEntries(machine.local)).toEqual({ schema: 2, renamed: 4 })
  })
  it('leave everything as it was when a step fails', async () => {
    const machine = aMachine()
    machine.local.set('schema', 1)
    machine.local.set('old', 4)
    const { browser, withLock } = machine.begin()
    const fails: Step = () => {
      throw new Error('no')
    }
    await expect(migrate(browser.storage.local, withLock, [fails])).rejects.toThrow('no')
    expect(Object.fromEntries(machine.local)).toEqual({ schema: 1, old: 4 })
  })
  it('of a newer wallet keep an older one from reading or writing', async () => {
    const machine = aMachine()
    machine.local.set('schema', 99)
    const { store } = aStore(machine)
    await expect(store.get(keys.settings)).rejects.toThrow('does not know')
    await expect(store.set(keys.hadVault, true)).rejects.toThrow('does not know')
    expect(Object.fromEntries(machine.local)).toEqual({ schema: 99 })
  })
})
