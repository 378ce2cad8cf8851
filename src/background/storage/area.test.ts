import { describe, expect, it } from 'vitest'
import { aMachine, aStore } from '../../../test/build/store.ts'
import { DEFAULT_SETTINGS } from '../../shared/domain/settings.ts'
import { createStore, value } from './area.ts'
import { keys } from './keys.ts'

describe('the store', () => {
  it('gives the initial value of what nobody has written', async () => {
    expect(await aStore().store.get(keys.settings)).toEqual(DEFAULT_SETTINGS)
  })
  it('gives back what was written, in another worker too', async () => {
    const machine = aMachine()
    await aStore(machine).store.set(keys.attempts, { fails: 3, nextAt: 9 })
    expect(await aStore(machine).store.get(keys.attempts)).toEqual({ fails: 3, nextAt: 9 })
  })
  it('refuses to write what does not fit its key', async () => {
    const { store } = aStore()
    await expect(store.set(keys.attempts, { fails: -1, nextAt: 0 })).rejects.toThrow('too_small')
  })
  it('loses no change of two that come at once', async () => {
    const { store } = aStore()
    const more = () => store.update(keys.attempts, ({ fails, nextAt }) => ({ fails: fails + 1, nextAt }))
    await Promise.all(Array.from({ length: 20 }, more))
    expect((await store.get(keys.attempts)).fails).toBe(20)
  })
  it('writes nothing when a change gives the same value back', async () => {
    const machine = aMachine()
    const { store } = aStore(machine)
    await store.update(keys.attempts, (same) => same)
    expect(machine.local.has('vault.attempts')).toBe(false)
  })
  it('tells who watches, until they stop', async () => {
    const { store } = aStore()
    const heard: number[] = []
    const stop = store.watch(keys.attempts, ({ fails }) => heard.push(fails))
    await store.set(keys.attempts, { fails: 1, nextAt: 0 })
    stop()
    await store.set(keys.attempts, { fails: 2, nextAt: 0 })
    expect(heard).toEqual([1])
  })
  it('writes several keys in one step', async () => {
    const machine = aMachine()
    const { store } = aStore(machine)
    await store.get(keys.attempts)
    machine.steps.length = 0
    await store.setTogether('local', [value(keys.hadVault, true), value(keys.vault, null)])
    expect(machine.steps).toEqual(['local: vault.sentinel,vault.sealed'])
  })
  it('sets a value that does not read aside, and goes on with the initial one', async () => {
    const machine = aMachine()
    machine.local.set('settings', { theme: 'pink' })
    const { store, damages } = aStore(machine)
    expect(await store.get(keys.settings)).toEqual(DEFAULT_SETTINGS)
    expect(damages).toEqual(['settings'])
    expect(machine.local.get('damaged.settings')).toEqual({ theme: 'pink' })
  })
  it('destroys nothing that was written while it put aside what did not read', async () => {
    const machine = aMachine()
    machine.local.set('vault.attempts', { fails: 'many' })
    const { areas, parts } = aStore(machine)
    let goOn = (): void => {}
    const slow = new Promise<void>((done) => {
      goOn = done
    })
    const waits = [slow]
    const set: typeof areas.local.set = async (items) => {
      if ('damaged.vault.attempts' in items) await waits.pop()
      await areas.local.set(items)
    }
    const store = createStore({
      areas: { ...areas, local: { ...areas.local, set } },
      withLock: parts.withLock,
      onDamage: () => {},
    })
    const reading = store.get(keys.attempts)
    const writing = store.update(keys.attempts, (before) => ({ ...before, nextAt: 9 }))
    await new Promise((done) => setTimeout(done, 20))
    goOn()
    await Promise.all([reading, writing])
    expect(await store.get(keys.attempts)).toEqual({ fails: 0, nextAt: 9 })
  })
  it('says that it is full when the browser would not keep a value', async () => {
    const machine = aMachine()
    const { store } = aStore(machine)
    await store.get(keys.attempts)
    machine.faults.add('local-write')
    await expect(store.set(keys.attempts, { fails: 1, nextAt: 0 })).rejects.toMatchObject({
      code: 'storage-full',
    })
  })
  it('forgets at a reset all but which shape it has', async () => {
    const machine = aMachine()
    const { store } = aStore(machine)
    await store.set(keys.attempts, { fails: 1, nextAt: 0 })
    await store.set(keys.approvals, [])
    await store.reset()
    expect([...machine.local.keys(), ...machine.session.keys()]).toEqual(['schema'])
  })
})

describe('every stored key', () => {
  it('has a name of its own', () => {
    const names = Object.values(keys).map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
  })
  it('says what clears it', () => {
    for (const { clearOn } of Object.values(keys)) expect(['reset', 'never']).toContain(clearOn)
  })
  it('has an initial value that fits it', async () => {
    const { store } = aStore()
    for (const key of [keys.contacts, keys.approvals] as const) await store.set<never[]>(key as never, [])
    for (const key of Object.values(keys))
      expect(() => value(key as never, key.initial as never)).not.toThrow()
  })
})
