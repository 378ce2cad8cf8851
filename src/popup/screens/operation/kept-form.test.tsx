/**
 * A form is as it was typed when one comes back to it, and says what there is before it is filled in.
 * @vitest-environment happy-dom
 */
import { beforeEach, describe, expect, it } from 'vitest'
import { addressOf } from '#shared/domain/address.ts'
import { rao } from '#shared/domain/units.ts'
import { click, drawnAt, type } from '../../../../test/build/drawn.tsx'
import { drawForm, type Given } from '../../../../test/build/operation-form.tsx'
import { NOW } from '../../../../test/build/staking-topics.ts'
import { recall } from '../../memory.ts'
import type { TypedFields } from './typed.ts'

const to = addressOf(new Uint8Array(32).fill(2))

beforeEach(() => localStorage.clear())
const open = drawnAt(NOW)
async function openForm(given: Given = {}) {
  const drawn = await drawForm(open, { id: 'transfer', ...given })
  const amount = () => drawn.place.querySelector<HTMLInputElement>('.amount-input input')
  return {
    ...drawn,
    typeTo: (text: string) => type(drawn.place.querySelector('textarea'), text),
    typeAmount: (text: string) => type(amount(), text),
    figure: () => amount()?.value,
  }
}

describe('a form', () => {
  it('stands as it was typed when one comes back from a review', async () => {
    const amount = { kind: 'amount', text: '2.5', max: false } as const
    const { figure, last } = await openForm({ typed: { to: { kind: 'address', text: to }, amount } })
    expect(figure()).toBe('2.5')
    expect(last()).toEqual({ to, amount: { exactly: '2500000000' }, close: false })
  })
  it('is kept as it is typed, for a window that closes meanwhile', async () => {
    const { typeTo, typeAmount } = await openForm()
    await typeTo(to)
    await typeAmount('2.5')
    expect(recall().trail.at(-1)).toMatchObject({
      kind: 'operation',
      operation: 'transfer',
      typed: { to: { text: to }, amount: { text: '2.5' } },
    })
  })
  it('is not kept before anything was typed', async () => {
    await openForm()
    expect(recall().trail).toEqual([])
  })
  it('keeps no words that were pasted into it by mistake', async () => {
    const { typeTo, typeAmount } = await openForm()
    await typeTo('abandon ability able about above absent')
    await typeAmount('2.5')
    expect(JSON.stringify(localStorage)).toContain('2.5')
    expect(JSON.stringify(localStorage)).not.toContain('abandon')
  })
  it('shows what a maximum was until it is known what it is', async () => {
    const amount = { kind: 'amount', text: '9.5', max: true } as const
    const typed: TypedFields = { to: { kind: 'address', text: to }, amount }
    expect((await openForm({ typed, quoted: { most: null } })).figure()).toBe('9.5')
    expect((await openForm({ typed })).figure()).toBe('154.1003')
  })
  it('says what there is while the most is not known, and takes shares of that', async () => {
    const own = { free: rao(8_000_000_000n), reserved: rao(0n), frozen: rao(0n) }
    const { text, button, figure } = await openForm({ quoted: { most: null, own } })
    expect(text()).toContain('You have τ8.0000')
    await click(button('25%'))
    expect(figure()).toBe('2')
  })
})
