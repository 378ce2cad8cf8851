// chainHead_v1_*: following the chain with pinned blocks, and operations whose answers come as events.
import { randomBytes } from 'node:crypto'
import { type Hex, toHex } from '../chain/bytes.ts'
import type { Block, ChainEvent } from '../chain/chain.ts'
import { versionSpec } from '../chain/release.ts'
import type { Backend } from './backend.ts'
import { storageEvents } from './chain-head-storage.ts'
import {
  bytesParam,
  type Call,
  hexParam,
  invalidParams,
  type Method,
  type Methods,
  RpcError,
} from './method.ts'

interface Follow {
  readonly pinned: Set<Hex>
  readonly withRuntime: boolean
  notify: (event: unknown) => void
}

// How many final blocks `initialized` names at most.
const INITIAL_FINAL = 8
// A node allows a connection four follows at once.
const MAX_FOLLOWS = 4

export interface ChainHead {
  readonly methods: Methods
  /** Ends every follow with a `stop` event, as a node does that cannot keep up. */
  readonly stopAll: () => void
}

export function createChainHead(backend: Backend): ChainHead {
  const { node } = backend
  const { chain } = node
  const follows = new Map<object, Map<string, Follow>>()

  const runtimeOf = (block: Block) => ({ type: 'valid', spec: versionSpec(node.releaseAt(block)) })
  const changedRuntime = (block: Block) => {
    const parent = chain.block(block.header.parentHash)
    return parent && node.releaseAt(parent) !== node.releaseAt(block) ? runtimeOf(block) : null
  }

  const newBlock = (follow: Follow, block: Block): void => {
    follow.pinned.add(block.hash)
    follow.notify({
      event: 'newBlock',
      blockHash: block.hash,
      parentBlockHash: block.header.parentHash,
      ...(follow.withRuntime ? { newRuntime: changedRuntime(block) } : {}),
    })
  }

  const initialize = (follow: Follow): void => {
    const final: Block[] = []
    for (
      let at: Block | undefined = chain.finalized();
      at && final.length < INITIAL_FINAL;
      at = chain.block(at.header.parentHash)
    )
      final.unshift(at)
    for (const { hash } of final) follow.pinned.add(hash)
    follow.notify({
      event: 'initialized',
      finalizedBlockHashes: final.map(({ hash }) => hash),
      ...(follow.withRuntime ? { finalizedBlockRuntime: runtimeOf(chain.finalized()) } : {}),
    })
    for (const block of chain.unfinalized()) newBlock(follow, block)
    follow.notify({ event: 'bestBlockChanged', bestBlockHash: chain.best().hash })
  }

  const pass = (follow: Follow, event: ChainEvent): void => {
    if (event.kind === 'imported') newBlock(follow, event.block)
    else if (event.kind === 'best')
      follow.notify({ event: 'bestBlockChanged', bestBlockHash: event.block.hash })
    else
      follow.notify({
        event: 'finalized',
        finalizedBlockHashes: event.blocks.map(({ hash }) => hash),
        prunedBlockHashes: event.pruned,
      })
  }

  const follow: Method = ([withRuntime], call) => {
    const own = follows.get(call.connection) ?? new Map<string, Follow>()
    follows.set(call.connection, own)
    if (own.size >= MAX_FOLLOWS)
      throw new RpcError(-32800, 'Maximum number of chainHead_follow has been reached')
    const made: Follow = { pinned: new Set(), withRuntime: withRuntime === true, notify: () => {} }
    const id = call.subscribe('chainHead_v1_followEvent', (notify) => {
      made.notify = notify
      initialize(made)
      const stop = chain.listen((event) => pass(made, event))
      return () => {
        stop()
        own.delete(id)
        if (own.size === 0) follows.delete(call.connection)
      }
    })
    own.set(id, made)
    return id
  }

  const find = (id: unknown, call: Call): Follow | undefined => follows.get(call.connection)?.get(String(id))

  /** The follow and the pinned block an operation is about; `undefined` when the follow is gone. */
  const pinned = (id: unknown, hash: unknown, call: Call): { follow: Follow; block: Block } | undefined => {
    const found = find(id, call)
    if (!found) return undefined
    const block = chain.block(hexParam(hash, 'hash'))
    if (!block || !found.pinned.has(block.hash)) throw new RpcError(-32801, 'Invalid block hash')
    return { follow: found, block }
  }

  /** Answers `started`, and sends the events of the operation after that reply. */
  const operation = (follow: Follow, call: Call, run: () => readonly object[], extra: object = {}) => {
    const operationId = toHex(randomBytes(4))
    call.afterReply(() => {
      for (const event of run()) follow.notify({ ...event, operationId })
    })
    return { result: 'started', operationId, ...extra }
  }
  const LIMIT = { result: 'limitReached' }

  const header: Method = ([id, hash], call) => {
    const found = pinned(id, hash, call)
    return found ? toHex(found.block.encodedHeader) : null
  }
  const body: Method = ([id, hash], call) => {
    const found = pinned(id, hash, call)
    if (!found) return LIMIT
    const value = found.block.extrinsics.map(toHex)
    return operation(found.follow, call, () => [{ event: 'operationBodyDone', value }])
  }
  const runtimeCall: Method = ([id, hash, name, input], call) => {
    const found = pinned(id, hash, call)
    if (!found) return LIMIT
    if (typeof name !== 'string') throw invalidParams('function name expected')
    const bytes = input === '' ? new Uint8Array() : bytesParam(input, 'callParameters')
    return operation(found.follow, call, () => {
      try {
        return [{ event: 'operationCallDone', output: toHex(backend.callApi(name, bytes, found.block)) }]
      } catch (error) {
        return [{ event: 'operationError', error: error instanceof Error ? error.message : String(error) }]
      }
    })
  }
  const storage: Method = ([id, hash, items, childTrie], call) => {
    const found = pinned(id, hash, call)
    if (!found) return LIMIT
    if (childTrie !== undefined && childTrie !== null) throw invalidParams('there are no child tries')
    const events = storageEvents(found.block.state, items)
    return operation(found.follow, call, () => events, { discardedItems: 0 })
  }

  const unpin: Method = ([id, hashes], call) => {
    const found = find(id, call)
    if (!found) return null
    const list = (Array.isArray(hashes) ? hashes : [hashes]).map((hash) => hexParam(hash, 'hash'))
    if (new Set(list).size !== list.length) throw new RpcError(-32804, 'Duplicate hashes')
    if (list.some((hash) => !found.pinned.has(hash))) throw new RpcError(-32801, 'Invalid block hash')
    for (const hash of list) found.pinned.delete(hash)
    return null
  }
  const unfollow: Method = ([id], call) => {
    call.unsubscribe(id)
    return null
  }

  const stopAll = (): void => {
    for (const own of follows.values())
      for (const [id, each] of own) {
        each.notify({ event: 'stop' })
        each.notify = () => {}
        own.delete(id)
      }
  }

  const methods: Methods = {
    chainHead_v1_follow: follow,
    chainHead_v1_unfollow: unfollow,
    chainHead_v1_header: header,
    chainHead_v1_body: body,
    chainHead_v1_call: runtimeCall,
    chainHead_v1_storage: storage,
    chainHead_v1_unpin: unpin,
    // Operations are done as soon as they are asked for; there is never one to continue or to stop.
    chainHead_v1_continue: () => null,
    chainHead_v1_stopOperation: () => null,
  }
  return { methods, stopAll }
}
