/** The state of one block: everything is asked of it once, and stored values asked for together travel together. */
import type { Hash, Hex } from '#shared/domain/bytes.ts'
import { toHex } from '#shared/domain/bytes.ts'
import type { Runtime } from '#shared/runtime/metadata.ts'
import type { Block } from './chain.ts'
import type { Connection } from './connection.ts'
import { readBytes, readHex, readStorage } from './replies.ts'

export type Values = ReadonlyMap<Hex, Uint8Array | null>

export interface Reading {
  readonly block: Block
  readonly genesis: Hash
  /** null where nothing is stored. All that is asked for in one turn is one RPC call. */
  values(keys: readonly Hex[]): Promise<Values>
  /** The same of what seldom changes: as it is at this block, or was at most five minutes before it. */
  recent(keys: readonly Hex[]): Promise<Values>
  /** The keys that begin with `prefix`, the first hundred of them. */
  keysUnder(prefix: Hex): Promise<readonly Hex[]>
  /** A runtime API by the name `state_call` knows it by. */
  call(name: string, params: Uint8Array): Promise<Uint8Array>
  /** The runtime of the block, loaded when it is not there yet. */
  runtime(): Promise<Runtime>
}

/** What was read of late, with the block and the runtime it was read at. */
type Recent = Map<
  Hex,
  { readonly at: number; readonly spec: number; readonly value: Promise<Uint8Array | null> }
>

interface Wanted {
  readonly connection: Connection
  readonly block: Block
  readonly runtime: () => Promise<Runtime>
}

export interface Readings {
  at(wanted: Wanted): Reading
}

/** The best block, and those a question may still be about that was begun before it. */
const KEPT = 4
/** Keys of one call: their hex and their values stay far below what a node or this wallet refuses. */
const MOST_KEYS = 5000

/** Blocks for which what seldom changes is taken to be as it was: who owns a hotkey, whether a subnet trades. */
const SELDOM = 25
const MOST_UNDER = 100

export function createReadings(): Readings {
  const kept = new WeakMap<Connection, Map<Hash, Reading>>()
  const recents = new WeakMap<Connection, Recent>()
  return {
    at: (wanted) => {
      const { connection, block } = wanted
      const readings = kept.get(connection) ?? new Map<Hash, Reading>()
      kept.set(connection, readings)
      const recent: Recent = recents.get(connection) ?? new Map()
      recents.set(connection, recent)
      const reading = readings.get(block.hash) ?? createReading(wanted, recent)
      // In the order of their last use.
      readings.delete(block.hash)
      readings.set(block.hash, reading)
      for (const old of [...readings.keys()].slice(0, -KEPT)) readings.delete(old)
      return reading
    },
  }
}

function createReading({ connection, block, runtime }: Wanted, recent: Recent): Reading {
  const values = new Map<Hex, Promise<Uint8Array | null>>()
  const calls = new Map<string, Promise<Uint8Array>>()
  let next: { readonly keys: Hex[]; readonly answer: Promise<Values> } | undefined

  const fetch = async (keys: readonly Hex[]): Promise<Values> => {
    const parts = Array.from({ length: Math.ceil(keys.length / MOST_KEYS) }, (_, i) =>
      keys.slice(i * MOST_KEYS, (i + 1) * MOST_KEYS),
    )
    const answers = await Promise.all(
      parts.map((part) =>
        connection.ask('state_queryStorageAt', [part, block.hash], readStorage(part, block.hash)),
      ),
    )
    return new Map(answers.flatMap((answer) => [...answer]))
  }

  /** Joins what is asked for in this turn. */
  const enqueue = (key: Hex): Promise<Uint8Array | null> => {
    if (next === undefined) {
      const keys: Hex[] = []
      const answer = Promise.resolve().then(() => {
        next = undefined
        return fetch(keys)
      })
      next = { keys, answer }
    }
    next.keys.push(key)
    const value = next.answer.then((answer) => answer.get(key) ?? null)
    values.set(key, value)
    value.catch(() => values.delete(key))
    return value
  }

  const read = (key: Hex): Promise<Uint8Array | null> => values.get(key) ?? enqueue(key)

  const readRecent = (key: Hex): Promise<Uint8Array | null> => {
    const spec = connection.spec()
    const present = recent.get(key)
    if (present?.spec === spec && Math.abs(block.number - present.at) <= SELDOM) return present.value
    const value = read(key)
    recent.set(key, { at: block.number, spec, value })
    value.catch(() => recent.delete(key))
    return value
  }

  return {
    block,
    genesis: connection.genesis,
    runtime,
    values: (keys) => allOf(keys, read),
    recent: (keys) => allOf(keys, readRecent),
    keysUnder: (prefix) =>
      connection.ask('state_getKeysPaged', [prefix, MOST_UNDER, null, block.hash], (result) => {
        if (!Array.isArray(result)) return undefined
        const keys = result.map(readHex)
        const isAll = keys.every((key) => key !== undefined)
        return isAll && keys.every((key) => key.startsWith(prefix)) ? keys : undefined
      }),
    call: (name, params) => {
      const hex = toHex(params)
      const id = `${name} ${hex}`
      const present = calls.get(id)
      if (present !== undefined) return present
      const answer = connection.ask('state_call', [name, hex, block.hash], readBytes)
      calls.set(id, answer)
      answer.catch(() => calls.delete(id))
      return answer
    },
  }
}

async function allOf(keys: readonly Hex[], read: (key: Hex) => Promise<Uint8Array | null>): Promise<Values> {
  const wanted = [...new Set(keys)]
  const found = await Promise.all(wanted.map(read))
  return new Map(wanted.map((key, i) => [key, found[i] ?? null]))
}
