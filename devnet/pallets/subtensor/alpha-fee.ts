// A fee paid in alpha where the TAO does not suffice (pallets/transaction-fee, spec 425).
import { slotsOf } from '../../chain/slots.ts'
import { smaller } from '../../economy/fixed-point.ts'
import type { Outer } from '../../runtime/declare.ts'
import { SubtensorModule } from '../../runtime/declared/subtensor-module.ts'
import { type AccountId, type Context, DispatchFailure } from '../context.ts'
import { type Position, stakeOf } from './shares.ts'
import { unstakeFrom } from './staking.ts'
import { blockAuthor, netuids, priceOf } from './subnets.ts'

const { SubtokenEnabled } = slotsOf(SubtensorModule)

interface Args {
  readonly hotkey?: AccountId
  readonly netuid?: number
  readonly origin_hotkey?: AccountId
  readonly origin_netuid?: number
}

const OF_ONE_POSITION = new Set([
  ...['remove_stake', 'remove_stake_limit', 'remove_stake_full_limit', 'recycle_alpha', 'burn_alpha'],
  ...['move_stake', 'transfer_stake', 'swap_stake', 'swap_stake_limit'],
])
const OF_A_HOTKEY = new Set(['unstake_all', 'unstake_all_alpha'])

/** The positions a call takes alpha out of. Only the outermost call counts: what a batch or a proxy carries does not. */
function originsOf(c: Context, coldkey: AccountId, call: Outer): Position[] {
  if (call.type !== 'SubtensorModule') return []
  const { type: name, value } = call.value
  const { hotkey, origin_hotkey, netuid, origin_netuid } = (value ?? {}) as Args
  const from = origin_hotkey ?? hotkey
  if (from === undefined) return []
  if (OF_ONE_POSITION.has(name)) {
    const of = origin_netuid ?? netuid
    return of === undefined ? [] : [{ coldkey, hotkey: from, netuid: of }]
  }
  if (!OF_A_HOTKEY.has(name)) return []
  return netuids(c)
    .filter((each) => c.read(SubtokenEnabled, each))
    .map((each) => ({ coldkey, hotkey: from, netuid: each }))
    .filter((position) => stakeOf(c, position) > 0n)
}

/** The one position that would pay; with several in question none does. */
function payingPosition(c: Context, coldkey: AccountId, call: Outer): Position | undefined {
  const [first, ...others] = originsOf(c, coldkey, call)
  return others.length === 0 ? first : undefined
}

/** What a fee is in alpha at the spot price; nothing where there is no price. */
function inAlpha(c: Context, netuid: number, fee: bigint): bigint {
  const price = priceOf(c, netuid)
  return price === 0n ? 0n : (fee << 64n) / price
}

/** Whether the alpha that a call is about would pay its fee. */
export function canPayInAlpha(c: Context, payer: AccountId, call: Outer, fee: bigint): boolean {
  const position = payingPosition(c, payer, call)
  return position !== undefined && stakeOf(c, position) >= inAlpha(c, position.netuid, fee)
}

export interface PaidInAlpha {
  readonly netuid: number
  readonly alpha_fee: bigint
  readonly tao_amount: bigint
}

/** Sells as much alpha as the fee is worth for the author, with no swap fee. Nothing where it does not sell. */
export function payInAlpha(c: Context, payer: AccountId, call: Outer, fee: bigint): PaidInAlpha | undefined {
  const position = payingPosition(c, payer, call)
  const author = blockAuthor(c)
  if (!position || author === undefined) return undefined
  const { netuid } = position
  const stake = stakeOf(c, position)
  const wanted = inAlpha(c, netuid, fee)
  const alpha_fee = wanted === 0n ? stake : smaller(wanted, stake)
  try {
    const terms = { beneficiary: author, feeless: true, limit: 0n }
    const tao_amount = c.transaction(() => unstakeFrom(c, position, alpha_fee, terms))
    return { netuid, alpha_fee, tao_amount }
  } catch (error) {
    if (error instanceof DispatchFailure) return undefined
    throw error
  }
}
