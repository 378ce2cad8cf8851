import { describe, expect, it } from 'vitest'
import type { Address } from '../domain/address.ts'
import type { Finding } from '../domain/description.ts'
import { alphaRao, netuid, ROOT, rao, raoPerAlpha, TAO } from '../domain/units.ts'
import { addStake } from './add-stake.ts'

const ALICE = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY' as Address
const BOB = '5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty' as Address
const SPOT = raoPerAlpha(49_999_999n)
/** A pool of 2,000,000 alpha and 100,000 TAO in which 100 TAO are spent (pallet Swap, spec 424). */
const facts = {
  own: { free: rao(1000n * TAO), reserved: rao(0n), frozen: rao(0n) },
  deposit: rao(500n),
  fee: rao(1_600_000n),
  held: undefined,
  price: SPOT,
  quote: {
    tao: rao(100n * TAO - 50_354_772n),
    alpha: alphaRao(1_996_996_913_230n),
    taoFee: rao(50_354_772n),
    alphaFee: alphaRao(0n),
    taoSlippage: rao(0n),
    alphaSlippage: alphaRao(0n),
  },
  least: rao(2_000_000n),
  swapFee: 33,
  pool: { tao: rao(100_000n * TAO), alpha: alphaRao(2_000_000n * TAO) },
  subnet: { name: 'Apex', open: true, transfers: true },
  validator: { owner: ALICE, registered: true, take: 0, name: undefined },
}
const refused = { ...facts.quote, tao: rao(0n), alpha: alphaRao(0n), taoFee: rao(0n) }
const at = (amount: bigint, price?: bigint, allowPartial = false) => ({
  hotkey: BOB,
  netuid: netuid(1),
  amount: rao(amount),
  ...(price !== undefined && { limit: { price: raoPerAlpha(price), allowPartial } }),
})
const params = at(100n * TAO, 50_499_998n)
const found = (
  given: typeof params,
  more: Partial<Record<keyof typeof facts, unknown>> = {},
): readonly Finding[] => addStake.risks(given, { ...facts, ...more } as typeof facts, ALICE)
const { form } = addStake

describe('staking', () => {
  it('within a limit has nothing to say', () => expect(found(params)).toEqual([]))
  it.each([
    ['where there is no subnet', params, { subnet: undefined }, 'no-subnet'],
    ['where nothing trades', params, { subnet: { ...facts.subnet, open: false } }, 'not-started'],
    [
      'with a key the chain does not know',
      params,
      { validator: { ...facts.validator, owner: undefined } },
      'no-validator',
    ],
    ['more than there is', at(1000n * TAO, 50_499_998n), {}, 'insufficient'],
    ['without TAO for the fee', params, { own: { ...facts.own, free: rao(1n) } }, 'no-fee'],
    [
      'while the account’s key is being swapped',
      params,
      { held: { hash: '0x', executableAt: 1, disputed: false } },
      'in-swap',
    ],
    [
      'less than the least',
      at(2_000_000n, 50_499_998n),
      { quote: { ...facts.quote, tao: rao(1_998_993n) } },
      'below-minimum',
    ],
    ['at a limit that is passed', at(100n * TAO, 49_999_999n), {}, 'limit-passed'],
    ['what the pool refuses', params, { quote: refused }, 'pool-refuses'],
    [
      'more than the pool takes',
      params,
      { quote: refused, pool: { tao: rao(1n), alpha: alphaRao(TAO) } },
      'too-much-for-pool',
    ],
  ] as const)('%s is blocked', (_, given, more, id) => {
    expect(found(given as typeof params, more)).toContainEqual(expect.objectContaining({ id, blocks: true }))
  })
  it('too little names the least that works', () => {
    const [finding] = found(at(1n, 50_499_998n) as typeof params, { quote: refused })
    expect(finding?.text).toContainEqual({ rao: 2_001_008n })
  })
  it('with a validator without a seat there is a caution, and its take is told', () => {
    const validator = { ...facts.validator, registered: false, take: 11_796 }
    expect(found(params, { validator })).toMatchObject([
      { id: 'no-seat', level: 'caution' },
      { id: 'take', level: 'note' },
    ])
  })
  it('that would pass its limit before it is done says so, as a whole or in part', () => {
    expect(found(at(100n * TAO, 50_000_001n) as typeof params)).toMatchObject([{ id: 'limit-too-near' }])
    const [finding] = found(at(100n * TAO, 50_000_001n, true) as typeof params)
    expect(finding?.text.at(-1)).toContain('only the part that fits')
  })
  it('at a limit far from the price says that it protects from nothing', () => {
    expect(found(at(100n * TAO, 10n * TAO) as typeof params)).toMatchObject([{ id: 'loose-limit' }])
  })
  it('on a subnet without a limit warns from the call alone, and on root does not', () => {
    expect(addStake.warns(at(TAO))).toMatchObject([{ id: 'no-limit' }])
    expect(addStake.warns({ ...at(TAO), netuid: ROOT })).toEqual([])
  })
})

describe('the form', () => {
  const values = {
    subnet: netuid(1),
    validator: BOB,
    amount: 'max',
    limit: { kind: 'tolerance', basisPoints: 50, allowPartial: false },
  } as const
  it('makes a limit price of a tolerance, and an exact amount of the most', () => {
    expect(form?.finish(form.draft(values), values, facts)).toEqual({
      ...at(1000n * TAO - 1_600_000n - 500n),
      limit: { price: 50_249_998n, allowPartial: false },
    })
  })
  it('tells what would be exchanged, and the least that comes of it', () => {
    expect(form?.trades?.(params, facts)).toMatchObject([
      {
        gives: { rao: 100n * TAO },
        gets: { alpha: 1_996_996_913_230n, netuid: 1 },
        limit: 50_499_998n,
        impact: 10,
      },
    ])
  })
})
