/** The whole wallet but its screens: the background as it ships, the real room, a devnet, and pages that ask as screens do. */
import type { WebSocket } from 'ws'
import type { Devnet } from '../../devnet/start.ts'
import { createChain } from '../../src/background/chain/create-chain.ts'
import { startBackground } from '../../src/background/start.ts'
import { createRealm } from '../../src/background/vault/realm.ts'
import { type Codec, encode } from '../../src/shared/codec.ts'
import type { Hash } from '../../src/shared/domain/bytes.ts'
import type { Failure } from '../../src/shared/domain/errors.ts'
import type { Url } from '../../src/shared/domain/network.ts'
import type { Result } from '../../src/shared/domain/result.ts'
import { DEFAULT_SETTINGS, Settings } from '../../src/shared/domain/settings.ts'
import type { Client, Methods } from '../../src/shared/protocol/contract.ts'
import { APPROVE_PAGE, WALLET_PAGE } from '../../src/shared/protocol/places.ts'
import { approveMethods, popupTopics, walletMethods } from '../../src/shared/protocol/popup-contract.ts'
import { type Connection, connect } from '../../src/shared/protocol/port.ts'
import { vaultApproveMethods, vaultWalletMethods } from '../../src/shared/protocol/vault-contract.ts'
import { createRoom, type Room } from '../../src/vault/door.ts'
import { createRuntimes } from '../../src/vault/runtimes.ts'
import { createMachine, type Death, ID, type Machine, ORIGIN } from '../fakes/machine.ts'
import { aPipe, cheapKdf, random } from './room.ts'

type Topics = typeof popupTopics
type Value<K extends keyof Topics> = Parameters<Parameters<Connection<Methods, Topics>['watch']>[1]>[0] &
  (Topics[K] extends { readonly value: Codec<infer V> } ? V : never)

/** A page of ours: it connects anew when its port closes, as a screen does, and asks again what was not answered. */
interface Page<C extends Methods, V extends Methods> {
  readonly ask: Client<C>
  /** Its own line to the room. */
  readonly room: Client<V>
  /** The first value of a topic for which `isIt` holds. */
  seen<K extends keyof Topics & string>(topic: K, isIt: (value: Value<K>) => boolean): Promise<Value<K>>
  close(): void
}

export interface TestWallet {
  readonly machine: Machine
  readonly wallet: Page<typeof walletMethods, typeof vaultWalletMethods>
  readonly approve: Page<typeof approveMethods, typeof vaultApproveMethods>
  openApprove(): TestWallet['approve']
  /** Ends the worker; the next to speak to it starts another. */
  killWorker(): void
  startWorker(death?: Death): void
  /** Everything the worker noted as a bug. */
  readonly bugs: string[]
  end(): void
}

// Parsing the metadata takes a while: the rooms of a file share what was read.
const runtimes = createRuntimes()
const ASKED_AT_MOST = 6

