/** What a request comes to for the rules a person set for its site: of what kinds, and how much TAO leaves. */
import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { Address } from '../domain/address.ts'
import { sameBytes } from '../domain/bytes.ts'
import { readOrder } from '../domain/limit-order.ts'
import { ORDER_TEXT } from '../domain/order-text.ts'
import { unwrapMessage } from '../domain/site-message.ts'
import type { Asking, SiteAsk } from '../domain/site-rules.ts'
import { lesser, MOST_RAO, type Rao, rao, sum } from '../domain/units.ts'
import type { DecodedCall } from '../runtime/metadata.ts'
import { ruleOf } from './rules.ts'
import { isStaking } from './stake.ts'
import { type Node, nodesOf, unfold } from './unfold.ts'

/** A message moves nothing; an order, or what may be the fingerprint of one, can trade all there is. */
export function askingOfMessage(wrapped: Uint8Array): Asking {
  const said = unwrapMessage(wrapped)
  const isOrder =
    said.length === ORDER_FINGERPRINT ||
    readOrder(said) !== undefined ||
    sameBytes(said.subarray(0, ORDER.length), ORDER)
  return { kinds: ['message'], spends: rao(0n), isWhole: !isOrder }
}

const ORDER = utf8ToBytes(ORDER_TEXT)
const ORDER_FINGERPRINT = 32

/** A tip leaves with whatever else does. */
export function askingOf(call: DecodedCall, signer: Address, tip: Rao): Asking {
  const nodes = nodesOf(unfold(call, signer)).filter((node) => !isBatch(node))
  const told = nodes.map(toldBy)
  return {
    kinds: [...new Set(nodes.map(kindOf))],
    // More than there can be is all there can be: a day's sum has an end.
    spends: lesser(sum([tip, ...told.flatMap(({ amounts }) => amounts)]), rao(MOST_RAO)),
    isWhole: told.every(({ isWhole }) => isWhole),
  }
}

/** What is in it is asked for one by one, and it adds nothing. */
function isBatch({ meaning }: Node): boolean {
  return meaning.kind === 'carrier' && meaning.carrier.isBatch === true
}

/** Balances, spec 424. */
const PAYS = new Set([
  'Balances.transfer_allow_death',
  'Balances.transfer_keep_alive',
  'Balances.transfer_all',
])

function kindOf({ call: { name } }: Node): SiteAsk {
  if (PAYS.has(name)) return 'pay'
  return isStaking(name) ? 'stake' : 'other'
}

function toldBy({ call, meaning }: Node): { readonly amounts: readonly Rao[]; readonly isWhole: boolean } {
  const changes = ruleOf(call.name)?.changes?.(call.args)
  // A call without a word on what it changes takes nothing only where the wallet knows it as one of its own operations.
  if (changes === undefined) return { amounts: [], isWhole: meaning.kind === 'operation' }
  const parts = changes.map(({ kind, value }) => ({
    kind,
    amounts: value.flatMap((span) => (typeof span === 'object' && 'rao' in span ? [span.rao] : [])),
  }))
  return {
    amounts: parts.flatMap(({ kind, amounts }) => (kind === 'leaves' ? amounts : [])),
    isWhole: parts.every(
      ({ kind, amounts }) => kind !== 'power' && (kind !== 'leaves' || amounts.length > 0),
    ),
  }
}
