/** A bench of sites for each test, on which nothing may go wrong unseen, and what comes of what a page asks there. */
import { afterEach, beforeEach, expect } from 'vitest'
import { aSiteBench, type SiteBench } from './site-bench.ts'
import { B } from './site-requests.ts'

/** Hands a fresh bench over before each test; after it, the bench has met no bug. */
export function benchForEach(take: (bench: SiteBench) => void): void {
  let bench: SiteBench
  beforeEach(() => {
    bench = aSiteBench()
    take(bench)
  })
  afterEach(() => {
    bench.machine.end()
    expect(bench.bugs).toEqual([])
  })
}

export const message = (data = 'hello', address: string = B) => ({ address, data, type: 'bytes' })

/** What a promise came to. */
export const outcome = (asked: Promise<unknown>) =>
  asked.then(
    () => 'resolved',
    (cause: unknown) => cause,
  )

export function fails(): never {
  throw new Error('there is none')
}
