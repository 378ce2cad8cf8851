/** The call that carries an encrypted extrinsic to the author it is for (pallet MevShield; with one argument since spec 393). */
import type { Runtime } from './metadata.ts'

export const ENVELOPE_CALL = 'MevShield.submit_encrypted'

/** How many bytes an envelope has besides the extrinsic in it (MevShield.submit_encrypted, spec 424). */
export const ENVELOPE_OVERHEAD = 1146

/** Whether this runtime takes envelopes as the wallet makes them. */
export function takesEnvelopes(runtime: Pick<Runtime, 'argumentsOf'>): boolean {
  return runtime.argumentsOf(ENVELOPE_CALL)?.join() === 'ciphertext'
}
