// increase_take and decrease_take: what a validator keeps of the dividends (SubtensorModule, spec 424).
import { slotsOf } from '../../chain/slots.ts'
import type { Verdict } from '../../chain/validity.ts'
import type { ErrorName, Outer } from '../../runtime/declare.ts'
import { SubtensorModule } from '../../runtime/declared/subtensor-module.ts'
import type { RateLimitKey } from '../../runtime/declared/types/subtensor.ts'
import { type AccountId, type Context, fail } from '../context.ts'
import { behaviour, signed } from '../dispatch.ts'
import { isTooSoon, noteDone } from './rate-limit.ts'
import { isHotkey, ownerOf } from './staking.ts'

const slots = slotsOf(SubtensorModule)

interface Wanted {
  readonly hotkey: AccountId
  /** In parts of 65 535. */
  readonly take: number
}

/** Refused in the pool already, by these numbers of the transaction extension. */
const CODES = {
  HotKeyAccountNotExists: 4,
  DelegateTxRateLimitExceeded: 6,
  NonAssociatedColdKey: 25,
  DelegateTakeTooLow: 26,
  DelegateTakeTooHigh: 27,
} as const satisfies Partial<Record<ErrorName<typeof SubtensorModule>, number>>

type Refusal = keyof typeof CODES

const paceOf = (hotkey: AccountId): RateLimitKey => ({ type: 'LastTxBlockDelegateTake', value: hotkey })

function ownership(c: Context, coldkey: AccountId, hotkey: AccountId): Refusal | undefined {
  if (!isHotkey(c, hotkey)) return 'HotKeyAccountNotExists'
  return ownerOf(c, hotkey) === coldkey ? undefined : 'NonAssociatedColdKey'
}

/** Why a take may not go up: it must strictly, within bounds, and not soon after the last time. */
function againstIncrease(c: Context, coldkey: AccountId, { hotkey, take }: Wanted): Refusal | undefined {
  const foreign = ownership(c, coldkey, hotkey)
  if (foreign) return foreign
  if (c.exists(slots.Delegates, hotkey) && take <= c.read(slots.Delegates, hotkey))
    return 'DelegateTakeTooLow'
  if (take > c.read(slots.MaxDelegateTake)) return 'DelegateTakeTooHigh'
  return isTooSoon(c, paceOf(hotkey), c.read(slots.TxDelegateTakeRateLimit))
    ? 'DelegateTxRateLimitExceeded'
    : undefined
}

/** Why a take may not go down: it must strictly, and has a least value. */
function againstDecrease(c: Context, coldkey: AccountId, { hotkey, take }: Wanted): Refusal | undefined {
  const foreign = ownership(c, coldkey, hotkey)
  if (foreign) return foreign
  if (c.exists(slots.Delegates, hotkey) && take >= c.read(slots.Delegates, hotkey))
    return 'DelegateTakeTooLow'
  return take < c.read(slots.MinDelegateTake) ? 'DelegateTakeTooLow' : undefined
}

/** What the pool says to a change of take that would fail. */
export function takeRefusal(c: Context, signer: AccountId, call: Outer): Verdict | undefined {
  if (call.type !== 'SubtensorModule') return undefined
  const { type: name, value } = call.value
  const against =
    name === 'increase_take' ? againstIncrease : name === 'decrease_take' ? againstDecrease : undefined
  const refusal = against?.(c, signer, value as Wanted)
  return refusal && { kind: 'invalid', reason: 'Custom', code: CODES[refusal] }
}

export const takeCalls = behaviour(SubtensorModule, {
  increase_take: (c, origin, { hotkey, take }) => {
    const coldkey = signed(origin)
    const refusal = againstIncrease(c, coldkey, { hotkey, take })
    if (refusal) throw fail(SubtensorModule, refusal)
    noteDone(c, paceOf(hotkey))
    // Where it was written before the limits had a map of their own.
    c.write(slots.LastTxBlockDelegateTake, [hotkey], BigInt(c.blockNumber))
    c.write(slots.Delegates, [hotkey], take)
    c.emit(SubtensorModule, 'TakeIncreased', [coldkey, hotkey, take])
    return undefined
  },
  decrease_take: (c, origin, { hotkey, take }) => {
    const coldkey = signed(origin)
    const refusal = againstDecrease(c, coldkey, { hotkey, take })
    if (refusal) throw fail(SubtensorModule, refusal)
    c.write(slots.Delegates, [hotkey], take)
    c.emit(SubtensorModule, 'TakeDecreased', [coldkey, hotkey, take])
    return undefined
  },
})
