import { describe, expect, it } from 'vitest'
import { CALL_VECTORS } from '../../../test/build/call-vectors.ts'
import { finneyMetadata, hasFinney } from '../../../test/fixtures/finney.ts'
import type { Address } from '../domain/address.ts'
import { fromHex, toHex } from '../domain/bytes.ts'
import { readMetadata } from '../runtime/metadata.ts'
import { explain } from './explain.ts'

const B = '5GoNkf6WdbxCFnPdAnYYQyCjAKPJgLNxXwPjwTh6DGg6gN3E' as Address

describe.runIf(hasFinney)('a call a site asks for', () => {
  const runtime = hasFinney ? readMetadata(finneyMetadata()) : undefined
  const read = (hex: string) => {
    if (runtime === undefined) throw new Error('no metadata')
    const call = runtime.decodeCall(fromHex(hex))
    return { call, told: explain(call, { signer: B, own: [B], isSite: true }), runtime }
  }
  it.each(CALL_VECTORS)('%s shows what is to be known of it', (_, hex, id, level) => {
    const { call, told, runtime: by } = read(hex)
    expect(toHex(by.encodeCall(call))).toBe(`0x${hex}`)
    if (id === undefined) expect(told.findings.filter((each) => each.level !== 'note')).toEqual([])
    else expect(told.findings).toContainEqual(expect.objectContaining({ id, level }))
    // Nothing weighs more than the vector says.
    if (level !== 'danger') expect(told.findings.map((each) => each.level)).not.toContain('danger')
  })
  it('is one of 52 vectors', () => {
    expect(CALL_VECTORS).toHaveLength(52)
  })
})
