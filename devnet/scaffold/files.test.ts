import { readdirSync, readFileSync } from 'node:fs'
import { metadata, type V16 } from '@polkadot-api/substrate-bindings'
import { describe, expect, it } from 'vitest'
import { runtime } from '../runtime/declared/runtime.ts'
import { generate } from '../runtime/metadata.ts'
import { printFiles } from './files.ts'

const DECLARED = new URL('../runtime/declared/', import.meta.url)

const described = (): V16 => {
  const decoded = metadata.dec(generate(runtime, 16).slice()).metadata
  if (decoded.tag !== 'v16') throw new Error(`metadata ${decoded.tag}`)
  return decoded.value
}
/** A file without what the formatter may change: the order of imports, spaces, quotes, the comma after a last member. */
const bare = (source: string): string =>
  source
    .replace(/^import[^']*'[^']*'$/gm, '')
    .replace(/[\s'"\\]/g, '')
    .replace(/,(?=[\])}])/g, '')

describe('the declarations', () => {
  it('are what the scaffold prints of the metadata that is made of them', () => {
    const files = printFiles(described())
    const there = readdirSync(DECLARED, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.ts'),
    )
    expect(new Set(there)).toEqual(new Set(files.keys()))
    const isOther = (name: string) =>
      bare(readFileSync(new URL(name, DECLARED), 'utf8')) !== bare(files.get(name) ?? '')
    expect(there.filter(isOther)).toEqual([])
  })
})

describe('a pallet that is declared in families', () => {
  const changed = (change: (pallet: V16['pallets'][number], real: V16) => void): V16 => {
    const real = described()
    for (const pallet of real.pallets) if (pallet.name === 'SubtensorModule') change(pallet, real)
    return real
  }

  it('is refused with a call or an event of no family', () => {
    const odd = changed(({ calls }, { lookup }) => {
      const def = lookup[calls?.type ?? -1]?.def
      if (def?.tag === 'variant') def.value.push({ name: 'tell_a_joke', index: 250, fields: [], docs: [] })
    })
    expect(() => printFiles(odd)).toThrow('tell_a_joke belongs to no family')
  })

  it('is refused with storage that begins before its first run, or lacks the start of one', () => {
    const items = (edit: (names: { name: string }[]) => void) =>
      changed(({ storage }) => edit(storage?.items ?? []))
    expect(() => printFiles(items((list) => list.reverse()))).toThrow('runs of storage')
    expect(() =>
      printFiles(
        items((list) => list.splice(0, list.length, ...list.filter(({ name }) => name !== 'UsedWork'))),
      ),
    ).toThrow('runs of storage')
  })
})
