/** Everything that asks for the password: opening the vault, making it, changing the password, and seeing a secret. */

import type { Address } from '#shared/domain/address.ts'
import { WalletError } from '#shared/domain/errors.ts'
import { type Attempts, NO_ATTEMPTS } from '#shared/domain/vault.ts'
import type { Handlers, Output } from '#shared/protocol/contract.ts'
import type { vaultWalletMethods } from '#shared/protocol/vault-contract.ts'
import { afterFailure, waitBefore } from './attempts.ts'
import { addSecret, localAccount } from './book.ts'
import { createVault, type EnvelopeDeps, isPassword, openVault, rewrap, withItem } from './envelope.ts'
import { checkPassword } from './password.ts'
import type { Clock } from './secret.ts'
import type { Session } from './session.ts'
import { revealed } from './source.ts'

type Methods = typeof vaultWalletMethods
type Served = 'room.unlock' | 'room.create' | 'room.changePassword' | 'room.reveal'
type Secret = NonNullable<Output<Methods['room.reveal']>['secret']>

export interface UnlockingDeps {
  session: Session
  envelope: EnvelopeDeps
  clock: Clock
}

/** The four methods, the password alone, and when the next password may be tried (milliseconds since 1970). */
export interface Unlocking {
  handlers: Pick<Handlers<Methods>, Served>
  /** Whether it is the password of the open vault. @throws WalletError `locked` */
  prove(password: string, attempts: Attempts): Promise<Proved>
  retryAt(): number
}

interface Proved {
  attempts: Attempts
  outcome: 'right' | 'wrong-password' | 'wait'
}

export function createUnlocking({ session, envelope, clock }: UnlockingDeps): Unlocking {
  // The stored count comes with each request and outlives the room; this one holds even when an old count is sent.
  let known: Attempts = NO_ATTEMPTS

  /** Checks a password unless it is too early. Undefined from `check` is a wrong one. */
  async function tryPassword<T>(given: Attempts, check: () => Promise<T | undefined>): Promise<Tried<T>> {
    known = { fails: Math.max(known.fails, given.fails), nextAt: Math.max(known.nextAt, given.nextAt) }
    if (waitBefore(known, clock()) > 0) return { attempts: known, outcome: 'wait' }
    const value = await check()
    known = value === undefined ? afterFailure(known, clock()) : NO_ATTEMPTS
    return value === undefined
      ? { attempts: known, outcome: 'wrong-password' }
      : { attempts: known, outcome: 'right', value }
  }

  const prove = (password: string, attempts: Attempts): Promise<Tried<true>> => {
    const { sealed } = session.vault()
    return tryPassword(attempts, () => whenTrue(isPassword(sealed, password, envelope)))
  }

  return {
    prove,
    retryAt: () => known.nextAt,
    handlers: {
      'room.unlock': async ({ sealed, attempts, password, autoLockMinutes }) => {
        const tried = await tryPassword(attempts, () => openVault(sealed, password, envelope))
        if (tried.outcome !== 'right') return tried
        const { value } = tried
        const answer = { attempts: tried.attempts, outcome: 'unlocked' as const }
        session.start(value, autoLockMinutes)
        return value.sealed === sealed ? answer : { ...answer, sealed: value.sealed }
      },

      'room.create': async ({ password, autoLockMinutes, first }) => {
        // An open vault is not written over by a page that believes there is none.
        if (session.status().kind === 'unlocked') throw new WalletError('refused', { why: 'a vault is open' })
        checkPassword(password)
        const empty = await createVault(password, envelope)
        try {
          const vault = first === null ? empty : addSecret(empty, first, envelope.random)
          session.start(vault, autoLockMinutes)
          return { sealed: vault.sealed }
        } catch (error) {
          empty.masterKey.fill(0)
          throw error
        }
      },

      'room.changePassword': async ({ from, to, attempts }) => {
        const vault = session.vault()
        checkPassword(to)
        const tried = await prove(from, attempts)
        if (tried.outcome !== 'right') return tried
        const changed = await rewrap(vault, to, envelope)
        session.replace(changed)
        return { attempts: tried.attempts, outcome: 'changed', sealed: changed.sealed }
      },

      'room.reveal': async ({ account, password, attempts }) => {
        const vault = session.vault()
        localAccount(vault, account)
        const tried = await prove(password, attempts)
        if (tried.outcome !== 'right') return tried
        return { attempts: tried.attempts, outcome: 'revealed', secret: secretOf(session, account) }
      },
    },
  }
}

type Tried<T> =
  | { attempts: Attempts; outcome: 'wait' | 'wrong-password' }
  | { attempts: Attempts; outcome: 'right'; value: T }

async function whenTrue(answer: Promise<boolean>): Promise<true | undefined> {
  return (await answer) || undefined
}

function secretOf(session: Session, address: Address): Secret {
  const vault = session.vault()
  const { secret, path, scheme } = localAccount(vault, address)
  return withItem(vault, secret, (bytes, { kind }) => ({ kind, ...revealed(kind, bytes), path, scheme }))
}
