// MevShield: an envelope is noted when it is included. What is in it the author adds to the block, not this call.
import { blake2b256, compactBytes, fromHex, join, toHex } from '../chain/bytes.ts'
import { MevShield } from '../runtime/declared/mev-shield.ts'
import { DispatchFailure } from './context.ts'
import { behaviour, signed } from './dispatch.ts'

export const mevShieldCalls = behaviour(MevShield, {
  submit_encrypted: (c, origin, { ciphertext }) => {
    const who = signed(origin)
    const id = toHex(blake2b256(join(fromHex(who), compactBytes(BigInt(ciphertext.length)), ciphertext)))
    c.emit(MevShield, 'EncryptedSubmitted', { id, who })
    return undefined
  },
  // An inherent of the author's: nobody signs it.
  announce_next_key: () => {
    throw new DispatchFailure({ type: 'BadOrigin' })
  },
})
