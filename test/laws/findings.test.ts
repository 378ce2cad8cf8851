/** Everything an operation can find is found once, in words written by hand, and is not found just beside that. */
import { describe, expect, it } from 'vitest'
import { operations } from '#shared/operations/index.ts'
import { findingIdsOf } from '../build/finding-ids.ts'
import { saidBy, weightOf } from '../build/told.ts'
import { wordsOf } from '../build/words.ts'
import { TABLES } from '../findings/index.ts'

const byName = (a: string, b: string): number => a.localeCompare(b)
/** `stays-3` was put together as `stays-*`. */
const family = (id: string): string => id.replace(/-\d+$/, '-*')

const named = TABLES.map((table) => [table.operation, table] as const)

describe.each(named)('what %s finds', (operation, { plain, cases, never }) => {
  const rows = cases.map((each, at) => [at + 1, each.id, each] as const)
  it.runIf(rows.length > 0).each(rows)('%i: %s, where it is so, and not just beside it', (_at, id, each) => {
    expect(saidBy(each.found(), id)).toEqual([[each.weight, each.says]])
    expect(saidBy(each.notFound?.() ?? [], id)).toEqual([])
  })

  it('blocks nothing in the plain case', () => {
    expect(plain().filter((finding) => weightOf(finding) === 'blocks')).toEqual([])
  })

  it('is said once at each field, in whole sentences', () => {
    for (const { found } of cases) {
      const findings = found()
      const places = findings.map(({ id, field }) => `${id} at ${field}`)
      expect(new Set(places).size, places.join()).toBe(places.length)
      for (const { text } of findings) expect(wordsOf(text)).toMatch(/^\S.*\.$/)
    }
  })

  it('is all its source can say, but for what is excepted with a reason', () => {
    const shown = new Set(cases.map(({ id }) => family(id)))
    const excepted = Object.keys(never)
    expect(excepted.filter((id) => shown.has(id))).toEqual([])
    expect([...shown, ...excepted].toSorted(byName)).toEqual(findingIdsOf(operation))
  })
})

describe('the tables of findings', () => {
  it('are one for each operation, in the order of the registry', () => {
    expect(TABLES.map(({ operation }) => operation)).toEqual(Object.keys(operations))
  })
})
