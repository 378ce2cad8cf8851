/** One node that was found to be on the right chain: its heads, its spec version, and questions to it. */
import type { Hash } from '#shared/domain/bytes.ts'
import { WalletError } from '#shared/domain/errors.ts'
import type { Url } from '#shared/domain/network.ts'
import type { Clock } from './clock.ts'
import { type Header, readHeader } from './header.ts'
import { readHash, readSpec } from './replies.ts'
import { DEADLINE_MS, openRpc, type Rpc, type SocketClass } from './rpc.ts'

export interface Connection {
  readonly url: Url
  readonly genesis: Hash
  best(): Header
  final(): Header
  /** The spec version at the best block. */
  spec(): number
  readonly ask: Rpc['ask']
  isOpen(): boolean
  close(why: string): void
}

interface ConnectionEvents {
  readonly onBest: (best: Header) => void
  readonly onFinal: (final: Header) => void
  readonly onSpec: (spec: number) => void
  readonly onClose: (why: string) => void
}

interface ConnectionDeps {
  readonly url: Url
  readonly WebSocket: SocketClass
  readonly clock: Clock
  /** Asked before anything else is: throws for a chain that is not to be talked to. */
  readonly admit: (genesis: Hash) => void
  /** Heard from the moment the connection is handed over. */
  readonly events: ConnectionEvents
}

// Three block times of Finney (12 s): a chain may be slow, a connection must not be silent for longer unasked.
const QUIET_MS = 36_000

/** @throws WalletError `offline` or `timeout`, NodeError, or what `admit` throws */
export async function openConnection({
  url,
  WebSocket,
  clock,
  admit,
  events,
}: ConnectionDeps): Promise<Connection> {
  const seen: { best?: Header; final?: Header; spec?: number; closed?: true } = {}
  let handedOver = false
  let stopWatch = (): void => {}
  let learned = (): void => {}

  const rpc = await openRpc({
    url,
    WebSocket,
    clock,
    onClose: (why) => {
      seen.closed = true
      stopWatch()
      learned()
      if (handedOver) events.onClose(why)
    },
  })

  // A connection can die so that neither side is told. Blocks are its pulse; where they stop, the node is asked.
  const watch = (): void => {
    stopWatch()
    stopWatch = clock.after(QUIET_MS, () => {
      rpc.ask('chain_getHeader', [], readHeader).then(
        (header) => {
          if (seen.closed) return
          if (header.number > (seen.best?.number ?? 0)) rpc.close('its subscription went silent')
          else watch()
        },
        () => rpc.close('no answer'),
      )
    })
  }

  try {
    const genesis = await rpc.ask('chain_getBlockHash', [0], readHash)
    admit(genesis)
    const known = new Promise<void>((resolve) => {
      learned = () => {
        if (seen.closed || (seen.best && seen.final && seen.spec !== undefined)) resolve()
      }
    })
    await Promise.all([
      rpc.subscribe('chain_subscribeNewHeads', [], readHeader, (header) => {
        seen.best = header
        watch()
        learned()
        if (handedOver) events.onBest(header)
      }),
      rpc.subscribe('chain_subscribeFinalizedHeads', [], readHeader, (header) => {
        // Finality never goes back; a late notification must not make it seem to.
        if (seen.final !== undefined && header.number <= seen.final.number) return
        seen.final = header
        learned()
        if (handedOver) events.onFinal(header)
      }),
      rpc.subscribe('state_subscribeRuntimeVersion', [], readSpec, (told) => {
        seen.spec = told
        learned()
        if (handedOver) events.onSpec(told)
      }),
    ])
    const stop = clock.after(DEADLINE_MS, () => rpc.close('no first block'))
    learned()
    await known
    stop()
    const { best, final, spec, closed } = seen
    if (closed || !best || !final || spec === undefined) throw new WalletError('offline')
    handedOver = true
    return {
      url,
      genesis,
      best: () => seen.best ?? best,
      final: () => seen.final ?? final,
      spec: () => seen.spec ?? spec,
      isOpen: () => seen.closed === undefined,
      ask: rpc.ask,
      close: rpc.close,
    }
  } catch (cause) {
    rpc.close('refused')
    throw cause
  }
}
