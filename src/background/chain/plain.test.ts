import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AccountKey, addressOfKey } from '#shared/domain/address.ts'
import { fromHex, type Hash, type Hex, toHex } from '#shared/domain/bytes.ts'
import { type Runtime, readMetadata } from '#shared/runtime/metadata.ts'
import { memoryStore } from '../../../test/build/devnet-chain.ts'
import { finneyMetadata, hasFinney } from '../../../test/fixtures/finney.ts'
import { apiOf, apiShape, itemOf, itemShape } from './by-name.ts'
import { cursorOf } from './bytes-cursor.ts'
import { createPlainReader } from './plain.ts'
import { AVAILABILITY, PLAIN_READS, PRICES, ROOT_CLAIMABLE, ROOT_CLAIMED, STAKES } from './plain-reads.ts'
import type { Reading } from './reading.ts'

const key = (n: number): AccountKey => `0x${n.toString(16).padStart(64, '0')}` as AccountKey
const u64 = fc.bigInt({ min: 0n, max: (1n << 64n) - 1n })
const account = fc.nat(1 << 20).map(key)
const netuid = fc.nat(65_535)

describe.skipIf(!hasFinney)('what a refresh reads by hand', () => {
  const runtimes = (hasFinney ? ([393, 424] as const) : []).map(
    (spec) => [spec, readMetadata(finneyMetadata(spec))] as const,
  )
  const runtime = runtimes.at(-1)?.[1]
  const live = (): Runtime => runtime ?? expect.fail('no metadata')

  it.each(Object.entries(PLAIN_READS))('has the shape it is taken for: %s', (name, read) => {
    const shapes = runtimes.map(([spec, each]) => [
      spec,
      read.kind === 'api' ? apiShape(each, read.api, read.method) : itemShape(each, read.pallet, read.item),
    ])
    const known = shapes.filter(([, shape]) => shape !== undefined)
    for (const [, shape] of known) expect(shape).toBe(read.shape)
    // The two that are not in every runtime: availability came with 424, baskets with 441.
    expect(known).toHaveLength(name === 'basketOwed' ? 0 : name === 'availability' ? 1 : 2)
  })

  /** What the runtime's own codec makes of a value, read both ways. */
  const bothWays = <T>(
    read: {
      api: string
      method: string
      byHand: (cursor: ReturnType<typeof cursorOf>) => T
      byName: (value: unknown) => T
    },
    value: unknown,
  ): readonly [T, T] => {
    const bytes: Uint8Array = live().builder.buildRuntimeCall(read.api, read.method).value.enc(value)
    const cursor = cursorOf(bytes)
    const byHand = read.byHand(cursor)
    cursor.end()
    return [byHand, read.byName(apiOf(live(), read.api, read.method)?.decode(bytes))]
  }

  it('reads stake as the metadata does', () => {
    const info = fc.record({
      hotkey: account,
      netuid,
      stake: u64,
      locked: u64,
      emission: u64,
      tao_emission: u64,
      drain: u64,
      is_registered: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(fc.tuple(account, fc.array(info, { maxLength: 5 })), { maxLength: 5 }), (held) => {
        const written = held.map(([coldkey, infos]) => [
          addressOfKey(coldkey),
          infos.map((each) => ({
            ...each,
            hotkey: addressOfKey(each.hotkey),
            coldkey: addressOfKey(coldkey),
          })),
        ])
        const rows = held.flatMap(([coldkey, infos]) =>
          infos.map(({ hotkey, netuid: id, stake, emission, is_registered: registered }) => ({
            coldkey,
            hotkey,
            netuid: id,
            stake,
            emission,
            registered,
          })),
        )
        expect(bothWays(STAKES, written)).toEqual([rows, rows])
      }),
    )
  })

  it('reads availability and prices as the metadata does', () => {
    const amounts = fc.record({ total: u64, locked: u64, available: u64 })
    fc.assert(
      fc.property(fc.array(fc.tuple(account, fc.array(fc.tuple(netuid, amounts)))), (told) => {
        const written = told.map(([coldkey, rows]) => [addressOfKey(coldkey), rows])
        const rows = told.flatMap(([coldkey, each]) =>
          each.map(([id, of]) => ({ coldkey, netuid: id, ...of })),
        )
        expect(bothWays(AVAILABILITY, written)).toEqual([rows, rows])
      }),
    )
    fc.assert(
      fc.property(fc.array(fc.record({ netuid, price: u64 })), (prices) => {
        expect(bothWays(PRICES, prices)).toEqual([prices, prices])
      }),
    )
  })

  it('asks with the bytes and under the keys of the metadata', () => {
    const coldkeys = [key(1), key(2)]
    for (const read of [STAKES, AVAILABILITY])
      expect(toHex(read.encode(coldkeys))).toBe(
        toHex(apiOf(live(), read.api, read.method)?.encode(read.args(coldkeys)) ?? new Uint8Array()),
      )
    const { values } = askedKeys()
    const claimed = { netuid: 7, hotkey: key(1), coldkey: key(2) }
    return values(async (plain, at) => {
      await plain.values(ROOT_CLAIMABLE, [key(1)], at)
      await plain.values(ROOT_CLAIMED, [claimed], at)
      return [
        itemOf(live(), 'SubtensorModule', 'RootClaimable')?.keyOf(key(1)),
        itemOf(live(), 'SubtensorModule', 'RootClaimed')?.keyOf(7, key(1), key(2)),
      ]
    })
  })

  const askedKeys = () => {
    const asked: Hex[] = []
    const reading: Reading = {
      block: { number: 1, hash: key(0) as Hash },
      genesis: key(0) as Hash,
      runtime: () => Promise.resolve(live()),
      values: (keys) => {
        asked.push(...keys)
        return Promise.resolve(new Map(keys.map((each) => [each, null])))
      },
      recent: () => Promise.reject(new Error('not asked')),
      keysUnder: () => Promise.reject(new Error('not asked')),
      call: () => Promise.reject(new Error('not asked')),
    }
    const plain = createPlainReader(memoryStore())
    return {
      values: async (
        work: (
          reader: typeof plain,
          at: { reading: Reading; spec: number },
        ) => Promise<readonly (Hex | undefined)[]>,
      ) => expect(await work(plain, { reading, spec: 424 })).toEqual(asked),
    }
  }

  it('reads what root owes as the metadata does', () => {
    const i96f32 = fc.bigInt({ min: -(1n << 127n), max: (1n << 127n) - 1n })
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(netuid, i96f32), { selector: ([id]) => id }), (rates) => {
        const bytes = live().builder.buildStorage('SubtensorModule', 'RootClaimable').value.enc(rates)
        const byHand = ROOT_CLAIMABLE.byHand(cursorOf(bytes))
        expect(byHand).toEqual(rates.map(([id, rate]) => ({ netuid: id, rate })))
        expect(
          ROOT_CLAIMABLE.byName(itemOf(live(), 'SubtensorModule', 'RootClaimable')?.read(bytes)),
        ).toEqual(byHand)
      }),
    )
  })
})

describe('a cursor', () => {
  it.each([
    ['past the end', '0x', (c: ReturnType<typeof cursorOf>) => c.u16()],
    ['a flag that is none', '0x02', (c: ReturnType<typeof cursorOf>) => c.flag()],
    ['a list longer than its bytes', '0xfc', (c: ReturnType<typeof cursorOf>) => c.list(() => c.flag())],
    ['a compact beyond 64 bits', '0x17ffffffffffffffffff', (c: ReturnType<typeof cursorOf>) => c.compact()],
    ['with bytes left over', '0x00', (c: ReturnType<typeof cursorOf>) => c.end()],
  ] as const)('refuses %s', (_what, hex, read) => {
    expect(() => read(cursorOf(fromHex(hex)))).toThrow()
  })
})
