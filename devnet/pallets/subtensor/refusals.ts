// What Sudo's, the shield's and Subtensor's own transaction extensions refuse before a call is dispatched (spec 424).
import { slotsOf } from '../../chain/slots.ts'
import type { Verdict } from '../../chain/validity.ts'
import type { Outer } from '../../runtime/declare.ts'
import { Sudo } from '../../runtime/declared/sudo.ts'
import { ciphertextIn, readEnvelope } from '../../shield/envelope.ts'
import type { AccountId, Context } from '../context.ts'
import { coldkeySwapCode } from './coldkey-guard.ts'
import { takeRefusal } from './take.ts'

const { Key } = slotsOf(Sudo)

const FAILED_SHIELDED_PARSING = 23

/** The refusal of a call by this signer, or `undefined`. */
export function refusalOf(c: Context, signer: AccountId, call: Outer): Verdict | undefined {
  if (call.type === 'Sudo' && c.read(Key) !== signer) return { kind: 'invalid', reason: 'BadSigner' }
  const ciphertext = ciphertextIn(call)
  if (ciphertext && !readEnvelope(ciphertext))
    return { kind: 'invalid', reason: 'Custom', code: FAILED_SHIELDED_PARSING }
  const code = coldkeySwapCode(c, signer, call)
  if (code !== undefined) return { kind: 'invalid', reason: 'Custom', code }
  return takeRefusal(c, signer, call)
}
