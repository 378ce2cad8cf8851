/** The shapes of what a node answers. A reader gives undefined for anything else; extra fields are let be. */
import { fromHex, type Hash, type Hex } from '#shared/domain/bytes.ts'

export function readHex(result: unknown): Hex | undefined {
  return typeof result === 'string' && /^0x(?:[0-9a-f]{2})*$/i.test(result)
    ? (result.toLowerCase() as Hex)
    : undefined
}

export function readHash(result: unknown): Hash | undefined {
  const hex = readHex(result)
  return hex?.length === 66 ? (hex as Hash) : undefined
}

export function readBytes(result: unknown): Uint8Array | undefined {
  const hex = readHex(result)
  return hex === undefined ? undefined : fromHex(hex)
}

/** A u32, as a JSON number or as hex without leading zeros: both occur for block numbers. */
export function readNumber(result: unknown): number | undefined {
  const value = typeof result === 'string' && /^0x[0-9a-f]{1,8}$/i.test(result) ? Number(result) : result
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 2 ** 32
    ? value
    : undefined
}

/** The spec version in a RuntimeVersion. */
export function readSpec(result: unknown): number | undefined {
  return readNumber((result as { readonly specVersion?: unknown } | null)?.specVersion)
}

/** The value of every key asked for at one block; null only where the node answered null. */
export function readStorage(
  keys: readonly Hex[],
  at: Hash,
): (result: unknown) => ReadonlyMap<Hex, Uint8Array | null> | undefined {
  return (result) => {
    const set: unknown = Array.isArray(result) && result.length === 1 ? result[0] : undefined
    const { block, changes } = (set ?? {}) as { readonly block?: unknown; readonly changes?: unknown }
    if (readHash(block) !== at || !Array.isArray(changes)) return undefined
    const values = new Map<Hex, Uint8Array | null>()
    for (const change of changes as readonly unknown[]) {
      if (!Array.isArray(change)) return undefined
      const key = readHex(change[0])
      const value = change[1] === null ? null : readBytes(change[1])
      if (key === undefined || value === undefined || values.has(key)) return undefined
      values.set(key, value)
    }
    return keys.every((key) => values.has(key)) ? values : undefined
  }
}
