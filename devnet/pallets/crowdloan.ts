// Loans that many raise together: pallet_crowdloan (27), spec 424. What is given lies on the loan's own account until it ends.
import { blake2b256, join, toHex, u32Bytes } from '../chain/bytes.ts'
import { slotsOf } from '../chain/slots.ts'
import { smaller } from '../economy/fixed-point.ts'
import type { CallArgs, Outer } from '../runtime/declare.ts'
import { Crowdloan } from '../runtime/declared/crowdloan.ts'
import { Preimage } from '../runtime/declared/preimage.ts'
import type { Bounded } from '../runtime/declared/types/frame.ts'
import type { CrowdloanInfo } from '../runtime/declared/types/subtensor-pallets.ts'
import { accountOf, addProvider, dropProvider } from './account.ts'
import { type AccountId, type Context, fail } from './context.ts'
import { behaviour, type Calls, signed } from './dispatch.ts'
import { transfer } from './money.ts'

const slots = slotsOf(Crowdloan)
const { PreimageFor, RequestStatusFor } = slotsOf(Preimage)
const limits = Crowdloan.constants
// What fits is kept in the loan itself (frame_support::traits::preimages).
const MAX_INLINE = 128

/** The account on which a loan's money lies. */
export const loanAccount = (id: number): AccountId =>
  toHex(join(new TextEncoder().encode('modlbt/cloan'), u32Bytes(id), new Uint8Array(16)))

function loanOf(c: Context, id: number): CrowdloanInfo {
  const loan = c.read(slots.Crowdloans, id)
  if (!loan) throw fail(Crowdloan, 'InvalidCrowdloanId')
  return loan
}

/** A loan that is not over yet. */
function openLoan(c: Context, id: number): CrowdloanInfo {
  const loan = loanOf(c, id)
  if (loan.finalized) throw fail(Crowdloan, 'AlreadyFinalized')
  return loan
}

function requireCreator(loan: CrowdloanInfo, who: AccountId): void {
  if (loan.creator !== who) throw fail(Crowdloan, 'InvalidOrigin')
}

function requireFree(c: Context, who: AccountId, amount: bigint): void {
  if (accountOf(c, who).data.free < amount) throw fail(Crowdloan, 'InsufficientBalance')
}

/** Small calls are kept as they are, others under their hash. */
function bound(c: Context, encoded: Uint8Array): Bounded {
  if (encoded.length <= MAX_INLINE) return { type: 'Inline', value: encoded }
  const [hash, len] = [toHex(blake2b256(encoded)), encoded.length]
  c.write(PreimageFor, [[hash, len]], encoded)
  const requested = { maybe_ticket: undefined, count: 1, maybe_len: len }
  c.write(RequestStatusFor, [hash], { type: 'Requested', value: requested })
  c.emit(Preimage, 'Noted', { hash })
  return { type: 'Lookup', value: { hash, len } }
}

/** The call a loan was created with; undefined where its text is not there any more. */
function boundCall(c: Context, { type, value }: Bounded, calls: Calls): Outer | undefined {
  if (type === 'Inline') return calls.decode(value)
  if (type !== 'Lookup') return undefined
  const key: [string, number] = [value.hash, value.len]
  const noted = c.read(PreimageFor, key)
  return noted && calls.decode(noted)
}

type Wanted = CallArgs<typeof Crowdloan, 'create'>

function checkTerms(c: Context, { deposit, min_contribution, cap, end, call, target_address }: Wanted): void {
  if (deposit < limits.MinimumDeposit.value) throw fail(Crowdloan, 'DepositTooLow')
  if (cap <= deposit) throw fail(Crowdloan, 'CapTooLow')
  if (min_contribution < limits.AbsoluteMinimumContribution.value)
    throw fail(Crowdloan, 'MinimumContributionTooLow')
  if ((call === undefined) === (target_address === undefined))
    throw fail(Crowdloan, 'InvalidFinalizationConfig')
  if (end <= c.blockNumber) throw fail(Crowdloan, 'CannotEndInPast')
  const blocks = end - c.blockNumber
  if (blocks < limits.MinimumBlockDuration.value) throw fail(Crowdloan, 'BlockDurationTooShort')
  if (blocks > limits.MaximumBlockDuration.value) throw fail(Crowdloan, 'BlockDurationTooLong')
}

