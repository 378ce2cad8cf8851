/** What of the codec library ships: all that metadata can name, whatever metadata comes. */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import * as library from '@polkadot-api/substrate-bindings'
import { describe, expect, it } from 'vitest'
import { CODECS } from '../../build/only-codecs.ts'

const PACKAGES = resolve(import.meta.dirname, '../../node_modules/@polkadot-api')
const lookingUp = ['lookup-codec-builder', 'dynamic-builder'].map((name) =>
  readFileSync(join(PACKAGES, 'metadata-builders/dist', `${name}.js`), 'utf8'),
)

/** The names of an `Enum({…})` of the library's own description of metadata. */
function namesOf(file: string, constant: string): readonly string[] {
  const code = readFileSync(join(PACKAGES, 'substrate-bindings/dist/codecs/metadata', file), 'utf8')
  const body = new RegExp(`const ${constant} = Enum\\(\\{([^}]*)\\}`).exec(code)?.[1] ?? ''
  return [...body.matchAll(/(\w+):/g)].map(([, name = '']) => name)
}

describe('the codecs that ship', () => {
  it('hold every one the library writes out', () => {
    const written = lookingUp.flatMap((code) => [...code.matchAll(/\bscale\.(\w+)/g)].map(([, name]) => name))
    expect(written.length).toBeGreaterThan(20)
    expect(CODECS).toEqual(expect.arrayContaining(written))
  })

  it.each([
    ['primitive', namesOf('lookup.js', 'primitive'), 15],
    ['hasher', namesOf('pallets.js', 'hashType'), 7],
  ])('hold every %s it looks up by a name of metadata', (_, names, count) => {
    expect(names).toHaveLength(count)
    expect(CODECS).toEqual(expect.arrayContaining([...names]))
  })

  it('are all its own', () => {
    expect(Object.keys(library)).toEqual(expect.arrayContaining(CODECS))
  })
})
