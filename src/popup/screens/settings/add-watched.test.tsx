/**
 * An address to watch is kept when it is none of those it could be mistaken for, or is meant.
 * @vitest-environment happy-dom
 */
import { describe, expect, it, vi } from 'vitest'
import { addressOf } from '#shared/domain/address.ts'
import { ok } from '#shared/domain/result.ts'
import { click, drawnAt, type } from '../../../../test/build/drawn.tsx'
import { drawScreen } from '../../../../test/build/drawn-wallet.tsx'
import { MAIN, ME, NOW } from '../../../../test/build/staking-topics.ts'
import { AddWatched } from './add-watched.tsx'

const open = drawnAt(NOW)
const alike = addressOf(new Uint8Array(32).fill(1).fill(9, 6))
const unlike = addressOf(new Uint8Array(32).fill(7))
const ADD = 'Add account'

async function openWatch(past: object = { activity: [] }) {
  const watch = vi.fn(async () => ok(undefined))
  const onDone = vi.fn()
  const drawn = await drawScreen(open, <AddWatched onBack={() => {}} onDone={onDone} />, {
    background: {},
    session: { watch },
    topics: { accounts: [MAIN], contacts: [], ...past },
  })
  return {
    ...drawn,
    watch,
    onDone,
    field: (label: string) => {
      const labels = [...drawn.place.querySelectorAll('label')]
      const id = labels.find((each) => each.textContent?.startsWith(label))?.htmlFor ?? ''
      return drawn.place.querySelector<HTMLInputElement>(`[id="${id}"]`)
    },
  }
}

describe('an address to watch', () => {
  it('is added once it has a name', async () => {
    const { button, field, watch, onDone, text } = await openWatch()
    await type(field('Address'), unlike)
    expect(button(ADD).disabled).toBe(true)
    await type(field('Name'), 'Cold store')
    expect(text()).not.toContain('This looks like another')
    await click(button(ADD))
    expect(watch).toHaveBeenCalledWith(unlike, 'Cold store')
    expect(onDone).toHaveBeenCalledOnce()
  })
  it('that looks like another known address is added only with a word, typed for that very address', async () => {
    const { button, field, watch, text } = await openWatch()
    await type(field('Name'), 'Cold store')
    await type(field('Address'), alike)
    expect(text()).toContain('This looks like another address you know, Main.')
    expect(button(ADD).disabled).toBe(true)
    await type(field('Type DIFFERENT'), 'different')
    expect(button(ADD).disabled).toBe(false)
    await type(field('Address'), ME.slice(0, -1))
    await type(field('Address'), alike)
    expect(button(ADD).disabled).toBe(true)
    await type(field('Type DIFFERENT'), 'DIFFERENT')
    await click(button(ADD))
    expect(watch).toHaveBeenCalledWith(alike, 'Cold store')
  })
  it('is not added while it is not known whom it may look like', async () => {
    const { button, field } = await openWatch({})
    await type(field('Name'), 'Cold store')
    await type(field('Address'), unlike)
    expect(button(ADD).disabled).toBe(true)
  })
})
