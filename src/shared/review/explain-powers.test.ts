/** What gives stake, an account or a part of its weight to another key, as a review explains it. */
import { blake2AsHex } from '@polkadot/util-crypto'
import { describe, expect, it } from 'vitest'
import { ALICE, BOB, BOB_KEY, CAROL, CAROL_KEY, idsOf, read, told } from '../../../test/build/explained.ts'
import { hasFinney } from '../../../test/fixtures/finney.ts'
import { fromHex } from '../domain/bytes.ts'

describe.runIf(hasFinney)('a gift of stake', () => {
  const gift = `0756${CAROL_KEY}${BOB_KEY}0100020000ca9a3b00000000`
  it('8.7-91 to an own second coldkey is a note (DNG-11)', () => {
    const mine = read(gift, { own: [ALICE, CAROL] }).findings.filter(({ id }) => id === 'gives-away')
    expect(mine).toMatchObject([{ level: 'note' }])
  })
  it('8.7-91 to anybody else is a danger with amount, subnets and the whole address (DNG-11)', () => {
    const others = read(gift).findings.filter(({ id }) => id === 'gives-away')
    expect(others).toMatchObject([{ level: 'danger' }])
    expect(others[0]?.text).toEqual(
      expect.arrayContaining([{ alpha: 1_000_000_000n, netuid: 1 }, { address: CAROL }, { netuid: 2 }]),
    )
  })
})

describe.runIf(hasFinney)('an announced swap', () => {
  // blake2b-256 of //Bob's ed25519 key.
  const announce = '077d'
  it('8.7-92 to a key nobody knows is a danger of its own (DNG-7)', () => {
    expect(read(`${announce}${'cd'.repeat(32)}`).findings).toContainEqual(
      expect.objectContaining({ id: 'unseen-key', level: 'danger' }),
    )
  })
  it('8.7-92 to an own account names it (DNG-7)', () => {
    const hash = blake2AsHex(fromHex(CAROL_KEY), 256).slice(2)
    const { findings } = read(`${announce}${hash}`, { own: [ALICE, CAROL] })
    expect(findings).toContainEqual(
      expect.objectContaining({ id: 'known-key', text: expect.arrayContaining([{ address: CAROL }]) }),
    )
    expect(idsOf(findings)).not.toContain('unseen-key')
  })
})

describe('parts of weight given to children (DNG-13)', () => {
  const children = (...parts: readonly bigint[]) =>
    told({
      name: 'SubtensorModule.set_children',
      args: { hotkey: BOB, netuid: 1, children: parts.map((part) => [part, CAROL]) },
      branches: [],
    })
  const HALF = 1n << 63n
  it('are a caution up to half of it, and a danger beyond', () => {
    expect(children(HALF - 1n).findings).toMatchObject([{ id: 'children', level: 'caution' }])
    expect(children(HALF - 1n, 2n).findings).toMatchObject([{ id: 'children', level: 'danger' }])
  })
  it('are told in percent', () => {
    expect(children(HALF).effects).toMatchObject([
      { kind: 'power', value: [{ address: CAROL }, ' gets 50 % of the hotkey’s weight'] },
    ])
    expect(children(1n << 62n, 1n).effects[1]).toMatchObject({
      value: [{ address: CAROL }, ' gets 0 % of the hotkey’s weight'],
    })
  })
})
