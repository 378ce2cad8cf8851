// state_*: storage, runtime calls, metadata and runtime versions, at any block that is still kept.
import { blake2b256, type Hex, toHex } from '../chain/bytes.ts'
import type { Block } from '../chain/chain.ts'
import { DecodeError } from '../chain/extrinsic.ts'
import { versionJson } from '../chain/release.ts'
import { NotExported } from '../chain/runtime-api.ts'
import type { Backend } from './backend.ts'
import {
  bytesParam,
  hexList,
  hexParam,
  invalidParams,
  type Method,
  type Methods,
  optionalHex,
  RpcError,
} from './method.ts'

// What a node allows in one page of keys.
const MAX_PAGE = 1_000

export function stateMethods(backend: Backend): Methods {
  const { node, blockAt } = backend
  const { chain } = node
  const at = (value: unknown): Block => blockAt(optionalHex(value, 'at'))
  const value = (block: Block, key: Hex): Hex | null => {
    const bytes = block.state.get(key)
    return bytes ? toHex(bytes) : null
  }

  const getStorage: Method = ([key, hash]) => value(at(hash), hexParam(key, 'key'))
  const getStorageHash: Method = ([key, hash]) => {
    const bytes = at(hash).state.get(hexParam(key, 'key'))
    return bytes ? toHex(blake2b256(bytes)) : null
  }
  const getStorageSize: Method = ([key, hash]) => at(hash).state.get(hexParam(key, 'key'))?.length ?? null

  const getKeysPaged: Method = ([prefix, count, start, hash]) => {
    if (typeof count !== 'number') throw invalidParams('count must be a number')
    if (count > MAX_PAGE)
      throw new RpcError(4002, `count exceeds maximum value. value: ${count}, max: ${MAX_PAGE}`)
    const after = optionalHex(start, 'startKey')
    const keys = at(hash).state.keys(optionalHex(prefix, 'prefix') ?? '0x')
    return keys.filter((key) => after === undefined || key > after).slice(0, count)
  }
  const getKeys: Method = ([prefix, hash]) => at(hash).state.keys(hexParam(prefix, 'prefix'))
  const getPairs: Method = ([prefix, hash]) => {
    const block = at(hash)
    return block.state.keys(hexParam(prefix, 'prefix')).map((key) => [key, value(block, key)])
  }
  const queryStorageAt: Method = ([keys, hash]) => {
    const block = at(hash)
    return [{ block: block.hash, changes: hexList(keys, 'keys').map((key) => [key, value(block, key)]) }]
  }

  const call: Method = ([name, input, hash]) => {
    if (typeof name !== 'string') throw invalidParams('method name expected')
    const block = at(hash)
    try {
      // Clients write empty arguments as "0x" or as "".
      return toHex(backend.callApi(name, input === '' ? new Uint8Array() : bytesParam(input, 'data'), block))
    } catch (error) {
      throw executionError(error)
    }
  }
  const getMetadata: Method = ([hash]) => {
    // The opaque answer has a length before it, which this method leaves out.
    const answer = backend.callApi('Metadata_metadata', new Uint8Array(), at(hash))
    const metadata = node.releaseAt(at(hash)).metadata(14)
    return toHex(answer.slice(answer.length - metadata.length))
  }
  const getRuntimeVersion: Method = ([hash]) => versionJson(node.releaseAt(at(hash)))

  const subscribeStorage: Method = ([keys], request) => {
    const watched = keys === undefined || keys === null ? [] : hexList(keys, 'keys')
    return request.subscribe('state_storage', (notify) => {
      let last = new Map<Hex, Hex | null>()
      const tell = (block: Block, all: boolean): void => {
        const now = new Map(watched.map((key) => [key, value(block, key)]))
        const changes = [...now].filter(([key, each]) => all || last.get(key) !== each)
        last = now
        if (all || changes.length > 0) notify({ block: block.hash, changes })
      }
      // @polkadot/api waits for this first one.
      tell(chain.best(), true)
      return chain.listen((event) => {
        if (event.kind === 'best') tell(event.block, false)
      })
    })
  }
  const subscribeRuntimeVersion: Method = (_params, request) =>
    request.subscribe('state_runtimeVersion', (notify) => {
      let last = node.releaseAt(chain.best())
      notify(versionJson(last))
      return chain.listen((event) => {
        if (event.kind !== 'best') return
        const now = node.releaseAt(event.block)
        if (now !== last) notify(versionJson(now))
        last = now
      })
    })
  const unsubscribe: Method = ([id], request) => request.unsubscribe(id)

  return {
    state_getStorage: getStorage,
    state_getStorageAt: getStorage,
    state_getStorageHash: getStorageHash,
    state_getStorageHashAt: getStorageHash,
    state_getStorageSize: getStorageSize,
    state_getKeys: getKeys,
    state_getKeysPaged: getKeysPaged,
    state_getKeysPagedAt: getKeysPaged,
    state_getPairs: getPairs,
    state_queryStorageAt: queryStorageAt,
    state_call: call,
    state_callAt: call,
    state_getMetadata: getMetadata,
    state_getRuntimeVersion: getRuntimeVersion,
    chain_getRuntimeVersion: getRuntimeVersion,
    state_subscribeStorage: subscribeStorage,
    state_unsubscribeStorage: unsubscribe,
    state_subscribeRuntimeVersion: subscribeRuntimeVersion,
    state_unsubscribeRuntimeVersion: unsubscribe,
    chain_subscribeRuntimeVersion: subscribeRuntimeVersion,
    chain_unsubscribeRuntimeVersion: unsubscribe,
  }
}

/** sc-rpc-api's code for a runtime call that did not come back. */
export function executionError(error: unknown): unknown {
  if (error instanceof NotExported)
    return new RpcError(4003, `Client error: Execution failed: Other: ${error.message}`)
  if (error instanceof DecodeError) return new RpcError(4003, `Client error: Execution failed: ${TRAP}`)
  return error
}

/** What a node prints when its runtime panics, as it does on input that does not decode. */
export const TRAP = 'Execution aborted due to trap: wasm trap: wasm `unreachable` instruction executed'
