/** Block headers as nodes tell them. The hash is computed here: a header and the name it goes by cannot disagree. */
import { blake2b } from '@noble/hashes/blake2.js'
import { compact } from '@polkadot-api/substrate-bindings'
import { fromHex, type Hash, type Hex, join, toHex } from '#shared/domain/bytes.ts'
import type { Block } from './chain.ts'
import { readHash, readHex, readNumber } from './replies.ts'

export interface Header extends Block {
  readonly parent: Hash
}

/** blake2-256 of the SCALE header: parent, compact number, state root, extrinsics root, digest (sp_runtime `generic::Header`). */
export function readHeader(result: unknown): Header | undefined {
  const told = (result ?? {}) as Partial<Record<string, unknown>>
  const digest = (told['digest'] ?? {}) as { readonly logs?: unknown }
  const number = readNumber(told['number'])
  const parent = readHash(told['parentHash'])
  const state = readHash(told['stateRoot'])
  const extrinsics = readHash(told['extrinsicsRoot'])
  const logs = readLogs(digest.logs ?? [])
  if (number === undefined || !parent || !state || !extrinsics || !logs) return undefined
  const bytes = join(
    fromHex(parent),
    compact.enc(number),
    fromHex(state),
    fromHex(extrinsics),
    compact.enc(logs.length),
    ...logs.map(fromHex),
  )
  return { number, parent, hash: toHex(blake2b(bytes, { dkLen: 32 })) as Hash }
}

function readLogs(logs: unknown): readonly Hex[] | undefined {
  if (!Array.isArray(logs)) return undefined
  const read = logs.map(readHex)
  return read.every((log) => log !== undefined) ? read : undefined
}
