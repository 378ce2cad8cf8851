/**
 * Who goes on has three words on paper.
 * @vitest-environment happy-dom
 */
import { afterEach, describe, expect, it, vi } from 'vitest'
import { click, type Drawn, draw, send, type } from '../../../test/build/drawn.tsx'
import { AskBack, choosePlaces } from './ask-back.tsx'

const words = 'a b c d e f g h i j k l'.split(' ')
const open: Drawn[] = []
afterEach(async () => {
  for (const drawn of open.splice(0)) await drawn.end()
})

async function ask() {
  const onRight = vi.fn()
  const drawn = await draw(<AskBack words={words} onBack={() => {}} onRight={onRight} />)
  open.push(drawn)
  const fields = [...drawn.place.querySelectorAll('input')]
  const places = [...drawn.place.querySelectorAll('label')].map(
    (each) => Number(each.textContent?.match(/\d+/)?.[0]) - 1,
  )
  const submit = () =>
    send(
      drawn.place.querySelector('form') ?? drawn.place,
      new Event('submit', { bubbles: true, cancelable: true }),
    )
  return { drawn, onRight, fields, places, submit }
}

describe('asking words back', () => {
  it('goes on with the right three', async () => {
    const { fields, places, submit, onRight } = await ask()
    for (const [at, field] of fields.entries())
      await type(field, ` ${words[places[at] ?? 0]?.toUpperCase()} `)
    await submit()
    expect(onRight).toHaveBeenCalledOnce()
  })
  it('names the place of a wrong one and keeps what was typed', async () => {
    const { drawn, fields, places, submit, onRight } = await ask()
    for (const [at, field] of fields.entries())
      await type(field, at === 1 ? 'z' : (words[places[at] ?? 0] ?? ''))
    await submit()
    expect(onRight).not.toHaveBeenCalled()
    expect(drawn.text()).toContain(`This is not word ${(places[1] ?? 0) + 1}.`)
    expect(fields[1]?.value).toBe('z')
  })
  it('asks for what was left out', async () => {
    const { drawn, submit } = await ask()
    await submit()
    expect(drawn.text()).toContain('Type the word.')
  })
  it('leads back to the words', async () => {
    const onBack = vi.fn()
    const drawn = await draw(<AskBack words={words} onBack={onBack} onRight={() => {}} />)
    open.push(drawn)
    await click(drawn.button('Back'))
    expect(onBack).toHaveBeenCalledOnce()
  })
})

describe('the places asked', () => {
  it.each([12, 24])('are one of each third of %i words', (count) => {
    for (const chance of [0, 0.5, 0.999]) {
      const places = choosePlaces(count, () => chance)
      expect(places.map((place) => Math.floor(place / (count / 3)))).toEqual([0, 1, 2])
    }
  })
})
