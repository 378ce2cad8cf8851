/** Runtimes as the room itself reads them from metadata bytes: their RFC-78 digest is what makes a signature void elsewhere. */

import { merkleizeMetadata } from '@polkadot-api/merkleize-metadata'
import { base64 } from '@scure/base'
import { type Hash, toHex } from '#shared/domain/bytes.ts'
import { WalletError } from '#shared/domain/errors.ts'
import { type Runtime, readMetadata } from '#shared/runtime/metadata.ts'
import { checkExtensions } from '#shared/runtime/payload.ts'

export interface KnownRuntime {
  runtime: Runtime
  digest: Hash
}

/** Amounts as the wallet prints them; a node is not asked. A runtime of other decimals has another digest and refuses. */
const TOKEN = { decimals: 9, tokenSymbol: 'TAO' } as const

/** Mainnet's is 338 kB (spec 424). */
const LONGEST_METADATA = 4 * 1024 * 1024
const KEPT = 2

export interface Runtimes {
  /**
   * Reads metadata, given in base64.
   * @throws WalletError `unreadable` for text that is no metadata, or for extensions that write what nobody here
   * knows to read
   */
  read(metadata: string): KnownRuntime
}

/** A reader that keeps the last runtimes it read, by their very text: parsing and digest take a tenth of a second. */
export function createRuntimes(): Runtimes {
  const kept = new Map<string, KnownRuntime>()
  return {
    read: (metadata) => {
      const found = kept.get(metadata) ?? readRuntime(bytesOf(metadata))
      kept.delete(metadata)
      kept.set(metadata, found)
      for (const oldest of [...kept.keys()].slice(0, -KEPT)) kept.delete(oldest)
      return found
    },
  }
}

function bytesOf(metadata: string): Uint8Array {
  // Four letters carry three bytes.
  if (metadata.length > Math.ceil(LONGEST_METADATA / 3) * 4)
    throw new WalletError('unreadable', { why: 'metadata too long' })
  try {
    return base64.decode(metadata)
  } catch (cause) {
    throw new WalletError('unreadable', { why: 'metadata' }, { cause })
  }
}

function readRuntime(metadata: Uint8Array): KnownRuntime {
  try {
    const runtime = readMetadata(metadata)
    checkExtensions(runtime.extensions)
    return { runtime, digest: toHex(merkleizeMetadata(metadata.slice(), TOKEN).digest()) as Hash }
  } catch (cause) {
    if (cause instanceof WalletError) throw cause
    throw new WalletError('unreadable', { why: 'metadata' }, { cause })
  }
}
