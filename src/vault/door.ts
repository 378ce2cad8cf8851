/** The room's one door: who may ask what, with the deadline checked before anything is answered. */

import { fromHex, toHex } from '#shared/domain/bytes.ts'
import type { Finding } from '#shared/domain/description.ts'
import type { SitePayload } from '#shared/domain/site-payload.ts'
import type { VaultStatus } from '#shared/domain/vault.ts'
import type { Handlers } from '#shared/protocol/contract.ts'
import { answer, type Port, serve } from '#shared/protocol/port.ts'
import { roomCommands } from '#shared/protocol/room-commands.ts'
import type { RoomRole } from '#shared/protocol/room-messages.ts'
import { vaultApproveMethods, vaultWalletMethods } from '#shared/protocol/vault-contract.ts'
import {
  addressFrom,
  addSecret,
  deriveAccount,
  localAccount,
  rearrange,
  watchAddress,
  withAccountKey,
} from './book.ts'
import { type Consents, createConsents, type Shown } from './consents.ts'
import { describeProposal } from './describe.ts'
import { describeSite } from './describe-site.ts'
import type { EnvelopeDeps, OpenVault } from './envelope.ts'
import type { Runtimes } from './runtimes.ts'
import { createSession, type SessionDeps } from './session.ts'
import { partsOfShielded, signBytes, signExtrinsic, signShielded } from './sign.ts'
import { createUnlocking } from './unlocking.ts'
import { newPhrase } from './words.ts'

export interface RoomDeps extends SessionDeps, EnvelopeDeps {
  runtimes: Runtimes
  /** Where what should not have been thrown is noted, by the method's name; causes may speak of secrets. */
  onBug: (method: string) => void
}

export interface Room {
  /** Serves one window's port for as long as it is open, with its role's methods and no others. */
  connect(port: Port, role: RoomRole): void
  /** One command of the background, `{name, input}`, answered with a Result in its encoded form. */
  command(command: unknown): Promise<unknown>
  /** Locks if it is time to. Called now and then, so that a lock does not wait for somebody to ask. */
  tick(): void
}

type WalletHandlers = Handlers<typeof vaultWalletMethods>
type ApproveHandlers = Handlers<typeof vaultApproveMethods, Shown>
type CommandHandlers = Handlers<typeof roomCommands>

