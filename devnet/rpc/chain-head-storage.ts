// The storage queries of chainHead: values, hashes and whole subtrees, as operation events.
import { blake2b256, type Hex, toHex } from '../chain/bytes.ts'
import type { State } from '../chain/state.ts'
import { hexParam, invalidParams } from './method.ts'

type QueryType = 'value' | 'hash' | 'closestDescendantMerkleValue' | 'descendantsValues' | 'descendantsHashes'
const QUERY_TYPES: readonly QueryType[] = [
  'value',
  'hash',
  'closestDescendantMerkleValue',
  'descendantsValues',
  'descendantsHashes',
]

// Long answers come in several events, as from a node.
const ITEMS_PER_EVENT = 256

/** The events that answer a storage operation. Throws on items that are not queries. */
export function storageEvents(state: State, items: unknown): readonly object[] {
  if (!Array.isArray(items)) throw invalidParams('items must be a list')
  const found = items.flatMap((item) => answer(state, item))
  const events: object[] = []
  for (let i = 0; i < found.length; i += ITEMS_PER_EVENT)
    events.push({ event: 'operationStorageItems', items: found.slice(i, i + ITEMS_PER_EVENT) })
  return [...events, { event: 'operationStorageDone' }]
}

function answer(state: State, item: unknown): readonly object[] {
  const query = (typeof item === 'object' ? item : undefined) as
    | { key?: unknown; type?: unknown }
    | null
    | undefined
  const type = QUERY_TYPES.find((known) => known === query?.type)
  if (!query || !type) throw invalidParams('unknown storage query')
  const key = hexParam(query.key, 'key')
  const hash = (at: Hex): readonly object[] => {
    const bytes = state.get(at)
    return bytes ? [{ key: at, hash: toHex(blake2b256(bytes)) }] : []
  }
  const value = (at: Hex): readonly object[] => {
    const bytes = state.get(at)
    return bytes ? [{ key: at, value: toHex(bytes) }] : []
  }
  switch (type) {
    case 'value':
      return value(key)
    case 'hash':
      return hash(key)
    case 'descendantsValues':
      return state.keys(key).flatMap(value)
    case 'descendantsHashes':
      return state.keys(key).flatMap(hash)
    case 'closestDescendantMerkleValue': {
      // There is no trie; what matters to clients is that the value changes when anything below does.
      const below = state.keys(key)
      if (below.length === 0) return []
      const parts = below.map((at) => at + toHex(state.get(at) ?? new Uint8Array()))
      return [
        { key, closestDescendantMerkleValue: toHex(blake2b256(new TextEncoder().encode(parts.join()))) },
      ]
    }
  }
}
