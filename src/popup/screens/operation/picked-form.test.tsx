/**
 * Forms that are filled from what the chain has: a crowdloan, an identity, a validator one stakes with.
 * @vitest-environment happy-dom
 */
import { describe, expect, it } from 'vitest'
import { rao, TAO } from '#shared/domain/units.ts'
import { click, drawnAt, type } from '../../../../test/build/drawn.tsx'
import { drawForm, type Given, HOTKEY } from '../../../../test/build/operation-form.tsx'
import { aCrowdloan, NOW, taken } from '../../../../test/build/staking-topics.ts'

const open = drawnAt(NOW)
const openForm = (given: Given) => drawForm(open, given)

// 7,200 blocks of twelve seconds are a day.
const end = taken.block.number + 3 * 7200
const crowdloans = [
  aCrowdloan(12, { end, raised: rao(57n * TAO), cap: rao(60n * TAO) }),
  aCrowdloan(4, { end: 1, raised: rao(9n * TAO), cap: rao(9n * TAO), own: rao(2n * TAO) }),
]

describe('the form of a contribution', () => {
  it('offers the crowdloans of the chain, with what each has, wants and how long it is open', async () => {
    const { text, button, last, rest } = await openForm({ id: 'crowdloan-contribute', crowdloans })
    await click(button(/^Which crowdloan/))
    for (const part of ['Crowdloan 12', 'τ57', 'of τ60', 'about 3 days left', 'Crowdloan 4', 'over'])
      expect(text()).toContain(part)
    await click(button(/^Crowdloan 12/))
    await rest()
    expect(last()).toMatchObject({ crowdloan: 12 })
    expect(text()).toContain('τ57.00 of τ60.00')
  })
  it('takes the number of any other that is typed', async () => {
    const { place, button, last, rest } = await openForm({ id: 'crowdloan-contribute', crowdloans })
    await click(button(/^Which crowdloan/))
    await type(place.querySelector('dialog input'), '77')
    await click(button(/^Crowdloan 77/))
    await rest()
    expect(last()).toMatchObject({ crowdloan: 77 })
  })
  it('says so where there is none', async () => {
    const { text, button } = await openForm({ id: 'crowdloan-contribute' })
    await click(button(/^Which crowdloan/))
    expect(text()).toContain('There is no crowdloan now.')
  })
})

describe('the form to take a contribution back', () => {
  it('offers only those crowdloans that hold something of the account’s', async () => {
    const { text, button, hasButton } = await openForm({ id: 'crowdloan-withdraw', crowdloans })
    await click(button(/^Which crowdloan/))
    expect(text()).toContain('you gave τ2')
    expect(hasButton(/^Crowdloan 12/)).toBe(false)
  })
})

describe('the form of an identity', () => {
  const published = { name: 'Northern Light', url: 'https://north.example', github_repo: '', odd: 'x' }
  const id = 'set-identity'
  it('begins with what is published, so that saving it again takes nothing away', async () => {
    const { last } = await openForm({ id, published })
    expect(last()).toMatchObject({ name: 'Northern Light', url: 'https://north.example', github_repo: '' })
    expect(last()).not.toHaveProperty('odd')
  })
  it('keeps what was typed or emptied, and the rest as it is published', async () => {
    const { place, last, rest } = await openForm({ id, published })
    const [name = null, url = null] = place.querySelectorAll('input')
    await type(name, 'Southern Light')
    await type(url, '')
    await rest()
    expect(last()).toMatchObject({ name: 'Southern Light', url: '', github_repo: '' })
  })
  it('stands as it was typed when one comes back from a review', async () => {
    const { last } = await openForm({ id, published, typed: { name: { kind: 'text', json: 'Other' } } })
    expect(last()).toMatchObject({ name: 'Other', url: '' })
  })
  it('goes nowhere while nobody says what is published', async () => {
    const { text, button, last } = await openForm({ id })
    expect(button('Review').disabled).toBe(true)
    expect(last()).toEqual({})
    expect(text()).toContain('No node answers.')
  })
})

describe('a validator', () => {
  it('to unstake all from is one of those the account stakes with', async () => {
    const { text, button, last, rest } = await openForm({ id: 'unstake-all' })
    await click(button(/^With whom of those you stake with/))
    expect(text()).toContain('Northern Light1 position')
    await click(button(/^Northern Light/))
    await rest()
    expect(last()).toMatchObject({ validator: HOTKEY })
  })
  it('of an operation that is about no subnet is asked for on root, in so many words', async () => {
    const { text, button } = await openForm({ id: 'stake-into-basket' })
    await click(button(/^With whom on root/))
    expect(text()).toContain('Validator on root')
  })
})