export function createRoom(deps: RoomDeps): Room {
  const { random, clock, runtimes } = deps
  const session = createSession(deps)
  const unlocking = createUnlocking({ session, envelope: deps, clock })
  const consents = createConsents({ clock })
  const inTurn = createQueue()

  function status(): VaultStatus {
    const now = session.status()
    return now.kind === 'unlocked' ? now : { ...now, retryAt: unlocking.retryAt() }
  }

  /** One change to the vault; the caller stores what comes back. */
  function change(work: (vault: OpenVault) => OpenVault): ReturnType<WalletHandlers['room.watch']> {
    return inTurn(async () => {
      const changed = work(session.vault())
      session.replace(changed)
      return { sealed: changed.sealed }
    })
  }

  const shared = {
    'room.status': async () => status(),
    'room.lock': async () => {
      session.lock()
      return undefined
    },
    'room.touch': async () => {
      session.touch()
      return undefined
    },
  }

  const wallet: WalletHandlers = {
    ...shared,
    'room.unlock': (input, caller) => inTurn(() => unlocking.handlers['room.unlock'](input, caller)),
    'room.create': (input, caller) => inTurn(() => unlocking.handlers['room.create'](input, caller)),
    'room.changePassword': (input, caller) =>
      inTurn(() => unlocking.handlers['room.changePassword'](input, caller)),
    'room.reveal': (input, caller) => inTurn(() => unlocking.handlers['room.reveal'](input, caller)),
    'room.accounts': async () => ({ accounts: session.vault().sealed.accounts }),
    'room.newWords': async ({ count }) => ({ words: newPhrase(count, random) }),
    'room.preview': async ({ source, derivation }) => ({ address: addressFrom(source, derivation, random) }),
    'room.addSecret': (input) => change((vault) => addSecret(vault, input, random)),
    'room.derive': (input) => change((vault) => deriveAccount(vault, input, random)),
    'room.watch': (input) => change((vault) => watchAddress(vault, input)),
    'room.setAccounts': ({ accounts }) => change((vault) => rearrange(vault, accounts)),
  }

  const approve: ApproveHandlers = {
    ...shared,
    'room.unlock': (input) => wallet['room.unlock'](input, undefined),
    'room.describe': async ({ id, proposal, metadata }, shown) => {
      const vault = session.vault()
      const isRepeated = consents.hasSigned(id, proposal)
      const known = runtimes.read(metadata)
      const { envelopeCall, ...review } = describeProposal(vault, { proposal, isRepeated }, known)
      consents.show(shown, id, { ...review, envelopeCall, isBarred: isBarred(review) })
      return review
    },
    'room.describeSite': async ({ id, request, metadata, ruled = null }, shown) => {
      const vault = session.vault()
      const isRepeated = request.kind === 'payload' && consents.hasSigned(id, callOf(request.payload))
      const known = metadata === null ? undefined : runtimes.read(metadata)
      const review = describeSite(vault, { request, isRepeated, now: clock(), ruled }, known)
      consents.show(shown, id, { ...review, isBarred: isBarred(review), mustProve: review.over.length > 0 })
      return review
    },
    'room.prove': ({ password, attempts, ...review }, shown) =>
      inTurn(async () => {
        const { outcome, ...tried } = await unlocking.prove(password, attempts)
        if (outcome !== 'right') return { ...tried, outcome }
        consents.prove(shown, review)
        return { attempts: tried.attempts, outcome: 'proved' }
      }),
    'room.consent': async (decision, shown) => {
      session.vault()
      consents.decide(shown, decision)
      session.touch()
      return undefined
    },
  }

  const commands: CommandHandlers = {
    'room.status': shared['room.status'],
    'room.lock': shared['room.lock'],
    'room.sign': async ({ id, account, payload }) => {
      const vault = session.vault()
      const local = localAccount(vault, account)
      const signature = consents.sign({ id, account, bytes: fromHex(payload), as: 'payload' }, (bytes) =>
        withAccountKey(vault, local, random, (pair) => signExtrinsic(pair, bytes, random)),
      )
      return { signature: toHex(signature), scheme: local.scheme }
    },
    'room.signShielded': async ({ id, account, payload, key }) => {
      const vault = session.vault()
      const local = localAccount(vault, account)
      const beside = fromHex(key)
      const asked = { id, account, bytes: fromHex(payload), as: 'shielded', beside } as const
      const signed = consents.sign(asked, (bytes, agreed) =>
        withAccountKey(vault, local, random, (pair) =>
          signShielded(pair, { ...agreed, payload: bytes, key: beside }, random),
        ),
      )
      const parts = partsOfShielded(signed)
      return { scheme: local.scheme, ...parts }
    },
    'room.signMessage': async ({ id, account, bytes: message }) => {
      const vault = session.vault()
      const local = localAccount(vault, account)
      const signature = consents.sign({ id, account, bytes: fromHex(message), as: 'message' }, (bytes) =>
        withAccountKey(vault, local, random, (pair) => signBytes(pair, bytes, random)),
      )
      return { signature: toHex(signature), scheme: local.scheme }
    },
  }

  const none = { topics: {}, sources: {}, onBug: (_cause: unknown, method: string) => deps.onBug(method) }

  return {
    connect: (port, role) => {
      const checked: Port = {
        ...port,
        onMessage: (listener) =>
          port.onMessage((message) => {
            session.status()
            listener(message)
          }),
      }
      if (role === 'wallet') {
        serve(checked, { ...none, methods: vaultWalletMethods, handlers: wallet, caller: undefined })
      } else {
        const shown: Shown = new Map()
        serve(checked, { ...none, methods: vaultApproveMethods, handlers: approve, caller: shown })
      }
    },
    command: (command) => {
      session.status()
      const { name, input } = typeof command === 'object' && command !== null ? fieldsOf(command) : {}
      return answer(
        { ...none, methods: roomCommands, handlers: commands, caller: undefined },
        { name: typeof name === 'string' ? name : '', input },
      )
    },
    tick: () => {
      session.status()
    },
  }
}

function callOf({ address, genesis, call }: SitePayload): Parameters<Consents['hasSigned']>[1] {
  return { account: address, genesis, call }
}

function isBarred({ findings }: { findings: readonly Finding[] }): boolean {
  return findings.some(({ level }) => level === 'refuse')
}

function fieldsOf(command: object): { name?: unknown; input?: unknown } {
  return command
}

/** Derivations take a while: what changes the vault waits for what began before it. */
function createQueue(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const mine = last.then(work)
    last = mine.catch(() => undefined)
    return mine
  }
}
