import { beforeEach, describe, expect, it } from 'vitest'
import type { Origin } from '#shared/domain/site.ts'
import { aMachine, aStore } from '../../../test/build/store.ts'
import type { Machine } from '../../../test/fakes/machine.ts'
import { createRefusals, type Refusals } from './refusals.ts'

const DAPP = 'https://dapp.example' as Origin
const OTHER = 'https://other.example' as Origin
const MINUTE = 60_000

let machine: Machine
let refusals: Refusals
const begin = (): void => {
  refusals = createRefusals({ store: aStore(machine).store, clock: machine.now })
}
beforeEach(() => {
  machine = aMachine()
  begin()
})
const note = async (times: number): Promise<void> => {
  for (let time = 0; time < times; time += 1) await refusals.note(DAPP)
}

describe('a site that is turned away', () => {
  it('8.3-28 is asked about again after the second time, and not after the third', async () => {
    await note(2)
    expect(await refusals.isSilent(DAPP)).toBe(false)
    await note(1)
    expect(await refusals.isSilent(DAPP)).toBe(true)
  })
  it('8.3-28 is asked about again after ten minutes, and has three more', async () => {
    await note(3)
    machine.pass(10 * MINUTE - 1000)
    expect(await refusals.isSilent(DAPP)).toBe(true)
    machine.pass(1000)
    expect(await refusals.isSilent(DAPP)).toBe(false)
    await note(2)
    expect(await refusals.isSilent(DAPP)).toBe(false)
  })
  it('8.3-28 is not silenced by what is longer ago than ten minutes', async () => {
    await note(2)
    machine.pass(10 * MINUTE)
    await note(1)
    expect(await refusals.isSilent(DAPP)).toBe(false)
  })
  it('silences no other', async () => {
    await note(3)
    expect(await refusals.isSilent(OTHER)).toBe(false)
  })
  it('stays so when the worker starts anew, and does not outlive the browser', async () => {
    await note(3)
    begin()
    expect(await refusals.isSilent(DAPP)).toBe(true)
    machine.session.clear()
    expect(await refusals.isSilent(DAPP)).toBe(false)
  })
  it('begins anew once it was let in', async () => {
    await note(3)
    await refusals.forget(DAPP)
    expect(await refusals.isSilent(DAPP)).toBe(false)
    await note(2)
    expect(await refusals.isSilent(DAPP)).toBe(false)
  })
  it('leaves nothing behind that is over', async () => {
    await note(3)
    machine.pass(21 * MINUTE)
    await refusals.note(OTHER)
    expect(Object.keys(machine.session.get('refusals') as object)).toEqual([OTHER])
  })
})
