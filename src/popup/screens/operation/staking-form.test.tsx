/**
 * The form of a trade: what is picked, how far the price may go, what would come of it, and what holds it back.
 * @vitest-environment happy-dom
 */
import { describe, expect, it } from 'vitest'
import { alphaRao, netuid } from '#shared/domain/units.ts'
import { click, drawnAt, pass, send, type } from '../../../../test/build/drawn.tsx'
import { drawForm, type Given, HOTKEY, QUOTE } from '../../../../test/build/operation-form.tsx'
import { aPosition, NOW } from '../../../../test/build/staking-topics.ts'
import type { Filled } from './typed.ts'

const open = drawnAt(NOW)
const openForm = (given: Given = {}) => drawForm(open, given)
const inChutes: Filled = { subnet: netuid(64), validator: HOTKEY }

describe('the form of a stake', () => {
  it('begins with what was known where one came from', async () => {
    const { text, last } = await openForm({ filled: inChutes })
    expect(text()).toContain('Chutes')
    expect(text()).toContain('Northern Light')
    expect(last()).toMatchObject({ subnet: 64, validator: HOTKEY })
  })
  it('leads who wants to go on to the first field that holds it up, picked or typed', async () => {
    for (const [filled, first] of [
      [{}, '.pick'],
      [inChutes, '.amount-input input'],
    ] as const) {
      const { place } = await openForm({ filled })
      await send(
        place.querySelector('form') ?? place,
        new Event('submit', { bubbles: true, cancelable: true }),
      )
      expect(document.activeElement).toBe(place.querySelector(first))
    }
  })
  it('says what it does at once to an account that has never staked', async () => {
    const isOpen = async (given: Given) =>
      (await openForm(given)).place.querySelector<HTMLDetailsElement>('details')?.open
    expect(await isOpen({ positions: [] })).toBe(true)
    expect(await isOpen({})).toBe(false)
  })
  it('asks for the subnet before the validator', async () => {
    const { text } = await openForm()
    expect(text()).toContain('Choose the subnet first')
  })
  it('takes a subnet from the list, and the validator of another away', async () => {
    const { button, place, last, rest } = await openForm({ filled: inChutes })
    await click(button(/Chutes.*Change$/))
    await type(place.querySelector('dialog input'), 'templ')
    await click(button(/^.?Templar/))
    await rest()
    expect(last()).toMatchObject({ subnet: 3 })
    expect(last()).not.toHaveProperty('validator')
  })
  it('says what would come of it, at which price, and what it costs', async () => {
    const { text } = await openForm({ filled: inChutes })
    for (const part of ['244.8100', '243.7800', '0.21%', '0.10251', '0.0125', '0.001702'])
      expect(text()).toContain(part)
  })
  it('promises nothing that a limit could not hold', async () => {
    const [trade] = QUOTE.trades
    const atLeast = { alpha: alphaRao(300_000_000_000n), netuid: netuid(64) }
    const { text } = await openForm({
      filled: inChutes,
      quoted: { trades: trade === undefined ? [] : [{ ...trade, atLeast }] },
    })
    expect(text()).not.toContain('300.0000')
  })
  it('says so when its estimate has grown old', async () => {
    const { text } = await openForm({ filled: inChutes, best: 6_912_010 })
    expect(text()).toContain('This estimate is 6 blocks old')
  })
})

