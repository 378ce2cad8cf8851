// Starts a devnet in this process: the way tests, the demo and the command line get one.
import type { Hex } from './chain/bytes.ts'
import { createNode, type Node } from './chain/node.ts'
import { createRelease } from './chain/release.ts'
import { type Controls, createControls } from './controls.ts'
import { createFaults } from './faults.ts'
import { beginBlock } from './pallets/subtensor/emission.ts'
import { authorMethods } from './rpc/author.ts'
import { createBackend } from './rpc/backend.ts'
import { chainMethods } from './rpc/chain.ts'
import { createChainHead } from './rpc/chain-head.ts'
import { controlMethods } from './rpc/control.ts'
import type { Methods } from './rpc/method.ts'
import { createRpcServer } from './rpc/server.ts'
import { stateMethods } from './rpc/state.ts'
import { listMethods, systemMethods } from './rpc/system.ts'
import { runtime } from './runtime/declared/runtime.ts'
import { BLOCK_AUTHOR, seedLargeWorld, seedWorld } from './world.ts'

const WORLDS = { ordinary: seedWorld, large: seedLargeWorld } as const
export type WorldName = keyof typeof WORLDS

export interface DevnetOptions {
  /** 0 takes any free port. */
  readonly port?: number
  /** Milliseconds between blocks; 0 makes blocks only when `seal` is called. */
  readonly blockMs?: number
  /** How many blocks finality stays behind. */
  readonly finalityLag?: number
  /** Whether the runtime carries its RFC-78 digest, so that metadata hash mode 1 can be checked. */
  readonly metadataHash?: boolean
  readonly specVersion?: number
  /** Which world there is at the start; the large one takes a few seconds to make. */
  readonly world?: WorldName
  /** Whether blocks bring TAO and alpha, and epochs dividends. Without, nothing moves but what extrinsics move. */
  readonly emission?: boolean
  /** Leaves out methods by prefix, e.g. `chainHead_` for a node that has only the legacy ones. */
  readonly without?: readonly string[]
  readonly clock?: () => number
  readonly report?: (message: string) => void
}

export interface Devnet extends Controls {
  /** The WebSocket endpoint, on the loopback interface. */
  readonly url: string
  readonly genesis: Hex
  /** The RFC-78 digest of this devnet's metadata. */
  readonly digest: Uint8Array | undefined
  /** Chain, pool and state, for tests that look inside. */
  readonly node: Node
  readonly close: () => Promise<void>
}

/** Starts a devnet. Rejects when the port is taken. */
export async function startDevnet(options: DevnetOptions = {}): Promise<Devnet> {
  const { port = 9944, blockMs = 12_000, finalityLag = 2, metadataHash = true } = options
  const faults = createFaults()
  const release = createRelease(runtime, { specVersion: options.specVersion, metadataHash })
  const node = createNode({
    release,
    author: BLOCK_AUTHOR,
    genesis: WORLDS[options.world ?? 'ordinary'],
    clock: options.clock ?? Date.now,
    finalityLag,
    finalityStalled: () => faults.active('finality-stall'),
    shield: () => ({
      announces: !faults.active('no-shield-key'),
      opens: !faults.active('missed-shield-slot'),
    }),
    begin: options.emission ? beginBlock : undefined,
    report: options.report ?? ((message) => console.error(message)),
  })
  const backend = createBackend(node, faults)
  const chainHead = createChainHead(backend)

  const offered: Methods = {
    ...chainMethods(backend),
    ...stateMethods(backend),
    ...authorMethods(backend),
    ...systemMethods(backend),
    ...chainHead.methods,
  }
  const isOffered = (name: string): boolean => !options.without?.some((prefix) => name.startsWith(prefix))
  const methods: Record<string, Methods[string]> = Object.fromEntries(
    Object.entries(offered).filter(([name]) => isOffered(name)),
  )
  methods['rpc_methods'] = () => listMethods(methods)

  const server = await createRpcServer({ port, methods, faults })
  const controls = createControls({
    node,
    faults,
    server,
    metadataHash,
    stopFollows: chainHead.stopAll,
    blockMs,
  })
  Object.assign(methods, controlMethods(controls))

  return {
    ...controls,
    url: server.url,
    genesis: node.chain.genesis.hash,
    get digest() {
      return release.digest()
    },
    node,
    close: () => {
      controls.pause()
      return server.close()
    },
  }
}
