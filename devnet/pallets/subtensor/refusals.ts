// What Sudo's and Subtensor's own transaction extensions refuse before a call is dispatched (spec 424).
import { slotsOf } from '../../chain/slots.ts'
import type { Verdict } from '../../chain/validity.ts'
import type { Outer } from '../../runtime/declare.ts'
import { Sudo } from '../../runtime/declared/sudo.ts'
import type { AccountId, Context } from '../context.ts'
import { takeRefusal } from './take.ts'

const { Key } = slotsOf(Sudo)

/** The refusal of a call by this signer, or `undefined`. */
export function refusalOf(c: Context, signer: AccountId, call: Outer): Verdict | undefined {
  if (call.type === 'Sudo' && c.read(Key) !== signer) return { kind: 'invalid', reason: 'BadSigner' }
  return takeRefusal(c, signer, call)
}
