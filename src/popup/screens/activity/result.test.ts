/** What is told of a transaction once it is over: by what the chain told of it, and never before. */
import { describe, expect, it } from 'vitest'
import { addressOf } from '#shared/domain/address.ts'
import type { Hash } from '#shared/domain/bytes.ts'
import type { Effect, Leg, Outcome } from '#shared/domain/outcome.ts'
import type { TxRecord, TxState } from '#shared/domain/transaction.ts'
import { alphaRao, netuid, ROOT, rao } from '#shared/domain/units.ts'
import { transfer } from '#shared/operations/transfer.ts'
import { aRecord } from '../../../../test/build/record.ts'
import { resultOf, titleOf } from './result.ts'

const [me, other, one, two] = [1, 2, 3, 4].map((byte) => addressOf(new Uint8Array(32).fill(byte)))
if (me === undefined || other === undefined || one === undefined || two === undefined)
  throw new Error('four addresses')

const at = { number: 9, hash: `0x${'44'.repeat(32)}` as Hash }
const final = (outcome: Outcome): TxState => ({ kind: 'final', at, outcome })
const done = (effects: readonly Effect[], told: Partial<Outcome> = {}) =>
  final({ kind: 'done', effects, ...told } as Outcome)
const aTx = (state: TxState, verb = 'Stake'): TxRecord =>
  aRecord({ account: me, state, description: { verb, sentence: [`${verb}.`], rows: [] } })
const sums = (...effects: readonly Effect[]) => {
  const result = resultOf(aTx(done(effects)))
  return result && { sign: result.sign, money: result.money }
}

const place = (subnet: number, coldkey = me, hotkey = one) => ({ coldkey, hotkey, netuid: netuid(subnet) })
const added = (subnet: number, alpha: bigint, tao: bigint, coldkey = me): Effect => ({
  kind: 'added',
  ...place(subnet, coldkey),
  tao: rao(tao),
  alpha: alphaRao(alpha),
  fee: rao(1n),
})
const removed = (subnet: number, alpha: bigint, tao: bigint, coldkey = me): Effect => ({
  kind: 'removed',
  ...place(subnet, coldkey),
  tao: rao(tao),
  alpha: alphaRao(alpha),
  fee: alphaRao(1n),
})
const moved = (from: ReturnType<typeof place>, to: ReturnType<typeof place>): Effect => ({
  kind: 'moved',
  from,
  to,
  gone: alphaRao(70n),
  come: alphaRao(60n),
  tao: rao(50n),
})
const fee: Effect = { kind: 'fee', ...place(5), alpha: alphaRao(3n), tao: rao(2n) }
const burned: Effect = { kind: 'burned', ...place(1), alpha: alphaRao(5n) }

