/** For whom a call acts: the account that signs, or one it stands for. */
import type { Address } from '../domain/address.ts'
import type { Span } from '../domain/description.ts'
import { derivedAccount, multisigAccount } from '../runtime/derived-account.ts'

export interface Actor {
  readonly kind: 'signer' | 'account' | 'root'
  /** Undefined where it is no account, or none that can be known. */
  readonly address: Address | undefined
  /** Empty for the account that signs. */
  readonly words: readonly Span[]
}

export function signing(address: Address): Actor {
  return { kind: 'signer', address, words: [] }
}

/** The chain's own authority. */
export const ROOT_ACTOR: Actor = { kind: 'root', address: undefined, words: ['the chain itself'] }

/** Acting for the very account that signs is acting as oneself. */
export function acting(address: Address, signer: Actor, ...role: readonly string[]): Actor {
  if (signer.kind === 'signer' && signer.address === address) return signer
  return { kind: 'account', address, words: [...role, { address }] }
}

export const STRANGER: Actor = {
  kind: 'account',
  address: undefined,
  words: ['an account that cannot be told'],
}

export function ofSeveral(others: readonly Address[], threshold: number, actor: Actor): Actor {
  if (actor.address === undefined) return STRANGER
  return acting(multisigAccount([...others, actor.address], threshold), actor, 'the multisig ')
}

export function underNumber(index: number, actor: Actor): Actor {
  if (actor.address === undefined) return STRANGER
  return acting(derivedAccount(actor.address, index), actor, `the derived account ${index}, `)
}
