/** `npm run new`: what it writes is the registry with one operation more, whatever else stands there. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import ts from 'typescript'
import { afterAll, describe, expect, it } from 'vitest'
import { operations } from '../../src/shared/operations/index.ts'

const root = resolve(import.meta.dirname, '../..')
const SCRIPT = 'scripts/new-operation.ts'
const REGISTRY = 'src/shared/operations/index.ts'

describe('a new operation', () => {
  const place = mkdtempSync(join(tmpdir(), 'new-operation-'))
  afterAll(() => rmSync(place, { recursive: true }))

  function run(id: string): number | null {
    return spawnSync(join(root, 'node_modules/.bin/tsx'), [join(place, SCRIPT), id]).status
  }
  /** The keys of the registry, by the compiler's own reading; none where it does not read. */
  function registered(): readonly string[] {
    const text = readFileSync(join(place, REGISTRY), 'utf8')
    const { diagnostics = [] } = ts.transpileModule(text, { reportDiagnostics: true })
    if (diagnostics.length > 0) return []
    const body = /export const operations = \{([^}]*)\}/.exec(text)?.[1] ?? ''
    return body.split(',').flatMap((line) => line.replaceAll("'", '').split(':')[0]?.trim() || [])
  }

  it('joins the registry in its alphabetical place, and comes once', () => {
    for (const file of [SCRIPT, REGISTRY]) {
      mkdirSync(join(place, file, '..'), { recursive: true })
      cpSync(join(root, file), join(place, file))
    }
    expect(run('add-something')).toBe(0)
    const written = registered()
    const before = Object.keys(operations)
    expect(written).toEqual([...before, 'add-something'].toSorted((a, b) => (a < b ? -1 : 1)))
    expect(readFileSync(join(place, 'src/shared/operations/add-something.ts'), 'utf8')).toContain(
      'export const addSomething = defineOperation({',
    )
    expect(run('add-something')).toBe(1)
  })
})
