/**
 * An answer is of what was asked last, and the last one of the same subject stays in sight until the next.
 * @vitest-environment happy-dom
 */
import { act } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import type { Failure } from '#shared/domain/errors.ts'
import { fail, ok, type Result } from '#shared/domain/result.ts'
import { type Drawn, draw } from '../../../test/build/drawn.tsx'
import { type Question, useAnswer } from './use-answer.ts'

const open: Drawn[] = []
afterEach(async () => {
  for (const each of open.splice(0)) await each.end()
})

async function ask() {
  const waiting: ((result: Result<string, Failure>) => void)[] = []
  function Probe({ question }: { readonly question: Question | undefined }) {
    const { value, failure } = useAnswer(
      question,
      () => new Promise<Result<string, Failure>>((resolve) => waiting.push(resolve)),
    )
    return (
      <p>
        {value ?? 'nothing'} {failure?.code}
      </p>
    )
  }
  const drawn = await draw(<Probe question={undefined} />)
  open.push(drawn)
  return {
    text: () => drawn.text().trim(),
    asked: () => waiting.length,
    put: (question: Question) => drawn.redraw(<Probe question={question} />),
    answer: (at: number, result: Result<string, Failure>) => act(async () => waiting[at]?.(result)),
  }
}
const away = fail({ code: 'offline', details: undefined } as const)

describe('an answer', () => {
  it('is not asked for before there is a question', async () => {
    const { asked, text } = await ask()
    expect([asked(), text()]).toEqual([0, 'nothing'])
  })
  it('stays in sight while the same is asked again', async () => {
    const { put, answer, text, asked } = await ask()
    await put({ about: 'a', asOf: 1 })
    await answer(0, ok('first'))
    await put({ about: 'a', asOf: 2 })
    expect([asked(), text()]).toEqual([2, 'first'])
    await answer(1, ok('second'))
    expect(text()).toBe('second')
  })
  it('of another subject is none', async () => {
    const { put, answer, text } = await ask()
    await put({ about: 'a' })
    await answer(0, ok('of a'))
    await put({ about: 'b' })
    expect(text()).toBe('nothing')
  })
  it('that comes after the question was changed is not believed', async () => {
    const { put, answer, text } = await ask()
    await put({ about: 'a' })
    await put({ about: 'b' })
    await answer(1, ok('of b'))
    await answer(0, ok('of a'))
    expect(text()).toBe('of b')
  })
  it('that failed leaves the last one standing, and says so', async () => {
    const { put, answer, text } = await ask()
    await put({ about: 'a', asOf: 1 })
    await answer(0, ok('first'))
    await put({ about: 'a', asOf: 2 })
    await answer(1, away)
    expect(text()).toBe('first offline')
  })
})
