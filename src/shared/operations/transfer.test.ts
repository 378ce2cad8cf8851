import { describe, expect, it } from 'vitest'
import type { Address } from '../domain/address.ts'
import type { Hash } from '../domain/bytes.ts'
import type { Finding } from '../domain/description.ts'
import { NO_BALANCE } from '../domain/portfolio.ts'
import { rao, TAO } from '../domain/units.ts'
import { transfer } from './transfer.ts'

const ALICE = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY' as Address
const BOB = '5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty' as Address
const FEE = rao(150_000n)
const DEPOSIT = rao(500n)
const stranger = { own: false, name: undefined, sentBefore: false, lookalike: undefined }
const facts = {
  own: { free: rao(10n * TAO), reserved: rao(0n), frozen: rao(0n) },
  theirs: { free: rao(TAO), reserved: rao(0n), frozen: rao(0n) },
  deposit: DEPOSIT,
  fee: FEE,
  held: undefined,
  who: { ...stranger, sentBefore: true },
}
const exactly = (n: bigint, keepAlive = true) => ({
  to: BOB,
  amount: { kind: 'exactly' as const, rao: rao(n) },
  keepAlive,
})
const ids = (findings: readonly Finding[]): readonly string[] => findings.map((finding) => finding.id)
const form = transfer.form
if (form === undefined) throw new Error('transfer has a form')

describe('a transfer', () => {
  it('of what is there to somebody known has nothing to say', () => {
    expect(transfer.risks(exactly(TAO), facts, ALICE)).toEqual([])
  })
  it('to an address never sent to says so', () => {
    expect(ids(transfer.risks(exactly(TAO), { ...facts, who: stranger }, ALICE))).toEqual(['first-time'])
  })
  it('to a look-alike of somebody known is a danger that has to be typed away', () => {
    const who = { ...stranger, lookalike: ALICE }
    const [finding] = transfer.risks(exactly(TAO), { ...facts, who }, ALICE)
    expect(finding).toMatchObject({ id: 'lookalike', level: 'danger', type: 'DIFFERENT' })
  })
  it('to oneself says so', () => {
    expect(ids(transfer.risks({ ...exactly(TAO), to: ALICE }, facts, ALICE))).toEqual(['to-self'])
  })
  it('of one rao more than can leave is blocked', () => {
    const most = 10n * TAO - FEE - DEPOSIT
    expect(transfer.risks(exactly(most), facts, ALICE)).toEqual([])
    expect(transfer.risks(exactly(most + 1n), facts, ALICE)).toMatchObject([
      { id: 'insufficient', blocks: true },
    ])
  })
  it('is blocked while the account is being swapped, and when that is disputed', () => {
    const held = { hash: `0x${'ab'.repeat(32)}` as Hash, executableAt: 36_000, disputed: false }
    const announced = transfer.risks(exactly(TAO), { ...facts, held }, ALICE)
    expect(announced).toMatchObject([{ id: 'in-swap', blocks: true }])
    const disputed = transfer.risks(exactly(TAO), { ...facts, held: { ...held, disputed: true } }, ALICE)
    expect(disputed).toMatchObject([{ id: 'in-swap', blocks: true }])
    expect(disputed).not.toEqual(announced)
  })
  it('without TAO for the fee is blocked', () => {
    const own = { ...NO_BALANCE, free: rao(FEE + DEPOSIT - 1n) }
    expect(transfer.risks(exactly(1n), { ...facts, own }, ALICE)).toMatchObject([
      { id: 'no-fee', blocks: true },
    ])
  })
  it('to a new account below the existential deposit is blocked', () => {
    const newcomer = { ...facts, theirs: NO_BALANCE }
    expect(transfer.risks(exactly(499n), newcomer, ALICE)).toMatchObject([
      { id: 'below-deposit', blocks: true },
    ])
    expect(transfer.risks(exactly(500n), newcomer, ALICE)).toEqual([])
  })
  it('that leaves less than the deposit and may close the account is a danger', () => {
    const amount = 10n * TAO - FEE - 499n
    expect(transfer.risks(exactly(amount, false), facts, ALICE)).toMatchObject([
      { id: 'empties', type: 'EMPTY' },
    ])
  })
  it('of everything that closes the account warns from the call alone', () => {
    expect(transfer.warns({ to: BOB, amount: { kind: 'all' }, keepAlive: false })).toMatchObject([
      { type: 'EMPTY' },
    ])
    expect(transfer.warns({ to: BOB, amount: { kind: 'all' }, keepAlive: true })).toEqual([])
  })
  it('counts what is frozen as staying', () => {
    const own = { free: rao(10n * TAO), reserved: rao(0n), frozen: rao(9n * TAO) }
    expect(transfer.risks(exactly(TAO), { ...facts, own }, ALICE)).toMatchObject([{ id: 'insufficient' }])
  })
})

describe('the maximum', () => {
  const values = { to: BOB, amount: 'max' as const, close: false }
  it('becomes an exact amount that leaves the deposit and pays the fee', () => {
    const params = form.finish(form.draft(values), values, facts)
    expect(params).toEqual(exactly(10n * TAO - FEE - DEPOSIT))
    expect(transfer.risks(params, facts, ALICE)).toEqual([])
  })
  it('of an account that may be closed is left to the chain', () => {
    const closing = { ...values, close: true }
    const params = form.finish(form.draft(closing), closing, facts)
    expect(transfer.build(params)).toMatchObject({
      name: 'Balances.transfer_all',
      args: { keep_alive: false },
    })
  })
  it('is zero, not a debt, where the fee is not there', () => {
    const own = { ...NO_BALANCE, free: rao(10n) }
    expect(form.finish(form.draft(values), values, { ...facts, own })).toEqual(exactly(0n))
  })
})
