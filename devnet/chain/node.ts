// The node: chain, pool and author together, driven block by block. RPC and controls speak to this.
import { beginRuntime } from '../pallets/begin.ts'
import { dispatcherFor } from '../pallets/behaviour.ts'
import { type Context, createContext, type Emitted } from '../pallets/context.ts'
import { proxyFilterApi } from '../pallets/proxy-filter-api.ts'
import { subtensorApis } from '../pallets/subtensor/apis.ts'
import { coreApis } from './apis.ts'
import { authorBlock, open, surroundings } from './author.ts'
import { fromHex, type Hex, toHex } from './bytes.ts'
import { type Block, type Chain, createChain, makeBlock } from './chain.ts'
import { createExecutive, type Executive } from './executive.ts'
import { extrinsicHash } from './extrinsic.ts'
import { ZERO_HASH } from './header.ts'
import { createOverlay } from './overlay.ts'
import { createPool, type Pool } from './pool.ts'
import { CODE_KEY, type Release } from './release.ts'
import { createRuntimeApi } from './runtime-api.ts'
import { createVerifier } from './signature.ts'
import { createState, type State } from './state.ts'
import type { Validity } from './validity.ts'

interface SealOptions {
  readonly parent?: Block
  readonly extrinsics?: readonly Uint8Array[]
  readonly upgrade?: Release
  readonly intervene?: (c: Context) => void
}

export interface Node {
  readonly chain: Chain
  readonly pool: Pool
  /** The runtime as of the state of a block. */
  readonly releaseAt: (block: Block) => Release
  /** Answers a runtime API from the state of a block. */
  readonly callApi: (name: string, input: Uint8Array, block: Block) => Uint8Array
  /** A typed look at the state of a block, the best one unless told otherwise; writes go nowhere. */
  readonly view: (block?: Block) => Context
  /** Makes a block and, unless told otherwise, lets it be best and finality follow. */
  readonly seal: (options?: SealOptions) => Block
  /** Makes a block without changing what is best. */
  readonly build: (options: SealOptions) => Block
  readonly adopt: (block: Block) => void
}

export interface NodeOptions {
  readonly release: Release
  readonly author: Hex
  /** Writes the world the chain starts with: always the same for the same version. */
  readonly genesis: (c: Context, version: Release['version']) => void
  /** Milliseconds since 1970. */
  readonly clock: () => number
  readonly finalityLag: number
  readonly finalityStalled: () => boolean
  /** Whether authors announce shield keys and open envelopes now; they do, unless this says not. */
  readonly shield?: () => { readonly announces: boolean; readonly opens: boolean }
  readonly report: (message: string) => void
  /** What a block brings before its extrinsics, beside what the runtime always does. */
  readonly begin?: ((c: Context) => void) | undefined
}

// BlockHashCount: how long a block can still be somebody's birth block, and so how long blocks are kept.
const KEEP_BLOCKS = 2_400

export function createNode(options: NodeOptions): Node {
  const releases = new Map<string, Release>()
  const executives = new Map<Release, Executive>()
  const verify = createVerifier()
  const runtimeApi = createRuntimeApi([...coreApis, ...subtensorApis, proxyFilterApi])
  const learn = (release: Release): void => void releases.set(toHex(release.code), release)
  learn(options.release)

  const chain = createChain(genesisBlock(options), KEEP_BLOCKS)
  const genesis = fromHex(chain.genesis.hash)

  const releaseAt = ({ state }: Block): Release =>
    releases.get(toHex(state.get(CODE_KEY) ?? new Uint8Array())) ?? options.release
  const executiveFor = (release: Release): Executive => {
    const executive = executives.get(release) ?? createExecutive(dispatcherFor(release), options.report)
    executives.set(release, executive)
    return executive
  }
  const contextAt = (block: Block, number: number): Context =>
    createContext(createOverlay<Emitted>(block.state), { blockNumber: number, extrinsicIndex: undefined })
  const view = (block = chain.best()): Context => contextAt(block, block.header.number)

  /** As the executive does: the next block is opened on a copy, and the extrinsic is judged in it. */
  const validateAt = (bytes: Uint8Array, block: Block): Validity => {
    const release = releaseAt(block)
    const number = block.header.number + 1
    const c = contextAt(block, number)
    open(c, block, number)
    return executiveFor(release).validate(c, bytes, surroundings(c, { release, genesis, verify }, number))
  }

  const pool = createPool({ validate: (bytes) => validateAt(bytes, chain.best()) })
  let lastTime = 0

  const build = ({ parent = chain.best(), extrinsics, upgrade, intervene }: SealOptions): Block => {
    const release = releaseAt(parent)
    if (upgrade) learn(upgrade)
    lastTime = Math.max(options.clock(), lastTime + 1)
    const { block, unfit } = authorBlock({
      parent,
      release,
      genesis,
      verify,
      upgrade,
      intervene,
      shield: options.shield?.() ?? { announces: true, opens: true },
      begin: (c) => {
        beginRuntime(c)
        options.begin?.(c)
      },
      timestamp: BigInt(lastTime),
      author: options.author,
      executive: executiveFor(release),
      extrinsics: extrinsics ?? pool.ready(),
    })
    if (!extrinsics) pool.reject(unfit.map(extrinsicHash))
    return block
  }

  const adopt = (block: Block): void => {
    chain.setBest(block)
    if (!options.finalityStalled()) chain.finalizeBehind(options.finalityLag)
  }

  chain.listen((event) => {
    if (event.kind === 'best') pool.onBest(event.retracted, event.enacted)
    if (event.kind === 'finalized') pool.onFinalized(event.blocks)
  })

  return {
    chain,
    pool,
    releaseAt,
    view,
    build: (sealing) => {
      const block = build(sealing)
      chain.add(block)
      return block
    },
    adopt,
    seal: (sealing = {}) => {
      const block = build(sealing)
      chain.add(block)
      adopt(block)
      return block
    },
    callApi: (name, input, block) =>
      runtimeApi(name, input, {
        block,
        release: releaseAt(block),
        c: view(block),
        validate: (bytes) => validateAt(bytes, block),
      }),
  }
}

function genesisBlock(options: NodeOptions): Block {
  const state = genesisState(options)
  const header = {
    parentHash: ZERO_HASH,
    number: 0,
    stateRoot: state.root,
    extrinsicsRoot: new Uint8Array(32),
    logs: [],
  }
  return makeBlock(header, [], state)
}

// The same world under the same runtime is the same state, and states do not change: tests start many nodes on it.
const worlds = new WeakMap<NodeOptions['genesis'], Map<Hex, State>>()

function genesisState({ release, genesis }: NodeOptions): State {
  const states = worlds.get(genesis) ?? new Map<Hex, State>()
  worlds.set(genesis, states)
  const code = toHex(release.code)
  const known = states.get(code)
  if (known) return known
  const overlay = createOverlay<Emitted>(createState(new Map()))
  overlay.put(CODE_KEY, release.code)
  genesis(createContext(overlay, { blockNumber: 0, extrinsicIndex: undefined }), release.version)
  const entries = [...overlay.diff()].flatMap(([key, value]): [Hex, Uint8Array][] =>
    value ? [[key, value]] : [],
  )
  const state = createState(new Map(entries))
  states.set(code, state)
  return state
}
