/** The runtime of a block: its metadata from the store or the node, accepted only if it is of the spec version it is asked for. */
import { Bytes, Option, u32 } from '@polkadot-api/substrate-bindings'
import { type Hash, toHex } from '#shared/domain/bytes.ts'
import { WalletError } from '#shared/domain/errors.ts'
import { type Runtime, readMetadata } from '#shared/runtime/metadata.ts'
import type { Connection } from './connection.ts'
import { readBytes, readSpec } from './replies.ts'
import { METADATA_DEADLINE_MS, NodeError } from './rpc.ts'

/** Where metadata outlives the worker. Keys are `<genesis>/<spec>`; what of a genesis is old may be dropped at any time. Never rejects: a store that fails is an empty one. */
export interface MetadataStore {
  get(key: string): Promise<Uint8Array | undefined>
  put(key: string, bytes: Uint8Array): Promise<void>
  drop(key: string): Promise<void>
}

export interface Loaded {
  readonly runtime: Runtime
  readonly metadata: Uint8Array
}

export interface MetadataCache {
  /** What is in memory already, or undefined; never asks. */
  loaded(genesis: Hash, spec: number): Loaded | undefined
  /**
   * The runtime of spec version `spec`, which is in force after block `at`.
   * @throws WalletError `unreadable` when the node's metadata is of another spec version or no metadata, which ends the connection
   */
  load(connection: Connection, spec: number, at: Hash): Promise<Loaded>
  /** The runtime in force after block `at`, whose spec version is asked for. */
  loadAt(connection: Connection, at: Hash): Promise<Loaded>
  /** Drops metadata that was found to be untrue, so that another node's takes its place. */
  forget(genesis: Hash, spec: number): Promise<void>
}

/** The present runtime, the one before an upgrade, and one to spare. */
const KEPT = 3
// The runtime's own digest is made of version 15 when it is built (substrate-wasm-builder, metadata_hash.rs), and the
// digest follows the order of type ids, which version 16 changes. So 15 comes first; 16 still lets a call be read.
const VERSIONS = [15, 16]

export function createMetadataCache(store: MetadataStore): MetadataCache {
  const loading = new Map<string, Promise<Loaded>>()
  const loaded = new Map<string, Loaded>()

  const keep = (key: string, fresh: Loaded): Loaded => {
    loaded.set(key, fresh)
    for (const old of [...loaded.keys()].slice(0, -KEPT)) loaded.delete(old)
    return fresh
  }

  const fetch = async (connection: Connection, spec: number, at: Hash): Promise<Loaded> => {
    const metadata = await fetchMetadata(connection, at)
    const runtime = metadata && parse(metadata)
    // Whoever serves another runtime's metadata for this one is not asked again (RFC-78 guards what is signed).
    if (metadata === undefined || runtime?.spec !== spec) {
      connection.close('metadata of another runtime')
      throw new WalletError('unreadable', { why: 'metadata of another runtime' })
    }
    await store.put(keyOf(connection.genesis, spec), metadata)
    return { runtime, metadata }
  }

  const load = async (connection: Connection, spec: number, at: Hash): Promise<Loaded> => {
    const key = keyOf(connection.genesis, spec)
    const stored = await store.get(key)
    const runtime = stored && parse(stored)
    if (stored !== undefined && runtime?.spec === spec) return keep(key, { runtime, metadata: stored })
    return keep(key, await fetch(connection, spec, at))
  }

  const loadOnce = (connection: Connection, spec: number, at: Hash): Promise<Loaded> => {
    const key = keyOf(connection.genesis, spec)
    const ready = loaded.get(key)
    if (ready !== undefined) return Promise.resolve(ready)
    const running = loading.get(key)
    if (running !== undefined) return running
    const started = load(connection, spec, at).finally(() => loading.delete(key))
    loading.set(key, started)
    return started
  }

  return {
    loaded: (genesis, spec) => loaded.get(keyOf(genesis, spec)),
    load: loadOnce,
    loadAt: async (connection, at) =>
      loadOnce(connection, await connection.ask('state_getRuntimeVersion', [at], readSpec), at),
    forget: async (genesis, spec) => {
      loaded.delete(keyOf(genesis, spec))
      await store.drop(keyOf(genesis, spec))
    },
  }
}

function keyOf(genesis: Hash, spec: number): string {
  return `${genesis}/${spec}`
}

/** Metadata_metadata_at_version(u32) → Option<OpaqueMetadata> (Metadata v2, spec 424: versions 14 to 16). */
async function fetchMetadata(connection: Connection, at: Hash): Promise<Uint8Array | undefined> {
  for (const version of VERSIONS) {
    const params = ['Metadata_metadata_at_version', toHex(u32.enc(version)), at]
    const answer = await connection
      .ask('state_call', params, readBytes, METADATA_DEADLINE_MS)
      .catch((cause: unknown) => {
        // A runtime may not know a newer version: the older is asked for then.
        if (cause instanceof NodeError) return undefined
        throw cause
      })
    const metadata = answer && unwrap(answer)
    if (metadata !== undefined) return metadata
  }
  return undefined
}

function unwrap(answer: Uint8Array): Uint8Array | undefined {
  try {
    return Option(Bytes()).dec(answer)
  } catch {
    return undefined
  }
}

function parse(metadata: Uint8Array): Runtime | undefined {
  try {
    return readMetadata(metadata)
  } catch {
    return undefined
  }
}