describe('what a final transaction came to', () => {
  it('is the alpha that was received, or the TAO', () => {
    expect(sums(added(1, 484n, 40n))).toEqual({ sign: '+', money: { alpha: 484n, netuid: 1 } })
    expect(sums(removed(1, 10n, 7n))).toEqual({ sign: '+', money: { rao: 7n } })
  })
  it('of several that brought the same is their sum', () => {
    expect(sums(removed(1, 10n, 7n), removed(ROOT, 5n, 5n))).toEqual({ sign: '+', money: { rao: 12n } })
    expect(sums(added(1, 10n, 7n), added(1, 5n, 4n))).toEqual({
      sign: '+',
      money: { alpha: 15n, netuid: 1 },
    })
  })
  it('is nothing where it is of several kinds or of several subnets', () => {
    expect(sums(added(1, 10n, 7n), added(2, 5n, 4n))).toBeUndefined()
    expect(sums(removed(1, 10n, 7n), added(2, 5n, 4n))).toBeUndefined()
    expect(sums(removed(1, 10n, 7n), { kind: 'claimed', coldkey: me })).toBeUndefined()
    expect(sums({ kind: 'claimed', coldkey: me })).toBeUndefined()
    expect(sums()).toBeUndefined()
  })
  it('is nothing where it is of somebody else’s stake', () => {
    expect(sums(added(1, 10n, 7n, other))).toBeUndefined()
    expect(sums(removed(1, 10n, 7n, other))).toBeUndefined()
    expect(sums(moved(place(1, other), place(2, me)))).toBeUndefined()
    expect(sums(removed(1, 10n, 7n), removed(1, 10n, 7n, other))).toBeUndefined()
  })
  it('neither came nor went where it stays the account’s own', () => {
    expect(sums(added(ROOT, 20n, 20n))).toEqual({ sign: undefined, money: { rao: 20n } })
    expect(sums(moved(place(1), place(1, me, two)))).toEqual({
      sign: undefined,
      money: { alpha: 60n, netuid: 1 },
    })
  })
  it('is what reached another subnet, and what left for another account or for good', () => {
    expect(sums(moved(place(1), place(2)))).toEqual({ sign: '+', money: { alpha: 60n, netuid: 2 } })
    expect(sums(moved(place(1), place(ROOT)))).toEqual({ sign: '+', money: { rao: 60n } })
    expect(sums(moved(place(1), place(1, other)))).toEqual({
      sign: '−',
      money: { alpha: 70n, netuid: 1 },
    })
    expect(sums(burned)).toEqual({ sign: '−', money: { alpha: 5n, netuid: 1 } })
  })
  it('does not count the network fee, which is told as another line', () => {
    expect(sums(fee, removed(1, 10n, 7n))).toEqual({ sign: '+', money: { rao: 7n } })
    const says = [['The fee.'], ['Received.']]
    expect(resultOf(aTx(done([fee, removed(1, 10n, 7n)], { says })))).toMatchObject({
      beneath: says,
      rest: [],
    })
  })
  it('has beneath it how many calls were carried out, and a list of its own for what is many', () => {
    const three = [removed(1, 10n, 7n), removed(2, 10n, 7n), removed(3, 10n, 7n)]
    const lines = [['One.'], ['Two.'], ['Three.']]
    expect(resultOf(aTx(done(three, { says: lines })))).toMatchObject({ beneath: [], rest: lines })
    const legs: readonly Leg[] = three.map((_, leg) => ({ kind: 'done', path: `calls.${leg}` }))
    const says = [['All 3 calls were carried out.'], ...lines]
    expect(resultOf(aTx(done(three, { says, legs })))).toMatchObject({
      beneath: says.slice(0, 1),
      rest: lines,
    })
  })
  it('of a transfer is what was sent, and to whom; of all there was it is not known', () => {
    const sent = (amount: Parameters<typeof transfer.describe>[0]['amount'], state: TxState) =>
      resultOf({
        ...aTx(state),
        description: transfer.describe({ to: other, amount, keepAlive: true }),
      })
    const exactly = { kind: 'exactly', rao: rao(25n) } as const
    const says = [['The fee.']]
    expect(sent(exactly, done([fee], { says }))).toEqual({
      sign: '−',
      money: { rao: 25n },
      beneath: [['Sent to ', { address: other }, '.']],
      rest: says,
    })
    expect(sent({ kind: 'all' }, done([]))).toBeUndefined()
    expect(sent(exactly, { kind: 'broadcast' })).toBeUndefined()
    expect(sent(exactly, { kind: 'expired', lastBlock: 9 })).toBeUndefined()
    expect(
      sent(exactly, final({ kind: 'failed', pallet: 'Balances', error: 'Expendability' })),
    ).toBeUndefined()
  })
  it('is not told before it is final, nor of what failed', () => {
    const outcome: Outcome = { kind: 'done', effects: [added(1, 484n, 40n)] }
    expect(resultOf(aTx({ kind: 'in-block', at, outcome }))).toBeUndefined()
    expect(
      resultOf(
        aTx(final({ ...outcome, kind: 'failed', pallet: 'SubtensorModule', error: 'SlippageTooHigh' })),
      ),
    ).toBeUndefined()
  })
})

describe('the title of a transaction', () => {
  const failed = { kind: 'failed', pallet: 'SubtensorModule', error: 'SlippageTooHigh' } as const
  it('is in the past once it is final, and not before', () => {
    const verbs = ['Send', 'Stake', 'Unstake all', 'Plan', 'toString']
    expect(verbs.map((verb) => titleOf(aTx(done([]), verb)))).toEqual([
      'Sent',
      'Staked',
      'Unstaked',
      'Done',
      'Done',
    ])
    const open: readonly TxState[] = [
      { kind: 'signed' },
      { kind: 'broadcast' },
      { kind: 'unknown' },
      { kind: 'in-block', at, outcome: { kind: 'done' } },
      { kind: 'in-block', at, outcome: failed },
    ]
    expect(open.map((state) => titleOf(aTx(state)))).toEqual(open.map(() => 'Stake'))
  })
  it('never tells as done what came to nothing', () => {
    expect(titleOf(aTx(final(failed)))).toBe('Failed')
    expect(titleOf(aTx({ kind: 'expired', lastBlock: 9 }))).toBe('Expired')
    expect(titleOf(aTx({ kind: 'invalid', reason: 'no' }))).toBe('Refused')
  })
  it('says where only a part was carried out', () => {
    const legs: readonly Leg[] = [
      { kind: 'done', path: 'calls.0' },
      { ...failed, path: 'calls.1' },
    ]
    expect(titleOf(aTx(final({ ...failed, legs })))).toBe('Partly done')
    expect(titleOf(aTx(final({ ...failed, legs: legs.slice(1) })))).toBe('Failed')
  })
})
