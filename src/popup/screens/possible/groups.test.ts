import { describe, expect, it } from 'vitest'
import { operations } from '#shared/operations/index.ts'
import { groupsOf } from './groups.ts'
import { hiddenWords } from './hidden-words.ts'
import { LINE, operationWords } from './words.ts'

describe('what can be done', () => {
  it('stands in one group each, and nothing is left out', () => {
    const ids = [...Object.keys(operations), 'something-new']
    const groups = groupsOf(ids)
    const grouped = groups.flatMap((group) => group.ids)
    expect(new Set(grouped).size).toBe(grouped.length)
    const pages = groups.flatMap((group) => group.pages)
    const reached = new Set([...grouped, ...pages.flatMap(({ needs }) => needs)])
    for (const id of ids) expect(reached, id).toContain(id)
  })
  it('with stake has the plans first, whose trades have a limit each, and what has none last', () => {
    const stake = groupsOf(Object.keys(operations)).find(({ title }) => title === 'Stake')
    expect(stake?.pages.map(({ title }) => title)).toEqual(['Take out several', 'Rebalance'])
    expect(stake?.ids.at(-1)).toBe('unstake-all')
  })
  it('has no page that leads to what this chain does not do', () => {
    const groups = groupsOf(['transfer'])
    expect(groups.map(({ title }) => title)).toEqual(['TAO'])
    expect(groups.flatMap(({ pages }) => pages)).toEqual([])
  })
  it('is told in one line each', () => {
    const withForm = Object.values(operations).filter(({ form }) => form !== undefined)
    for (const { ids, pages } of groupsOf(withForm.map(({ id }) => id)))
      for (const { title, about = '' } of [...pages, ...ids.map(operationWords)]) {
        expect(about.length, title).toBeGreaterThan(0)
        expect(about.length, title).toBeLessThanOrEqual(LINE)
      }
  })
})

describe('what is not offered', () => {
  it.each([
    ['explained', /explains/],
    ['missing', /no SubtensorModule.claim_root/],
    ['changed', /other arguments/],
  ] as const)('because it is %s says so', (why, words) => {
    expect(hiddenWords({ kind: 'hidden', why, call: 'SubtensorModule.claim_root' })).toMatch(words)
  })
})