describe('the price limit', () => {
  it('is half a percent until somebody says otherwise, all or nothing', async () => {
    const { text, last } = await openForm({ filled: inChutes })
    expect(text()).toContain('0.5% from the price now')
    expect(last()['limit']).toEqual({ kind: 'tolerance', basisPoints: 50, allowPartial: false })
  })
  it('takes a tolerance that is chosen or typed, and a part where that will do', async () => {
    const { button, place, last, rest } = await openForm({ filled: inChutes })
    await click(button('Change'))
    await click(button('3%'))
    await rest()
    expect(last()['limit']).toMatchObject({ basisPoints: 300 })
    await type(place.querySelector('[aria-label="Tolerance in percent"]'), '1.25')
    await click(place.querySelector('[role="switch"]') ?? place)
    await rest()
    expect(last()['limit']).toEqual({ kind: 'tolerance', basisPoints: 125, allowPartial: true })
  })
  it('takes a price to the last of nine decimals', async () => {
    const { button, box, place, last, rest } = await openForm({ filled: inChutes })
    await click(button('Change'))
    await click(box(/^Price$/))
    await type(place.querySelector('[aria-label="Limit price in TAO per alpha"]'), '0.102510001')
    await rest()
    expect(last()['limit']).toEqual({ kind: 'price', price: '102510001', allowPartial: false })
  })
  it('is refused where it protects from nothing, and not handed on', async () => {
    const { button, place, text, last, rest } = await openForm({ filled: inChutes })
    await click(button('Change'))
    await type(place.querySelector('[aria-label="Tolerance in percent"]'), '60')
    await rest()
    expect(text()).toContain('At most 50%')
    expect(last()).not.toHaveProperty('limit')
  })
  it('can be given up, by saying so', async () => {
    const { button, box, last, rest, text } = await openForm({ filled: inChutes })
    await click(button('Change'))
    await click(box(/^No limit$/))
    await rest()
    expect(last()['limit']).toEqual({ kind: 'none' })
    expect(text()).toContain('whatever the price is then')
  })
  it('is not asked for on root, whose price never moves', async () => {
    const { text } = await openForm({ filled: { subnet: netuid(0), validator: HOTKEY } })
    expect(text()).not.toContain('Price limit')
  })
})

describe('the form of an unstake', () => {
  const position = { hotkey: HOTKEY, netuid: netuid(64) }
  it('counts in alpha of its position, up to what can leave', async () => {
    const { text, button, last, rest } = await openForm({
      id: 'remove-stake',
      filled: { position },
      quoted: { most: { alpha: alphaRao(2_900_000_000_000n), netuid: netuid(64) } },
    })
    expect(text()).toContain('At most α2,900')
    await click(button('Max'))
    await rest()
    expect(last()).toMatchObject({ position: { hotkey: HOTKEY, netuid: 64 }, amount: 'max' })
  })
  it('says what there is of the position while the most is not known', async () => {
    const { text } = await openForm({ id: 'transfer-stake', filled: { position }, quoted: { most: null } })
    expect(text()).toContain('You have α3,021')
  })
  it('begins with the position there is, and asks where there are two', async () => {
    const one = await openForm({ id: 'remove-stake' })
    expect(one.last()).toMatchObject({ position })
    const two = await openForm({
      id: 'remove-stake',
      positions: [aPosition(), aPosition({ netuid: netuid(8) })],
    })
    expect(two.last()).not.toHaveProperty('position')
    expect(two.text()).toContain('Which position?')
  })
})

describe('what holds a form back', () => {
  it('stands beside Review where it is about all of it, once', async () => {
    const finding = { id: 'x', level: 'danger', blocks: true, text: ['Nothing is left.'] } as const
    const known = { id: 'y', level: 'caution', text: ['It is late.'] } as const
    const { text, place } = await openForm({ filled: inChutes, quoted: { findings: [known, finding] } })
    expect(place.querySelector('footer')?.textContent).toContain('Nothing is left.')
    expect(place.querySelector('main')?.textContent).toContain('It is late.')
    expect(text().split('Nothing is left.')).toHaveLength(2)
  })
  it('gives the focus of who pressed to the title where it stands at no field', async () => {
    const { place } = await openForm({
      filled: inChutes,
      quoted: {
        findings: [{ id: 'offline', level: 'caution', blocks: true, text: ['The network is away.'] }],
      },
    })
    await type(place.querySelector('.amount-input input'), '1')
    const pressed = new Event('submit', { bubbles: true, cancelable: true })
    await send(place.querySelector('form') ?? place, pressed)
    await pass(1)
    expect(document.activeElement).toBe(place.querySelector('h1'))
  })
  it('is safe mode, while it lasts', async () => {
    const { text, button } = await openForm({ filled: inChutes, safeModeUntil: 7_000_000 })
    expect(text()).toContain('in safe mode until block 7,000,000')
    expect(button('Review').disabled).toBe(true)
  })
  it('is a runtime that has the call no more, or otherwise', async () => {
    const call = 'SubtensorModule.add_stake'
    const missing = await openForm({ offer: { kind: 'hidden', why: 'missing', call } })
    expect(missing.text()).toContain(`no ${call}`)
    expect(missing.hasButton('Review')).toBe(false)
    const changed = await openForm({ offer: { kind: 'hidden', why: 'changed', call } })
    expect(changed.text()).toContain('other arguments')
  })
  it('is that the wallet does no such thing', async () => {
    const { text } = await openForm({ id: 'no-such-thing' })
    expect(text()).toContain('This wallet does not do this')
  })
})
