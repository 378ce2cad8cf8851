// Judges and applies extrinsics as frame_executive does with Subtensor's transaction extensions (spec 424).
import { accountOf, bumpNonce } from '../pallets/account.ts'
import { type Context, DispatchFailure } from '../pallets/context.ts'
import { type Dispatcher, NotSimulated, type Outcome } from '../pallets/dispatch.ts'
import { canPay, deposit, totalBalance, withdraw } from '../pallets/money.ts'
import { feePayer } from '../pallets/proxy.ts'
import { canPayInAlpha, type PaidInAlpha, payInAlpha } from '../pallets/subtensor/alpha-fee.ts'
import { refusalOf } from '../pallets/subtensor/refusals.ts'
import { EXTENSIONS, paysFee, refTimeOf } from '../pallets/weights.ts'
import { SubtensorModule } from '../runtime/declared/subtensor-module.ts'
import { System } from '../runtime/declared/system.ts'
import { TransactionPayment } from '../runtime/declared/transaction-payment.ts'
import { heaviestIn } from './block-limits.ts'
import { fromHex, join, toHex, u32Bytes } from './bytes.ts'
import { type Checked, checkExtrinsic, type Surroundings } from './check.ts'
import { eraDeath } from './era.ts'
import { feeParts, feeTotal } from './fees.ts'
import { invalid, type Validity, ValidityError } from './validity.ts'

// CheckWeight: the normal class may fill three quarters of a block of 10 MiB.
const MAX_LENGTH = 7_864_320
// CheckMortality of Subtensor: a shielded envelope may not outlive the key it was encrypted to.
const MAX_SHIELD_PERIOD = 8
const ENDLESS = (1n << 64n) - 1n

export interface Executive {
  /** What the pool is told; throws FrameError, DecodeError or ValidityError. */
  readonly validate: (c: Context, bytes: Uint8Array, around: Surroundings) => Validity
  /** Applies an extrinsic to the block being made; throws as `validate` does when it may not be included. */
  readonly apply: (c: Context, bytes: Uint8Array, around: Surroundings, author: string) => void
}

export function createExecutive(dispatcher: Dispatcher, report: (message: string) => void): Executive {
  const validate = (c: Context, bytes: Uint8Array, around: Surroundings): Validity => {
    const checked = checkExtrinsic(bytes, around)
    const validity = judge(c, checked, around)
    const missing = dispatcher.unhandled(checked.call)
    if (missing) {
      const note = `devnet does not simulate ${missing}`
      report(note)
      throw new ValidityError({ kind: 'invalid', reason: 'Call', note })
    }
    return validity
  }

  const apply = (c: Context, bytes: Uint8Array, around: Surroundings, author: string): void => {
    const checked = checkExtrinsic(bytes, around)
    judge(c, checked, around)
    const { extrinsic, signer, call, length } = checked
    if (extrinsic.nonce !== accountOf(c, signer).nonce) throw invalid('Future')
    bumpNonce(c, signer)
    const declared = refTimeOf(call)
    const payer = feePayer(c, signer, call)
    const fee = fullFee(checked, declared)
    const inAlpha = charge(c, payer, call, fee)

    const result = run(c, checked)
    const used = 'error' in result ? declared : least(result.refTime ?? declared, declared)
    const actual = paysFee(call) ? feeTotal(feeParts(length, used)) + extrinsic.tip : 0n
    if (fee > 0n) settle(c, { payer, author, paid: fee, actual, tip: extrinsic.tip, inAlpha })
    const info = {
      weight: { ref_time: used + EXTENSIONS, proof_size: 0n },
      class: { type: 'Normal' },
      pays_fee: { type: paysFee(call) ? 'Yes' : 'No' },
    } as const
    if ('error' in result)
      c.emit(System, 'ExtrinsicFailed', { dispatch_error: result.error, dispatch_info: info })
    else c.emit(System, 'ExtrinsicSuccess', { dispatch_info: info })
  }

  const run = (
    c: Context,
    { signer, call }: Checked,
  ): Outcome | { readonly error: DispatchFailure['error'] } => {
    try {
      return dispatcher.dispatch(c, { kind: 'signed', account: signer, filters: [] }, call)
    } catch (error) {
      if (error instanceof DispatchFailure) return { error: error.error }
      if (!(error instanceof NotSimulated)) throw error
      report(error.message)
      return { error: { type: 'Other' } }
    }
  }

  return { validate, apply: (c, ...rest) => c.transaction(() => apply(c, ...rest)) }
}

