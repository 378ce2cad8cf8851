import { describe, expect, it } from 'vitest'
import { createFirstAnswer } from './first-answer.ts'

const settle = (): Promise<void> => new Promise((done) => setImmediate(done))

function begun() {
  let answer = (): void => {}
  let tire = (): void => {}
  const answered = new Promise<void>((done) => {
    answer = done
  })
  const patience = new Promise<void>((done) => {
    tire = done
  })
  let breathe = (): void => {}
  const breath = () =>
    new Promise<void>((done) => {
      breathe = done
    })
  const first = createFirstAnswer(answered, patience, breath)
  let isGiven = false
  void first.given.then(() => {
    isGiven = true
  })
  return { first, answer, tire, breathe: () => breathe(), isGiven: () => settle().then(() => isGiven) }
}

describe('what waits for the first answer', () => {
  it('goes on once there is one, where no window has come', async () => {
    const { answer, isGiven } = begun()
    expect(await isGiven()).toBe(false)
    answer()
    expect(await isGiven()).toBe(true)
  })
  it('waits for the window that has come to be told, and for a breath', async () => {
    const { first, answer, breathe, isGiven } = begun()
    first.expect()
    answer()
    expect(await isGiven()).toBe(false)
    first.give()
    expect(await isGiven()).toBe(false)
    breathe()
    expect(await isGiven()).toBe(true)
  })
  it('does not wait for a room that never answers, nor for a window that asks nothing', async () => {
    const silent = begun()
    silent.tire()
    expect(await silent.isGiven()).toBe(true)
    const idle = begun()
    idle.first.expect()
    idle.answer()
    idle.tire()
    expect(await idle.isGiven()).toBe(true)
  })
})
