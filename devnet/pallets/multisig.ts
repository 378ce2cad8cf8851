// Accounts of several keys: pallet_multisig (13), spec 424. The last approval runs the call; how that went is in its event.
import { blake2b256, byteOrder, compactBytes, fromHex, join, littleEndian, toHex } from '../chain/bytes.ts'
import { slotsOf } from '../chain/slots.ts'
import type { Outer } from '../runtime/declare.ts'
import { Multisig } from '../runtime/declared/multisig.ts'
import { type AccountId, type Context, fail } from './context.ts'
import { behaviour, type Calls, type Outcome, signed, told } from './dispatch.ts'
import { reserve, unreserve } from './money.ts'
import { MULTISIG_WRAPPER } from './weights.ts'

const { Multisigs } = slotsOf(Multisig)
const { DepositBase, DepositFactor, MaxSignatories } = Multisig.constants

interface Timepoint {
  readonly height: number
  readonly index: number
}

/** The account of these keys, in their order, of whom so many must agree. */
export function multisigAccount(signatories: readonly AccountId[], threshold: number): AccountId {
  const text = new TextEncoder().encode('modlpy/utilisuba')
  const keys = signatories.map((each) => fromHex(each))
  const entropy = [compactBytes(BigInt(keys.length)), ...keys, littleEndian(BigInt(threshold), 2)]
  return toHex(blake2b256(join(text, ...entropy)))
}

/** All signatories in order. The others must come in order already, and without the sender. */
function withSender(others: readonly AccountId[], who: AccountId): AccountId[] {
  if (others.length === 0) throw fail(Multisig, 'TooFewSignatories')
  if (others.length >= MaxSignatories.value) throw fail(Multisig, 'TooManySignatories')
  for (const [i, other] of others.entries()) {
    const before = others[i - 1]
    if (before !== undefined && before >= other) throw fail(Multisig, 'SignatoriesOutOfOrder')
    if (other === who) throw fail(Multisig, 'SenderInSignatories')
  }
  return [...others, who].sort(byteOrder)
}

function accountFor(who: AccountId, others: readonly AccountId[], threshold: number): AccountId {
  if (threshold < 2) throw fail(Multisig, 'MinimumThreshold')
  return multisigAccount(withSender(others, who), threshold)
}

const samePoint = (a: Timepoint, b: Timepoint): boolean => a.height === b.height && a.index === b.index

interface Approval {
  readonly who: AccountId
  readonly others: readonly AccountId[]
  readonly threshold: number
  readonly timepoint: Timepoint | undefined
  readonly call_hash: string
  /** Known to who brings the call and not only its hash. */
  readonly call?: Outer
  readonly maxRefTime: bigint
}

const approvedOnly: Outcome = { refTime: MULTISIG_WRAPPER }

function approve(c: Context, approval: Approval, calls: Calls): Outcome {
  const { who, others, threshold, timepoint, call_hash, call } = approval
  const multisig = accountFor(who, others, threshold)
  const begun = c.read(Multisigs, multisig, call_hash)
  if (!begun) {
    if (timepoint) throw fail(Multisig, 'UnexpectedTimepoint')
    const deposit = DepositBase.value + DepositFactor.value * BigInt(threshold)
    reserve(c, who, deposit)
    const when = { height: c.blockNumber, index: c.extrinsicIndex ?? 0 }
    c.write(Multisigs, [multisig, call_hash], { when, deposit, depositor: who, approvals: [who] })
    c.emit(Multisig, 'NewMultisig', { approving: who, multisig, call_hash })
    return approvedOnly
  }
  if (!timepoint) throw fail(Multisig, 'NoTimepoint')
  if (!samePoint(begun.when, timepoint)) throw fail(Multisig, 'WrongTimepoint')
  const isNew = !begun.approvals.includes(who) && begun.approvals.length < threshold
  const approvals = isNew ? [...begun.approvals, who].sort(byteOrder) : begun.approvals
  if (call && approvals.length >= threshold) {
    if (calls.refTime(call) > approval.maxRefTime) throw fail(Multisig, 'MaxWeightTooLow')
    c.remove(Multisigs, multisig, call_hash)
    unreserve(c, begun.depositor, begun.deposit)
    const result = told(c, { kind: 'signed', account: multisig, filters: [] }, call, calls)
    c.emit(Multisig, 'MultisigExecuted', { approving: who, timepoint, multisig, call_hash, result })
    return { refTime: MULTISIG_WRAPPER + calls.refTime(call) }
  }
  if (!isNew) throw fail(Multisig, 'AlreadyApproved')
  c.write(Multisigs, [multisig, call_hash], { ...begun, approvals })
  c.emit(Multisig, 'MultisigApproval', { approving: who, timepoint, multisig, call_hash })
  return approvedOnly
}

export const multisigCalls = behaviour(Multisig, {
  as_multi_threshold_1: (c, origin, { other_signatories, call }, calls) => {
    const account = multisigAccount(withSender(other_signatories, signed(origin)), 1)
    calls.dispatch(c, { kind: 'signed', account, filters: [] }, call)
    return undefined
  },
  as_multi: (c, origin, { threshold, other_signatories, maybe_timepoint, call, max_weight }, calls) => {
    const approval = {
      ...{ who: signed(origin), others: other_signatories, threshold, timepoint: maybe_timepoint, call },
      call_hash: toHex(blake2b256(calls.encode(call))),
      maxRefTime: max_weight.ref_time,
    }
    return approve(c, approval, calls)
  },
  approve_as_multi: (c, origin, args, calls) => {
    const { threshold, other_signatories, maybe_timepoint, call_hash, max_weight } = args
    const approval = {
      ...{ who: signed(origin), others: other_signatories, threshold, timepoint: maybe_timepoint },
      ...{ call_hash, maxRefTime: max_weight.ref_time },
    }
    return approve(c, approval, calls)
  },
  cancel_as_multi: (c, origin, { threshold, other_signatories, timepoint, call_hash }) => {
    const who = signed(origin)
    const multisig = accountFor(who, other_signatories, threshold)
    const begun = c.read(Multisigs, multisig, call_hash)
    if (!begun) throw fail(Multisig, 'NotFound')
    if (!samePoint(begun.when, timepoint)) throw fail(Multisig, 'WrongTimepoint')
    if (begun.depositor !== who) throw fail(Multisig, 'NotOwner')
    unreserve(c, who, begun.deposit)
    c.remove(Multisigs, multisig, call_hash)
    c.emit(Multisig, 'MultisigCancelled', { cancelling: who, timepoint, multisig, call_hash })
    return undefined
  },
  // Deposits never change on a devnet, so nothing is ever to be poked.
  poke_deposit: (c, origin, { threshold, other_signatories, call_hash }) => {
    const who = signed(origin)
    const multisig = accountFor(who, other_signatories, threshold)
    const begun = c.read(Multisigs, multisig, call_hash)
    if (!begun) throw fail(Multisig, 'NotFound')
    if (begun.depositor !== who) throw fail(Multisig, 'NotOwner')
    return undefined
  },
})
