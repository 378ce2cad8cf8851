// What devnet's genesis says about its declarations: a changed devnet is another chain, so no cached metadata lies.
import { blake2b } from '@noble/hashes/blake2.js'
import type { Runtime } from './declare.ts'
import { generate } from './metadata.ts'

/** blake2b-256 of the runtime's own metadata v16. */
export function genesisCommitment(runtime: Runtime): Uint8Array {
  return blake2b(generate(runtime, 16), { dkLen: 32 })
}
