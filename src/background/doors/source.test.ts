import { describe, expect, it } from 'vitest'
import { sourceOf } from './source.ts'

/** A value that is read when the test says so. */
function slowly() {
  const waiting: ((value: number) => void)[] = []
  const listeners = new Set<() => void>()
  const sent: number[] = []
  const bugs: unknown[] = []
  const source = sourceOf(
    () => new Promise<number>((resolve) => waiting.push(resolve)),
    [
      (listener) => {
        listeners.add(listener)
        return () => void listeners.delete(listener)
      },
    ],
    (cause) => bugs.push(cause),
  )
  const stop = source((value) => sent.push(value))
  const answer = async (value: number): Promise<void> => {
    waiting.shift()?.(value)
    await Promise.resolve()
    await Promise.resolve()
  }
  const change = (): void => {
    for (const listener of listeners) listener()
  }
  return { sent, bugs, waiting, listeners, stop, answer, change }
}

describe('a source', () => {
  it('sends the present value at once', async () => {
    const { sent, answer } = slowly()
    await answer(1)
    expect(sent).toEqual([1])
  })
  it('reads again after a change', async () => {
    const { sent, answer, change } = slowly()
    await answer(1)
    change()
    await answer(2)
    expect(sent).toEqual([1, 2])
  })
  it('reads once more after changes that came while it read', async () => {
    const { sent, answer, change, waiting } = slowly()
    change()
    change()
    await answer(1)
    await answer(2)
    expect(sent).toEqual([1, 2])
    expect(waiting).toEqual([])
  })
  it('sends nothing after it was stopped', async () => {
    const { sent, answer, stop, listeners } = slowly()
    stop()
    await answer(1)
    expect(sent).toEqual([])
    expect(listeners.size).toBe(0)
  })
  it('notes what could not be read, and goes on', async () => {
    const bugs: unknown[] = []
    let tell = (): void => {}
    let reads = 0
    const sent: number[] = []
    const source = sourceOf(
      () => (reads++ === 0 ? Promise.reject(new Error('no')) : Promise.resolve(reads)),
      [
        (listener) => {
          tell = listener
          return () => {}
        },
      ],
      (cause) => bugs.push(cause),
    )
    source((value) => sent.push(value))
    await new Promise(setImmediate)
    tell()
    await new Promise(setImmediate)
    expect(bugs).toHaveLength(1)
    expect(sent).toEqual([2])
  })
})
