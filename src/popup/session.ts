/** Room and background as one: what the room seals is stored before success is shown; secrets go to the room alone. */
import type { Account, SecretId } from '#shared/domain/account.ts'
import type { Address } from '#shared/domain/address.ts'
import type { Failure } from '#shared/domain/errors.ts'
import { fail, ok, type Result } from '#shared/domain/result.ts'
import type { Attempts, Derivation, SealedVault, SecretSource } from '#shared/domain/vault.ts'
import type { Client } from '#shared/protocol/contract.ts'
import type { walletMethods } from '#shared/protocol/popup-contract.ts'
import type { vaultWalletMethods } from '#shared/protocol/vault-contract.ts'
import { type UnlockAnswer, unlock } from './unlocking.ts'
import type { Vault } from './vault.ts'

export type Done = Result<undefined, Failure>
/** A password was asked for again; `retryAt` in ms since 1970. */
export type Guarded<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'wrong-password' | 'wait'; readonly retryAt: number }
  | { readonly kind: 'failed'; readonly failure: Failure }

export interface NewSecret {
  readonly source: SecretSource
  readonly derivation: Derivation
  readonly name: string
}
export interface Revealed {
  readonly kind: 'words' | 'seed'
  readonly text: string
  /** The derivation password; empty when there is none. */
  readonly password: string
  readonly path: string
  readonly scheme: 'sr25519' | 'ed25519'
}

export interface Session {
  /** The room's own list: a hostile worker could show another. */
  accounts(): Promise<Result<{ readonly accounts: readonly Account[] }, Failure>>
  newWords(count: 12 | 24): Promise<Result<string, Failure>>
  preview(source: SecretSource, derivation: Derivation): Promise<Result<Address, Failure>>
  unlock(password: string): Promise<UnlockAnswer>
  /** A first vault; without a secret it will hold watched addresses only. */
  create(password: string, first: NewSecret | null): Promise<Done>
  addSecret(secret: NewSecret): Promise<Done>
  derive(secret: SecretId, derivation: Derivation, name: string): Promise<Done>
  watch(address: Address, name: string): Promise<Done>
  setAccounts(accounts: readonly Account[]): Promise<Done>
  changePassword(from: string, to: string): Promise<Guarded<undefined>>
  reveal(account: Address, password: string): Promise<Guarded<Revealed>>
  lock(): Promise<void>
  /** Puts off the automatic lock. */
  touch(): void
  /** Whether the room can be reached and is sealed; opens the line early. */
  open(): Promise<Done>
}

interface Deps {
  readonly background: Client<typeof walletMethods>
  readonly room: Vault<typeof vaultWalletMethods>
  readonly autoLockMinutes: () => number
}

export function createSession({ background, room, autoLockMinutes }: Deps): Session {
  /** Asks the room for a change and keeps what it sealed. A change that could not be kept did not happen. */
  const change = async (asked: Promise<Result<{ readonly sealed: SealedVault }, Failure>>): Promise<Done> => {
    const answer = await asked
    return answer.ok ? keep(answer.value.sealed) : answer
  }

  const keep = async (sealed: SealedVault): Promise<Done> => {
    const stored = await background['vault.store']({ sealed })
    if (stored.ok) return ok(undefined)
    // The room holds what the store does not: locked, it will be opened again from what is stored.
    await lock()
    return fail(stored.error)
  }

  const lock = async (): Promise<void> => {
    await Promise.all([room.call['room.lock'](undefined), background['vault.lock'](undefined)])
  }

  const withAttempts = async <T>(
    ask: (attempts: Attempts) => Promise<Result<Asked<T>, Failure>>,
  ): Promise<Guarded<T>> => {
    const read = await background['vault.read'](undefined)
    if (!read.ok) return { kind: 'failed', failure: read.error }
    const answer = await ask(read.value.attempts)
    if (!answer.ok) return { kind: 'failed', failure: answer.error }
    const { attempts, refused, value, sealed } = answer.value
    const counted = await background['vault.attempts']({ attempts })
    if (!counted.ok) {
      // The room holds the change already, and would give it away with the next one that is stored.
      if (sealed !== undefined) await lock()
      return { kind: 'failed', failure: counted.error }
    }
    if (refused !== undefined) return { kind: refused, retryAt: attempts.nextAt }
    if (sealed !== undefined) {
      const kept = await keep(sealed)
      if (!kept.ok) return { kind: 'failed', failure: kept.error }
    }
    return value === undefined
      ? { kind: 'failed', failure: { code: 'bug', details: undefined } }
      : { kind: 'done', value: value.is }
  }

  return {
    accounts: () => room.call['room.accounts'](undefined),
    newWords: async (count) => {
      const made = await room.call['room.newWords']({ count })
      return made.ok ? ok(made.value.words) : made
    },
    preview: async (source, derivation) => {
      const seen = await room.call['room.preview']({ source, derivation })
      return seen.ok ? ok(seen.value.address) : seen
    },
    unlock: (password) => unlock({ background, room, password, autoLockMinutes: autoLockMinutes() }),
    create: async (password, first) => {
      // A window that closed too early may have left a vault in the room that was never stored.
      const status = await room.call['room.status'](undefined)
      if (status.ok && status.value.kind === 'unlocked') await room.call['room.lock'](undefined)
      return change(room.call['room.create']({ password, autoLockMinutes: autoLockMinutes(), first }))
    },
    addSecret: (secret) => change(room.call['room.addSecret'](secret)),
    derive: (secret, derivation, name) => change(room.call['room.derive']({ secret, derivation, name })),
    watch: (address, name) => change(room.call['room.watch']({ address, name })),
    setAccounts: (accounts) => change(room.call['room.setAccounts']({ accounts })),
    changePassword: (from, to) =>
      withAttempts(async (attempts) => {
        const answer = await room.call['room.changePassword']({ from, to, attempts })
        if (!answer.ok) return answer
        const { attempts: counted, outcome, sealed } = answer.value
        return outcome === 'changed'
          ? ok({ attempts: counted, value: { is: undefined }, sealed })
          : ok({ attempts: counted, refused: outcome })
      }),
    reveal: (account, password) =>
      withAttempts(async (attempts) => {
        const answer = await room.call['room.reveal']({ account, password, attempts })
        if (!answer.ok) return answer
        const { attempts: counted, outcome, secret } = answer.value
        return outcome === 'revealed'
          ? ok({ attempts: counted, value: secret === undefined ? undefined : { is: secret } })
          : ok({ attempts: counted, refused: outcome })
      }),
    lock,
    touch: () => void room.call['room.touch'](undefined),
    open: async () => {
      const opened = await room.open()
      return opened.ok ? ok(undefined) : opened
    },
  }
}

interface Asked<T> {
  readonly attempts: Attempts
  readonly refused?: 'wrong-password' | 'wait'
  readonly value?: { readonly is: T } | undefined
  readonly sealed?: SealedVault | undefined
}
