/** Keeps one connection to the chosen network: endpoints in order, the genesis of each checked, and again after a loss. */
import { WalletError } from '#shared/domain/errors.ts'
import type { NetworkId, Url } from '#shared/domain/network.ts'
import type { ChainStatus } from '#shared/domain/portfolio.ts'
import { admit, differs, failureOf, NotAdmitted, type Refused, wordsOf } from './admission.ts'
import type { ChainChoice } from './chain.ts'
import type { Clock } from './clock.ts'
import { type Connection, openConnection } from './connection.ts'
import type { SocketClass } from './rpc.ts'

type ClientEvent = 'up' | 'down' | 'best' | 'final' | 'spec'

export interface Client {
  status(): ChainStatus
  onStatus(listener: (status: ChainStatus) => void): () => void
  choose(choice: ChainChoice): void
  reconnect(): void
  current(): Connection | undefined
  /** The connection, waiting while it is being made. @throws WalletError `offline`, `timeout`, `wrong-chain` */
  connected(): Promise<Connection>
  on(listener: (event: ClientEvent) => void): () => void
  /** Ends the connection for good. */
  stop(): void
}

interface ClientDeps {
  readonly WebSocket: SocketClass
  readonly clock: Clock
}

/** How long a question waits for the connection: one endpoint may fail to answer, and the next must get its turn. */
const WAIT_MS = 15_000
/** A connection that lived this long owes its end to something new, and is replaced at once. */
const SOUND_MS = 30_000
const MOST_WAIT_MS = 30_000

export function createClient({ WebSocket, clock }: ClientDeps): Client {
  const statusListeners = new Set<(status: ChainStatus) => void>()
  const listeners = new Set<(event: ClientEvent) => void>()
  let choice: ChainChoice | undefined
  let status: ChainStatus = { kind: 'connecting', network: 'finney' }
  let connection: Connection | undefined
  let lastBlock: number | undefined
  let failures = 0
  let upSince = 0
  /** Raised by whatever makes the work under way pointless: a choice, a reconnect, an end. */
  let turn = 0
  let stopRetry = (): void => {}

  const tell = (next: ChainStatus): void => {
    status = next
    for (const listener of [...statusListeners]) listener(next)
  }
  const emit = (event: ClientEvent): void => {
    for (const listener of [...listeners]) listener(event)
  }
  const tellOnline = (): void => {
    if (connection === undefined || choice === undefined) return
    lastBlock = connection.best().number
    tell({
      kind: 'online',
      network: choice.network,
      genesis: connection.genesis,
      endpoint: connection.url,
      spec: connection.spec(),
      best: lastBlock,
      final: connection.final().number,
      bestAt: clock.now(),
    })
  }
  const tellOffline = (network: NetworkId, why: string): void =>
    tell({ kind: 'offline', network, why, ...(lastBlock === undefined ? {} : { lastBlock }) })

  /** Tries every endpoint once, from the one at `from` on. */
  const tryAll = async (chosen: ChainChoice, from: number): Promise<void> => {
    const mine = ++turn
    const { network, endpoints } = chosen
    let refused: Refused | undefined
    let why = 'no endpoint is set'
    for (let i = 0; i < endpoints.length; i++) {
      const at = (from + i) % endpoints.length
      const url = endpoints[at]
      if (url === undefined) continue
      try {
        const opened = await openAt(chosen, url, at, mine)
        if (turn !== mine) {
          opened.close('no longer wanted')
          return
        }
        if (!opened.isOpen()) continue
        connection = opened
        upSince = clock.now()
        tellOnline()
        emit('up')
        return
      } catch (cause) {
        if (turn !== mine) return
        why = wordsOf(cause)
        if (cause instanceof NotAdmitted) refused ??= cause.status
        // Nodes on this computer need not be of one chain: the first is not passed over before it was asked about.
        if (refused?.kind === 'untrusted') break
      }
    }
    if (refused === undefined) tellOffline(network, why)
    else tell(refused)
    failures += 1
    retry(chosen, 0)
  }

  const openAt = (chosen: ChainChoice, url: Url, at: number, mine: number): Promise<Connection> => {
    const live = (run: () => void) => (): void => {
      if (turn === mine) run()
    }
    return openConnection({
      url,
      WebSocket,
      clock,
      admit: (genesis) => admit(chosen, url, genesis),
      events: {
        onBest: live(() => {
          tellOnline()
          emit('best')
        }),
        onFinal: live(() => {
          tellOnline()
          emit('final')
        }),
        onSpec: live(() => {
          tellOnline()
          emit('spec')
        }),
        onClose: (why) => live(() => lose(chosen, at, why))(),
      },
    })
  }

  const lose = (chosen: ChainChoice, at: number, why: string): void => {
    if (connection === undefined) return
    connection = undefined
    failures = clock.now() - upSince >= SOUND_MS ? 0 : failures + 1
    if (failures === 0) tell({ kind: 'connecting', network: chosen.network })
    else tellOffline(chosen.network, why)
    emit('down')
    retry(chosen, at + 1)
  }

  const retry = (chosen: ChainChoice, from: number): void => {
    stopRetry()
    const wait = failures === 0 ? 0 : Math.min(MOST_WAIT_MS, 500 * 2 ** Math.min(failures, 10))
    const mine = turn
    stopRetry = clock.after(wait, () => {
      if (turn === mine) void tryAll(chosen, from)
    })
  }

  const restart = (chosen: ChainChoice): void => {
    const old = connection
    turn += 1
    connection = undefined
    failures = 0
    stopRetry()
    old?.close('no longer wanted')
    tell({ kind: 'connecting', network: chosen.network })
    if (old !== undefined) emit('down')
    void tryAll(chosen, 0)
  }

  return {
    status: () => status,
    onStatus: (listener) => listen(statusListeners, listener),
    on: (listener) => listen(listeners, listener),
    choose: (next) => {
      const before = choice
      choice = next
      if (before?.network !== next.network) lastBlock = undefined
      if (before === undefined || connection === undefined || differs(before, next, connection.url))
        restart(next)
    },
    reconnect: () => {
      if (choice !== undefined) restart(choice)
    },
    current: () => connection,
    connected: () => (connection !== undefined ? Promise.resolve(connection) : waitFor()),
    stop: () => {
      turn += 1
      stopRetry()
      connection?.close('stopped')
      connection = undefined
    },
  }

  function waitFor(): Promise<Connection> {
    return new Promise((found, missed) => {
      const settle = (run: () => void): void => {
        stopTimer()
        stopListening()
        run()
      }
      const look = (now: ChainStatus): void => {
        if (connection !== undefined) {
          const made = connection
          settle(() => found(made))
        } else if (now.kind !== 'connecting') settle(() => missed(failureOf(now)))
      }
      const stopTimer = clock.after(WAIT_MS, () => settle(() => missed(new WalletError('timeout'))))
      const stopListening = listen(statusListeners, look)
      look(status)
    })
  }
}

function listen<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
