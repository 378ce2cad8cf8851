// Chain state as parent-linked block diffs with a full snapshot now and then, so that forks share what they have in common.
import { blake2b } from '@noble/hashes/blake2.js'
import { byteOrder, fromHex, type Hex } from './bytes.ts'

/** What one block changed: storage key → new value, or `null` where the key was removed. */
export type Diff = ReadonlyMap<Hex, Uint8Array | null>

/** The state after one block. Immutable. */
export interface State {
  /** The value at a storage key, or `undefined`. The bytes must not be changed by the reader. */
  readonly get: (key: Hex) => Uint8Array | undefined
  /** All keys that start with `prefix`, in byte order. */
  readonly keys: (prefix: Hex) => readonly Hex[]
  /** A running hash over all changes since genesis. It is no trie root: proofs are not offered. */
  readonly root: Uint8Array
  /** The state of a child block. */
  readonly child: (diff: Diff) => State
}

// A read walks at most this many diffs back before it meets a whole map.
const SNAPSHOT_EVERY = 64

interface Node {
  readonly diff: Diff
  readonly parent: Node | undefined
  readonly snapshot: ReadonlyMap<Hex, Uint8Array> | undefined
  readonly depth: number
}

export function createState(initial: ReadonlyMap<Hex, Uint8Array>): State {
  const root = diffHash(new Uint8Array(32), initial)
  return open({ diff: new Map(), parent: undefined, snapshot: initial, depth: 0 }, root)
}

/** `before` gives the keys of the parent; a snapshot has none and sorts its own. */
function open(node: Node, root: Uint8Array, before?: () => readonly Hex[]): State {
  let sorted: readonly Hex[] | undefined
  const keys = (): readonly Hex[] => {
    sorted ??= before ? changed(before(), node.diff) : [...flatten(node).keys()].sort(byteOrder)
    return sorted
  }
  return {
    root,
    get: (key) => find(node, key),
    keys: (prefix) => range(keys(), prefix),
    child: (diff) => {
      const next: Node = { diff, parent: node, snapshot: undefined, depth: node.depth + 1 }
      const after = diffHash(root, diff)
      if (next.depth % SNAPSHOT_EVERY !== 0) return open(next, after, keys)
      // A snapshot needs no parent: cutting the link lets old blocks be collected when they are pruned.
      return open({ ...next, parent: undefined, snapshot: flatten(next) }, after)
    },
  }
}

/** Sorted keys after a diff: few of many change, so that sorting again would cost the most of all. */
function changed(before: readonly Hex[], diff: Diff): readonly Hex[] {
  const keys = [...before]
  for (const [key, value] of diff) {
    const at = placeOf(keys, key)
    const known = keys[at] === key
    if (value === null && known) keys.splice(at, 1)
    if (value !== null && !known) keys.splice(at, 0, key)
  }
  return keys
}

function find(from: Node, key: Hex): Uint8Array | undefined {
  for (let node: Node | undefined = from; node !== undefined; node = node.parent) {
    if (node.snapshot) return node.snapshot.get(key)
    const value = node.diff.get(key)
    if (value !== undefined) return value ?? undefined
  }
  return undefined
}

function flatten(from: Node): Map<Hex, Uint8Array> {
  const path: Node[] = []
  let node: Node | undefined = from
  while (node && !node.snapshot) {
    path.push(node)
    node = node.parent
  }
  const all = new Map(node?.snapshot)
  for (const step of path.reverse())
    for (const [key, value] of step.diff) value === null ? all.delete(key) : all.set(key, value)
  return all
}

/** Where a key stands, or would stand. */
function placeOf(sorted: readonly Hex[], key: Hex): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? '') < key) low = middle + 1
    else high = middle
  }
  return low
}

function range(sorted: readonly Hex[], prefix: Hex): readonly Hex[] {
  const start = placeOf(sorted, prefix)
  let end = start
  while (end < sorted.length && sorted[end]?.startsWith(prefix)) end++
  return sorted.slice(start, end)
}

function diffHash(parent: Uint8Array, diff: Diff): Uint8Array {
  const hash = blake2b.create({ dkLen: 32 }).update(parent)
  for (const [key, value] of [...diff].sort(([a], [b]) => byteOrder(a, b)))
    hash
      .update(fromHex(key))
      .update(Uint8Array.of(value ? 1 : 0))
      .update(value ?? new Uint8Array())
  return hash.digest()
}
