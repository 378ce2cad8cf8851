// Changes on top of a state while a block is being made: nested layers that can be kept or thrown away whole.
import { byteOrder, type Hex } from './bytes.ts'
import type { Diff, State } from './state.ts'

/** A mutable view of a state. `E` is what is recorded in order beside the values (events) and rolled back with them. */
export interface Overlay<E> {
  readonly get: (key: Hex) => Uint8Array | undefined
  readonly put: (key: Hex, value: Uint8Array) => void
  readonly remove: (key: Hex) => void
  /** Keys with a prefix, in byte order, changes included. */
  readonly keys: (prefix: Hex) => readonly Hex[]
  readonly record: (entry: E) => void
  readonly records: () => readonly E[]
  /** Runs `work` in a layer of its own; when it throws, nothing it did remains and the error goes on. */
  readonly transaction: <T>(work: () => T) => T
  /** All changes so far, as the diff of a block. */
  readonly diff: () => Diff
}

interface Layer<E> {
  readonly values: Map<Hex, Uint8Array | null>
  readonly entries: E[]
}

const layer = <E>(): Layer<E> => ({ values: new Map(), entries: [] })

export function createOverlay<E>(base: State): Overlay<E> {
  const ground = layer<E>()
  const stack: Layer<E>[] = [ground]
  const top = (): Layer<E> => stack.at(-1) ?? ground

  const get = (key: Hex): Uint8Array | undefined => {
    for (let i = stack.length - 1; i >= 0; i--) {
      const value = stack[i]?.values.get(key)
      if (value !== undefined) return value ?? undefined
    }
    return base.get(key)
  }

  const keys = (prefix: Hex): readonly Hex[] => {
    const found = new Set(base.keys(prefix))
    for (const { values } of stack)
      for (const [key, value] of values)
        if (key.startsWith(prefix)) value === null ? found.delete(key) : found.add(key)
    return [...found].sort(byteOrder)
  }

  const transaction = <T>(work: () => T): T => {
    const own = layer<E>()
    stack.push(own)
    try {
      const result = work()
      stack.pop()
      for (const [key, value] of own.values) top().values.set(key, value)
      top().entries.push(...own.entries)
      return result
    } catch (error) {
      stack.length = stack.indexOf(own)
      throw error
    }
  }

  return {
    get,
    keys,
    transaction,
    put: (key, value) => void top().values.set(key, value),
    remove: (key) => void top().values.set(key, null),
    record: (entry) => void top().entries.push(entry),
    records: () => stack.flatMap((each) => each.entries),
    diff: () => new Map(stack.flatMap((each) => [...each.values])),
  }
}