const least = (a: bigint, b: bigint): bigint => (a < b ? a : b)

const fullFee = ({ extrinsic, call, length }: Checked, refTime: bigint): bigint =>
  paysFee(call) ? feeTotal(feeParts(length, refTime)) + extrinsic.tip : 0n

/** The extensions' checks in their order; the first that fails decides what the user is told. */
function judge(c: Context, checked: Checked, around: Surroundings): Validity {
  const { extrinsic, signer, call, length } = checked
  const { era, nonce } = extrinsic
  if (/^0x0+$/.test(signer)) throw invalid('BadSigner')
  if (call.type === 'MevShield' && call.value.type === 'submit_encrypted')
    if (era.kind === 'immortal' || era.period > MAX_SHIELD_PERIOD) throw invalid('Stale')

  const account = accountOf(c, signer)
  if (paysFee(call) && account.providers === 0 && account.sufficients === 0) throw invalid('Payment')
  if (nonce < account.nonce) throw invalid('Stale')
  const heaviest = heaviestIn(around.release)
  if (length > MAX_LENGTH || (heaviest !== undefined && refTimeOf(call) + EXTENSIONS > heaviest))
    throw invalid('ExhaustsResources')
  const fee = fullFee(checked, refTimeOf(call))
  const payer = feePayer(c, signer, call)
  if (fee > 0n && !canPay(c, payer, fee) && !canPayInAlpha(c, payer, call, fee)) throw invalid('Payment')
  const refusal = refusalOf(c, signer, call)
  if (refusal) throw new ValidityError(refusal)

  const death = eraDeath(era, around.blockNumber)
  const tag = (n: number) => toHex(join(fromHex(signer), u32Bytes(n)))
  return {
    // Flat: neither the tip nor the length moves it, so nothing pending can be replaced.
    priority: 1n,
    requires: account.nonce < nonce ? [tag(nonce - 1)] : [],
    provides: [tag(nonce)],
    longevity: death === undefined ? ENDLESS : BigInt(death - around.blockNumber),
    sender: { account: toHex(fromHex(signer)), nonce },
  }
}

/** Takes the fee, in alpha where there is not enough TAO for it. */
function charge(c: Context, payer: string, call: Checked['call'], fee: bigint): PaidInAlpha | undefined {
  if (fee === 0n) return undefined
  if (canPay(c, payer, fee)) {
    withdraw(c, payer, fee)
    return undefined
  }
  const paid = payInAlpha(c, payer, call, fee)
  if (!paid) throw invalid('Payment')
  return paid
}

interface Settlement {
  readonly payer: string
  readonly author: string
  readonly paid: bigint
  readonly actual: bigint
  readonly tip: bigint
  /** Where the fee was alpha: the author has it already, and nothing is given back. */
  readonly inAlpha: PaidInAlpha | undefined
}

// A refund of nothing is deposited, and told, all the same (pallets/transaction-fee, correct_and_deposit_fee).
/** Gives back what was too much, pays the author, and says what the fee was: in this order. */
function settle(c: Context, { payer, author, paid, actual, tip, inAlpha }: Settlement): void {
  if (inAlpha) {
    c.emit(SubtensorModule, 'TransactionFeePaidWithAlpha', { who: payer, ...inAlpha })
    c.emit(TransactionPayment, 'TransactionFeePaid', { who: payer, actual_fee: actual, tip })
    return
  }
  const refund = totalBalance(c, payer) > 0n ? paid - actual : 0n
  if (totalBalance(c, payer) > 0n) deposit(c, payer, refund)
  deposit(c, author, paid - refund)
  c.emit(TransactionPayment, 'TransactionFeePaid', { who: payer, actual_fee: actual, tip })
}
