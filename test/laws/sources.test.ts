/** What holds for every source file, found by walking the tree. */
import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { read, root, walk } from '../build/files.ts'

/** Where `any` restores types that a table has to lose (docs/decisions). */
const ANY_ALLOWED = [
  'src/shared/operations/define.ts',
  'src/shared/operations/index.ts',
  'src/shared/protocol/contract.ts',
]

const sources = ['src', 'devnet'].flatMap(walk).filter((path) => /\.tsx?$/.test(path))
const shipped = sources.filter((path) => path.startsWith('src/') && !/\.test\.tsx?$/.test(path))
/** Without its comments, in which `any` is a word. */
const code = (path: string): string => read(path).replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '')

describe('every source file', () => {
  it('has at most 250 lines', () => {
    const long = ['src', 'devnet', 'scripts', 'build', 'bench', 'demo']
      .flatMap(walk)
      .filter((path) => /\.(tsx?|mjs|css)$/.test(path))
      .filter((path) => read(path).split('\n').length > 251)
    expect(long).toEqual([])
  })
  it('silences no check of the compiler', () => {
    expect(shipped.filter((path) => /@ts-(ignore|nocheck|expect-error)/.test(read(path)))).toEqual([])
  })
  it('gives a reason where it silences the linter', () => {
    const silent = shipped.flatMap((path) =>
      [...read(path).matchAll(/biome-ignore [^\n]*/g)]
        .map(([line]) => line)
        .filter((line) => !/: .{10,}/.test(line)),
    )
    expect(silent).toEqual([])
  })
  it('has no `any` but where it is allowed by name', () => {
    const anys = shipped.filter((path) => /\bas any\b|: any\b|<any\b|\bany>/.test(code(path)))
    expect(anys.filter((path) => !ANY_ALLOWED.includes(path))).toEqual([])
  })
  it('bears a name that says what it is for', () => {
    const drawers = sources.filter((path) => /(^|\/)(utils?|helpers?|common|types|misc)\.tsx?$/.test(path))
    expect(drawers).toEqual([])
  })
  it('says in its first line what it is for', () => {
    const silent = shipped.filter((path) => !/^(\/\*\*|\/\/)/.test(read(path)))
    expect(silent).toEqual([])
  })
  it('keeps no state at its top level', () => {
    expect(shipped.filter((path) => /^(export )?let /m.test(read(path)))).toEqual([])
  })
  it('names no path of one computer', () => {
    const paths = sources.filter((path) => /["'`]\/(home|root|work|Users)\//.test(read(path)))
    expect(paths.map((path) => relative(root, join(root, path)))).toEqual([])
  })
})