export function aWallet(devnet?: Devnet): TestWallet {
  const bugs: string[] = []
  const pages = new Set<() => void>()
  let isEnded = false
  let isWorking = (): boolean => false

  const newRoom = (): Room =>
    createRoom({
      random,
      passwordKey: cheapKdf,
      runtimes,
      clock: () => machine.now(),
      steady: () => machine.now(),
      onState: (status) => {
        if (isEnded) return
        wake()
        machine.runtime.fromBridge(status)
      },
      onEnd: () => {
        room = newRoom()
      },
      onBug: (method) => bugs.push(`room: ${method}`),
    })
  const machine = createMachine((command) => room.command(command))
  let room = newRoom()

  const startWorker = (death?: Death): void => {
    const { life, browser, realmBrowser, indexedDB, withLock, WebSocket, clock } = machine.begin(death)
    isWorking = life.isAlive
    startBackground({
      browser,
      indexedDB,
      withLock,
      room: createRealm(realmBrowser, (ms) => new Promise((done) => void clock.after(ms, () => done()))),
      makeChain: async (store) =>
        createChain({ WebSocket: WebSocket as new (url: string) => WebSocket, clock, store }),
      clock,
      random,
      onBug: (cause, where) => {
        if (life.isAlive())
          bugs.push(`${where}: ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}`)
      },
    })
  }
  const wake = (): void => {
    if (!isWorking()) startWorker()
  }

  const openPage = <C extends Methods, V extends Methods>(
    role: 'wallet' | 'approve',
    methods: C,
    roomMethods: V,
  ): Page<C, V> => {
    let line:
      | { connection: Connection<C, Topics>; close: () => void; onClose: (listener: () => void) => void }
      | undefined
    const open = (): NonNullable<typeof line> => {
      if (line !== undefined) return line
      wake()
      const path = role === 'wallet' ? WALLET_PAGE : APPROVE_PAGE
      const port = machine.runtime.connect(role, {
        id: ID,
        origin: ORIGIN,
        url: `${ORIGIN}${path}`,
        frameId: 0,
      })
      const opened = {
        connection: connect(port, methods, popupTopics),
        close: port.close,
        onClose: port.onClose,
      }
      port.onClose(() => {
        line = undefined
      })
      line = opened
      return opened
    }
    const ask = async (name: string, input: unknown): Promise<Result<unknown, Failure>> => {
      let answer: Result<unknown, Failure> = { ok: false, error: { code: 'bug', details: undefined } }
      for (let i = 0; i < ASKED_AT_MOST; i++) {
        const call: unknown = open().connection.call[name]
        answer = await (call as (input: unknown) => Promise<Result<unknown, Failure>>)(input)
        if (answer.ok || answer.error.code !== 'bug') return answer
      }
      return answer
    }
    // A line to a room is this window's own: what it was shown, only it may decide on.
    let roomLine: { to: Room; call: Client<V> } | undefined
    const askRoom = (name: string, input: unknown): Promise<unknown> => {
      if (roomLine?.to !== room) {
        const [ours, theirs] = aPipe()
        room.connect(theirs, role)
        roomLine = { to: room, call: connect(ours, roomMethods, {}).call }
      }
      const call: unknown = roomLine.call[name]
      return (call as (input: unknown) => Promise<unknown>)(input)
    }
    const close = (): void => {
      line?.close()
      line = undefined
      pages.delete(close)
    }
    pages.add(close)
    return {
      ask: clientOf<C>(methods, ask),
      room: clientOf<V>(roomMethods, askRoom),
      seen: (topic, isIt) =>
        new Promise((resolve) => {
          let isSeen = false
          const look = (): void => {
            if (isSeen || isEnded) return
            const { connection, onClose } = open()
            // What closes while it is watched is watched again over a new line.
            onClose(() => queueMicrotask(look))
            const stop = connection.watch(topic, (value) => {
              if (isSeen || !isIt(value as never)) return
              isSeen = true
              queueMicrotask(() => stop())
              resolve(value as never)
            })
          }
          look()
        }),
      close,
    }
  }

  if (devnet !== undefined) machine.local.set('settings', encode(Settings, settingsFor(devnet)))
  const openApprove = () => openPage('approve', approveMethods, vaultApproveMethods)
  return {
    machine,
    wallet: openPage('wallet', walletMethods, vaultWalletMethods),
    approve: openApprove(),
    openApprove,
    killWorker: () => machine.end(),
    startWorker,
    bugs,
    end: () => {
      isEnded = true
      for (const close of [...pages]) close()
      machine.end()
    },
  }
}

/** This wallet on a devnet whose genesis was agreed to. */
export function settingsFor(devnet: Devnet): Settings {
  const url = devnet.url as Url
  return {
    ...DEFAULT_SETTINGS,
    network: 'local',
    endpoints: { ...DEFAULT_SETTINGS.endpoints, local: [url] },
    trustedLocal: { [url]: devnet.genesis as Hash },
  }
}

function clientOf<C extends Methods>(
  methods: C,
  ask: (name: string, input: unknown) => Promise<unknown>,
): Client<C> {
  return Object.fromEntries(
    Object.keys(methods).map((name) => [name, (input: unknown) => ask(name, input)]),
  ) as unknown as Client<C>
}
