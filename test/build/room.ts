/** A vault room in memory: real cryptography, a derivation that costs nothing, clocks that stand still, windows on ports. */
import { sha256 } from '@noble/hashes/sha2.js'
import type { Address } from '../../src/shared/domain/address.ts'
import type { VaultStatus } from '../../src/shared/domain/vault.ts'
import { type Connection, connect, type Port } from '../../src/shared/protocol/port.ts'
import type { RoomStatus } from '../../src/shared/protocol/room-messages.ts'
import { vaultApproveMethods, vaultWalletMethods } from '../../src/shared/protocol/vault-contract.ts'
import { createRoom, type Room } from '../../src/vault/door.ts'
import type { EnvelopeDeps } from '../../src/vault/envelope.ts'
import { checkKdfParams } from '../../src/vault/kdf.ts'
import { createRuntimes } from '../../src/vault/runtimes.ts'

export const PASSWORD = 'correct horse battery staple'
/** The phrase every Substrate tool derives its development accounts from; public, and worth nothing. */
export const DEV_PHRASE = 'bottom drive obey lake curtain smoke basket hold race lonely fit walk'
export const ALICE = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY' as Address

export const random = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length))

/** Everything argon2id is but slow: parameters are checked, and each of them changes the key. */
export const cheapKdf: EnvelopeDeps['passwordKey'] = async (password, params, use) => {
  checkKdfParams(params)
  await Promise.resolve()
  return use(sha256(Buffer.from(JSON.stringify([password, params.m, params.t, [...params.salt]]))))
}

// Parsing mainnet's metadata takes a quarter of a second: rooms of one test file share what was read.
const runtimes = createRuntimes()

export interface TestRoom {
  room: Room
  wallet: Connection<typeof vaultWalletMethods, Record<never, never>>['call']
  approve: Connection<typeof vaultApproveMethods, Record<never, never>>['call']
  /** Another window of that role. */
  openApprove: () => TestRoom['approve']
  /** Sends anything at all over a new port of a role and gives the answer. */
  ask: (role: 'wallet' | 'approve', name: string, input?: unknown) => Promise<unknown>
  states: RoomStatus[]
  ends: () => number
  bugs: string[]
  /** Moves the wall's clock, and the steady one by as much unless told otherwise. */
  pass: (ms: number, steady?: number) => void
  now: () => number
}

export function aRoom(options: { passwordKey?: EnvelopeDeps['passwordKey'] } = {}): TestRoom {
  let wall = 1_700_000_000_000
  let uptime = 50
  let ended = 0
  const states: RoomStatus[] = []
  const bugs: string[] = []
  const room = createRoom({
    random,
    passwordKey: options.passwordKey ?? cheapKdf,
    runtimes,
    clock: () => wall,
    steady: () => uptime,
    onState: (status) => states.push(status),
    onEnd: () => {
      ended++
    },
    onBug: (method) => bugs.push(method),
  })
  const openApprove = (): TestRoom['approve'] => {
    const [ours, theirs] = aPipe()
    room.connect(theirs, 'approve')
    return connect(ours, vaultApproveMethods, {}).call
  }
  const [ours, theirs] = aPipe()
  room.connect(theirs, 'wallet')
  return {
    room,
    wallet: connect(ours, vaultWalletMethods, {}).call,
    approve: openApprove(),
    openApprove,
    ask: (role, name, input = null) => {
      const [end, other] = aPipe()
      room.connect(other, role)
      return new Promise((resolve) => {
        end.onMessage((message) => resolve((message as { result: unknown }).result))
        end.post({ kind: 'call', id: 1, name, input })
      })
    },
    states,
    ends: () => ended,
    bugs,
    pass: (ms, steady = ms) => {
      wall += ms
      uptime += steady
    },
    now: () => wall,
  }
}

/** Two ends of a channel that clones what it carries, as a MessageChannel does. */
export function aPipe(): [Port, Port] {
  const listeners: [((message: unknown) => void)[], ((message: unknown) => void)[]] = [[], []]
  const closing: (() => void)[] = []
  const end = (own: 0 | 1): Port => ({
    post: (message) => {
      const copy = structuredClone(message)
      queueMicrotask(() => {
        for (const listener of listeners[own === 0 ? 1 : 0]) listener(copy)
      })
    },
    onMessage: (listener) => listeners[own].push(listener),
    onClose: (listener) => closing.push(listener),
    close: () => {
      for (const listener of closing) listener()
    },
  })
  return [end(0), end(1)]
}

/** What a Result holds, or the test fails with the failure's code. */
export function answerOf<T>(
  result: { ok: true; value: T } | { ok: false; error: { code: string; details?: unknown } },
): T {
  if (!result.ok) throw new Error(`${result.error.code} ${JSON.stringify(result.error.details)}`)
  return result.value
}

export const fresh = { fails: 0, nextAt: 0 }
export const locked: VaultStatus = { kind: 'locked', retryAt: 0 }
/** Alice, from the development phrase. */
export const alice = {
  source: { kind: 'words' as const, words: DEV_PHRASE, password: '' },
  derivation: { path: '//Alice', scheme: 'sr25519' as const },
  name: 'Alice',
}

type Sealed = Parameters<TestRoom['wallet']['room.unlock']>[0]['sealed']

/** A room that made a vault with Alice in it. */
export async function created(): Promise<TestRoom & { sealed: Sealed }> {
  const test = aRoom()
  const { sealed } = answerOf(
    await test.wallet['room.create']({ password: PASSWORD, autoLockMinutes: 15, first: alice }),
  )
  return { ...test, sealed }
}

export const unlocking = (sealed: Sealed, password = PASSWORD, attempts = fresh) => ({
  sealed,
  attempts,
  password,
  autoLockMinutes: 15,
})
