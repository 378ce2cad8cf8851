import { describe, expect, it } from 'vitest'
import { operations } from '#shared/operations/index.ts'
import { groupsOf } from './groups.ts'
import { hiddenWords } from './hidden-words.ts'
import { operationWords } from './words.ts'

describe('what can be done', () => {
  it('stands in one group each, and nothing is left out', () => {
    const ids = [...Object.keys(operations), 'something-new']
    const grouped = groupsOf(ids).flatMap(({ ids: own, pages }) => [
      ...own,
      ...pages.flatMap((page) => page.ids.filter((id) => ids.includes(id))),
    ])
    expect(new Set(grouped)).toEqual(new Set(ids))
    expect(grouped).toHaveLength(ids.length)
  })
  it('has a title in words', () => {
    for (const id of Object.keys(operations)) expect(operationWords(id).title).toMatch(/^[A-Z]/)
    expect(operationWords('burn-alpha').title).toBe('Burn alpha')
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
