/** Who pays the fee of a call: the signer, unless those it acts for have agreed to pay. */
import type { Address } from '#shared/domain/address.ts'
import type { PayingReal } from '#shared/operations/fact-shapes.ts'
import { accountIn } from '#shared/review/reading.ts'
import type { DecodedCall } from '#shared/runtime/metadata.ts'

// Where a real account has agreed to it, it pays for `Proxy.proxy`; one level deeper the same is asked of a proxy call inside,
// or of a batch of nothing but proxy calls for one account (subtensor transaction_payment_wrapper.rs, spec 424).
const BATCHES = new Set(['Utility.batch', 'Utility.batch_all', 'Utility.force_batch'])

/** Whose agreement decides, the outer one first. */
export function payingPairs(call: DecodedCall, signer: Address): readonly PayingReal[] {
  const outer = pairOf(call, signer)
  if (outer === undefined) return []
  const inner = call.branches[0]?.call
  if (inner === undefined) return [outer]
  const within = BATCHES.has(inner.name) ? inner.branches.map((branch) => branch.call) : [inner]
  const pairs = within.map((each) => pairOf(each, outer.real))
  const [first] = pairs
  const isOne = first !== undefined && pairs.every((pair) => pair?.real === first.real)
  return isOne ? [outer, first] : [outer]
}

/** @param agreed what the chain says of each of the pairs, in their order */
export function feePayer(signer: Address, pairs: readonly PayingReal[], agreed: readonly boolean[]): Address {
  const refusing = agreed.indexOf(false)
  const paying = pairs.slice(0, refusing === -1 ? pairs.length : refusing)
  return paying.at(-1)?.real ?? signer
}

function pairOf({ name, args }: DecodedCall, delegate: Address): PayingReal | undefined {
  const real = name === 'Proxy.proxy' ? accountIn(args['real']) : undefined
  return real === undefined ? undefined : { real, delegate }
}
