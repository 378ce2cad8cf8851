// What an account may still do while it moves to another key (guards/check_coldkey_swap.rs of SubtensorModule, spec 424).
import { slotsOf } from '../../chain/slots.ts'
import type { ErrorName, Outer } from '../../runtime/declare.ts'
import { SubtensorModule } from '../../runtime/declared/subtensor-module.ts'
import { type AccountId, type Context, fail } from '../context.ts'
import { nameOf } from '../dispatch.ts'

const { ColdkeySwapAnnouncements, ColdkeySwapDisputes } = slotsOf(SubtensorModule)

/** By these numbers the pool refuses what would fail by these names. */
const CODES = {
  ColdkeySwapAnnounced: 0,
  ColdkeySwapDisputed: 21,
} as const satisfies Partial<Record<ErrorName<typeof SubtensorModule>, number>>

const ALLOWED = new Set([
  'SubtensorModule.announce_coldkey_swap',
  'SubtensorModule.swap_coldkey_announced',
  'SubtensorModule.dispute_coldkey_swap',
  'SubtensorModule.clear_coldkey_swap_announcement',
  'MevShield.submit_encrypted',
])

function refusal(c: Context, account: AccountId, call: Outer): keyof typeof CODES | undefined {
  if (!c.exists(ColdkeySwapAnnouncements, account)) return undefined
  if (c.exists(ColdkeySwapDisputes, account)) return 'ColdkeySwapDisputed'
  return ALLOWED.has(nameOf(call)) ? undefined : 'ColdkeySwapAnnounced'
}

/** Stands before every dispatch for an account, however deep it lies in others. */
export function guardColdkeySwap(c: Context, account: AccountId, call: Outer): void {
  const refused = refusal(c, account, call)
  if (refused) throw fail(SubtensorModule, refused)
}

/** What the pool says to a call of this signer, as the number of a custom refusal. */
export function coldkeySwapCode(c: Context, signer: AccountId, call: Outer): number | undefined {
  const refused = refusal(c, signer, call)
  return refused && CODES[refused]
}
