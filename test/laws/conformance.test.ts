/** The table of what web pages meet and the tests it speaks of are one: no number without its test, no file that is not there. */
import { describe, expect, it } from 'vitest'
import { read, walk } from '../build/files.ts'

/** The behaviours of section 8, by its parts. */
const NUMBERS: Readonly<Record<string, readonly number[]>> = {
  '8.1': [1, 3, 5, 6, 7, 8, 9, 10, 12],
  '8.2': [13, 15, 16, 17, 20, 21, 22],
  '8.3': [23, 24, 25, 27, 28, 29, 30, 32, 33, 34, 35, 36],
  '8.4': [37, 38, 40, 43, 44, 45, 47, 48, 49, 50, 52, 54, 55, 56],
  '8.5': [57, 60, 61, 62, 63],
  '8.6': [66, 67, 68, 70, 72, 74, 75, 76, 77, 78, 79, 80, 81, 82, 83, 84],
  '8.7': [85, 87, 89, 91, 92, 93, 94, 95, 96, 98, 99, 100, 101],
}
const all = Object.entries(NUMBERS).flatMap(([part, numbers]) => numbers.map((each) => `${part}-${each}`))

const files = ['src', 'test'].flatMap(walk).filter((path) => /\.(test|spec)\.tsx?$/.test(path))
/** What the titles of a file begin with; a title may begin with several. */
const titled = new Map(files.map((path) => [path, numbersIn(read(path))]))
/** The rows of the table that speak of numbers, and the files each of them names. */
const rows = [...read('docs/provider-conformance.md').matchAll(/^\| (\d[\d, ]*?) *\| (.*) \|$/gm)].map(
  ([, numbers = '', where = '']) => ({
    numbers: numbers.split(', ').map((each) => all.find((full) => full.endsWith(`-${each}`)) ?? each),
    named: [...where.matchAll(/`([^`]+\.(?:test|spec)\.tsx?)`/g)].map(([, name = '']) => name),
  }),
)
const filesOf = (name: string): readonly string[] =>
  files.filter((path) => path === name || path.endsWith(`/${name}`))

describe('the table of conformance', () => {
  it('has every number of the specification, once', () => {
    expect(rows.flatMap(({ numbers }) => numbers)).toEqual(all)
  })
  it.each(all)('has a test whose title begins with %s', (number) => {
    const named = rows.find(({ numbers }) => numbers.includes(number))?.named ?? []
    const bearing = named.flatMap(filesOf).filter((path) => titled.get(path)?.has(number) === true)
    expect(bearing, `in ${named.join(', ')}`).not.toEqual([])
  })
  it('names no file that is not there, or that bears none of the numbers of its row', () => {
    const idle = rows.flatMap(({ numbers, named }) =>
      named.filter(
        (name) => !filesOf(name).some((path) => numbers.some((number) => titled.get(path)?.has(number))),
      ),
    )
    expect(idle).toEqual([])
  })
})

function numbersIn(code: string): ReadonlySet<string> {
  const titles = [...code.matchAll(/['"`]((?:8\.\d-\d+ )+)/g)]
  return new Set(titles.flatMap(([, numbers = '']) => numbers.trim().split(' ')))
}
