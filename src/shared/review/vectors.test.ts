import { describe, expect, it } from 'vitest'
import { B_KEY, CALL_VECTORS, TRANSFER_ALL } from '../../../test/build/call-vectors.ts'
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
  it.each(CALL_VECTORS)(
    '8.7-85 %s shows what is to be known of it, and is written as it was read',
    (_, hex, id, level) => {
      const { call, told, runtime: by } = read(hex)
      expect(toHex(by.encodeCall(call))).toBe(`0x${hex}`)
      if (id === undefined) expect(told.findings.filter((each) => each.level !== 'note')).toEqual([])
      else expect(told.findings).toContainEqual(expect.objectContaining({ id, level }))
      // Nothing weighs more than the vector says.
      if (level !== 'danger') expect(told.findings.map((each) => each.level)).not.toContain('danger')
    },
  )
  it.each([
    ['if_else', `0b0600000400${TRANSFER_ALL}`, 'if_else.fallback'],
    ['as_derivative', `0b010000${TRANSFER_ALL}`, 'as_derivative'],
    ['with_weight', `0b05${TRANSFER_ALL}0404`, 'with_weight'],
    ['as_multi_threshold_1', `0d0004${B_KEY}${TRANSFER_ALL}`, 'as_multi_threshold_1'],
    ['scheduler.schedule', `0f00c0cf6a000000${TRANSFER_ALL}`, 'schedule'],
    ['sudo.sudo', `0c00${TRANSFER_ALL}`, 'sudo'],
    ['crowdloan.create', `1b0002286bee02286bee02286bee023fab0101${TRANSFER_ALL}00`, 'create'],
  ])('8.7-87 shows what %s carries, and the danger of that', (_, hex, path) => {
    const { told } = read(hex)
    expect(told.steps).toContainEqual(expect.objectContaining({ path, name: 'Balances.transfer_all' }))
    expect(told.findings).toContainEqual(expect.objectContaining({ id: `${path}/empties`, level: 'danger' }))
  })
  it('8.7-100 shows of a multisig’s approval the fingerprint, and under a danger of its own that the call cannot be seen', () => {
    const { told } = read(`0d02020004${B_KEY}00${'ee'.repeat(32)}0404`)
    expect(told.findings).toContainEqual(
      expect.objectContaining({ id: 'opaque', level: 'danger', tick: true }),
    )
    expect(JSON.stringify(told.description.rows)).toContain(`0x${'ee'.repeat(32)}`)
  })
  it.each([
    ['one in its bytes', '01005a620200000000', ['TAO, at no less than ', { price: 40_000_000n }]],
    ['none', '00', ['TAO, as the price is then']],
  ])('of all of a position with a limit price of %s, says what may come', (_, limit, words) => {
    const { told } = read(`0767${B_KEY}0100${limit}`)
    const comes = told.effects.find(({ kind }) => kind === 'comes')
    expect(comes?.value.slice(0, 2)).toEqual(words)
    expect(told.findings.some(({ id }) => id === 'no-limit')).toBe(limit === '00')
  })
  it('is one of 52 vectors', () => {
    expect(CALL_VECTORS).toHaveLength(52)
  })
})