/** Of what is offered, as much as the loan and its giver's maximum still take. */
function accepted(c: Context, id: number, loan: CrowdloanInfo, who: AccountId, offered: bigint): bigint {
  const most = c.read(slots.MaxContributions, id)
  const given = c.read(slots.Contributions, id, who) ?? 0n
  if (most !== undefined && given >= most) throw fail(Crowdloan, 'MaxContributionReached')
  const left = loan.cap - loan.raised
  return smaller(offered, most === undefined ? left : smaller(left, most - given))
}

function contribute(c: Context, id: number, who: AccountId, offered: bigint): void {
  const loan = loanOf(c, id)
  if (c.blockNumber >= loan.end) throw fail(Crowdloan, 'ContributionPeriodEnded')
  if (loan.raised >= loan.cap) throw fail(Crowdloan, 'CapRaised')
  if (offered < loan.min_contribution) throw fail(Crowdloan, 'ContributionTooLow')
  if (loan.contributors_count >= limits.MaxContributors.value) throw fail(Crowdloan, 'MaxContributorsReached')
  const amount = accepted(c, id, loan, who, offered)
  const before = c.read(slots.Contributions, id, who)
  requireFree(c, who, amount)
  transfer(c, who, loan.funds_account, amount, 'expendable')
  c.write(slots.Contributions, [id, who], (before ?? 0n) + amount)
  const contributors_count = loan.contributors_count + (before === undefined ? 1 : 0)
  c.write(slots.Crowdloans, [id], { ...loan, raised: loan.raised + amount, contributors_count })
  c.emit(Crowdloan, 'Contributed', { crowdloan_id: id, contributor: who, amount })
}

function withdraw(c: Context, id: number, who: AccountId): void {
  const loan = openLoan(c, id)
  const given = c.read(slots.Contributions, id, who) ?? 0n
  if (given === 0n) throw fail(Crowdloan, 'NoContribution')
  const isCreator = who === loan.creator
  const amount = isCreator ? given - loan.deposit : given
  if (amount <= 0n) throw fail(Crowdloan, 'DepositCannotBeWithdrawn')
  if (isCreator) c.write(slots.Contributions, [id, who], loan.deposit)
  else c.remove(slots.Contributions, id, who)
  transfer(c, loan.funds_account, who, amount, 'expendable')
  const contributors_count = loan.contributors_count - (isCreator ? 0 : 1)
  c.write(slots.Crowdloans, [id], { ...loan, raised: loan.raised - amount, contributors_count })
  c.emit(Crowdloan, 'Withdrew', { crowdloan_id: id, contributor: who, amount })
}

/** What was raised goes to the target, or to whatever the creator's call does with it; where that fails nothing has happened. */
function finalize(c: Context, id: number, who: AccountId, calls: Calls): void {
  const loan = loanOf(c, id)
  requireCreator(loan, who)
  if (loan.raised !== loan.cap) throw fail(Crowdloan, 'CapNotRaised')
  if (loan.finalized) throw fail(Crowdloan, 'AlreadyFinalized')
  c.write(slots.Crowdloans, [id], { ...loan, finalized: true })
  const { call, target_address } = loan
  if ((call === undefined) === (target_address === undefined))
    throw fail(Crowdloan, 'InvalidFinalizationConfig')
  if (target_address !== undefined) transfer(c, loan.funds_account, target_address, loan.raised, 'expendable')
  if (call !== undefined) {
    c.write(slots.CurrentCrowdloanId, [], id)
    const made = boundCall(c, call, calls)
    if (made === undefined) throw fail(Crowdloan, 'CallUnavailable')
    calls.dispatch(c, { kind: 'signed', account: who, filters: [] }, made)
    c.remove(slots.CurrentCrowdloanId)
  }
  c.emit(Crowdloan, 'Finalized', { crowdloan_id: id })
}

