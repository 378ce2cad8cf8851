/**
 * What the worker loads after its first answers: the chain, and all that is quoted and signed over it. Half of the code,
 * which a window that only asks how the vault is does not wait for.
 */
import { createChain } from './chain/create-chain.ts'
import { createSigning } from './signing/create-signing.ts'

export const later = { createChain, createSigning }