/** Gives back what others than the creator gave, to so many at a time. */
function refund(c: Context, id: number, who: AccountId): void {
  const loan = openLoan(c, id)
  requireCreator(loan, who)
  const others = c.keys(slots.Contributions, id).filter(([, giver]) => giver !== loan.creator)
  const now = others.slice(0, limits.RefundContributorsLimit.value)
  const amounts = now.map(([, giver]) => c.read(slots.Contributions, id, giver) ?? 0n)
  for (const [at, [, giver]] of now.entries()) {
    transfer(c, loan.funds_account, giver, amounts[at] ?? 0n, 'expendable')
    c.remove(slots.Contributions, id, giver)
  }
  const raised = loan.raised - amounts.reduce((sum, amount) => sum + amount, 0n)
  const contributors_count = loan.contributors_count - now.length
  c.write(slots.Crowdloans, [id], { ...loan, raised, contributors_count })
  const isAll = now.length === others.length
  c.emit(Crowdloan, isAll ? 'AllRefunded' : 'PartiallyRefunded', { crowdloan_id: id })
}

function dissolve(c: Context, id: number, who: AccountId): void {
  const loan = openLoan(c, id)
  requireCreator(loan, who)
  const own = c.read(slots.Contributions, id, who)
  if (own === undefined) throw fail(Crowdloan, 'NoContribution')
  if (own !== loan.raised) throw fail(Crowdloan, 'NotReadyToDissolve')
  transfer(c, loan.funds_account, who, own, 'expendable')
  dropProvider(c, loan.funds_account)
  c.remove(slots.Contributions, id, who)
  c.remove(slots.Crowdloans, id)
  c.remove(slots.MaxContributions, id)
  c.emit(Crowdloan, 'Dissolved', { crowdloan_id: id })
}

export const crowdloanCalls = behaviour(Crowdloan, {
  create: (c, origin, wanted, calls) => {
    const creator = signed(origin)
    checkTerms(c, wanted)
    const { deposit, min_contribution, cap, end, call, target_address } = wanted
    requireFree(c, creator, deposit)
    const id = c.read(slots.NextCrowdloanId)
    c.write(slots.NextCrowdloanId, [], id + 1)
    const funds_account = loanAccount(id)
    addProvider(c, funds_account)
    c.write(slots.Crowdloans, [id], {
      ...{ creator, deposit, min_contribution, end, cap, funds_account, raised: deposit, target_address },
      ...{ call: call && bound(c, calls.encode(call)), finalized: false, contributors_count: 1 },
    })
    transfer(c, creator, funds_account, deposit, 'expendable')
    c.write(slots.Contributions, [id, creator], deposit)
    c.emit(Crowdloan, 'Created', { crowdloan_id: id, creator, end, cap })
    return undefined
  },
  contribute: (c, origin, { crowdloan_id, amount }) => {
    contribute(c, crowdloan_id, signed(origin), amount)
    return undefined
  },
  withdraw: (c, origin, { crowdloan_id }) => {
    withdraw(c, crowdloan_id, signed(origin))
    return undefined
  },
  finalize: (c, origin, { crowdloan_id }, calls) => {
    finalize(c, crowdloan_id, signed(origin), calls)
    return undefined
  },
  refund: (c, origin, { crowdloan_id }) => {
    refund(c, crowdloan_id, signed(origin))
    return undefined
  },
  dissolve: (c, origin, { crowdloan_id }) => {
    dissolve(c, crowdloan_id, signed(origin))
    return undefined
  },
  set_max_contribution: (c, origin, { crowdloan_id, new_max_contribution }) => {
    const loan = openLoan(c, crowdloan_id)
    requireCreator(loan, signed(origin))
    if (new_max_contribution === undefined) c.remove(slots.MaxContributions, crowdloan_id)
    else {
      const own = c.read(slots.Contributions, crowdloan_id, loan.creator) ?? 0n
      if (new_max_contribution < loan.min_contribution || new_max_contribution < own)
        throw fail(Crowdloan, 'MaximumContributionTooLow')
      c.write(slots.MaxContributions, [crowdloan_id], new_max_contribution)
    }
    c.emit(Crowdloan, 'MaxContributionUpdated', { crowdloan_id, new_max_contribution })
    return undefined
  },
})
