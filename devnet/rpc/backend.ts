// What the RPC families stand on: the node, seen through whatever lies are switched on.
import { metadata } from '@polkadot-api/substrate-bindings'
import { blake2b256, type Hex, toHex } from '../chain/bytes.ts'
import type { Block } from '../chain/chain.ts'
import type { Node } from '../chain/node.ts'
import type { Faults } from '../faults.ts'
import { u32 } from '../runtime/ty.ts'
import { RpcError } from './method.ts'

export interface Backend {
  readonly node: Node
  readonly genesisHash: () => Hex
  readonly callApi: Node['callApi']
  readonly nonce: (nonce: number) => number
  /** The block of an optional hash parameter, or the best one. Throws as the node does when its state is gone. */
  readonly blockAt: (hash: Hex | undefined) => Block
}

export function createBackend(node: Node, faults: Faults): Backend {
  const { chain } = node
  const nonce = (value: number): number => (faults.active('stale-nonce') ? Math.max(0, value - 1) : value)
  const lyingMetadata = cached(exchangeCallNames)

  return {
    node,
    nonce,
    genesisHash: () =>
      faults.active('wrong-genesis')
        ? toHex(blake2b256(new TextEncoder().encode(`not ${chain.genesis.hash}`)))
        : chain.genesis.hash,
    callApi: (name, input, block) => {
      const answer = node.callApi(name, input, block)
      if (name === 'AccountNonceApi_account_nonce') return u32.codec.enc(nonce(u32.codec.dec(answer)))
      return name.startsWith('Metadata_') && faults.active('lying-metadata') ? lyingMetadata(answer) : answer
    },
    blockAt: (hash) => {
      if (hash === undefined) return chain.best()
      const block = chain.block(hash)
      if (!block) throw new RpcError(4003, `Client error: UnknownBlock: State already discarded for ${hash}`)
      return block
    },
  }
}

const MAGIC = [0x6d, 0x65, 0x74, 0x61]

/**
 * Exchanges the names of two calls with equal arguments: who believes it signs a death-allowing transfer while the words
 * say that the account is kept alive. Same length, so the frame around the metadata needs no change.
 */
function exchangeCallNames(answer: Uint8Array): Uint8Array {
  const start = answer.findIndex((_, i) => MAGIC.every((byte, k) => answer[i + k] === byte))
  if (start < 0) return answer
  const decoded = metadata.dec(answer.slice(start))
  const { tag, value } = decoded.metadata
  if (tag !== 'v14' && tag !== 'v15' && tag !== 'v16') return answer
  for (const { def, path } of value.lookup) {
    if (def.tag !== 'variant' || path.join('::') !== 'pallet_balances::pallet::Call') continue
    for (const variant of def.value) variant.name = EXCHANGED[variant.name] ?? variant.name
  }
  const lie = answer.slice()
  lie.set(metadata.enc(decoded), start)
  return lie
}

const EXCHANGED: Readonly<Record<string, string>> = {
  transfer_keep_alive: 'transfer_allow_death',
  transfer_allow_death: 'transfer_keep_alive',
}

/** Decoding and writing metadata takes a while, and clients ask for the same one. */
function cached(make: (input: Uint8Array) => Uint8Array): (input: Uint8Array) => Uint8Array {
  const made = new Map<string, Uint8Array>()
  return (input) => {
    const key = toHex(blake2b256(input))
    const known = made.get(key) ?? make(input)
    made.set(key, known)
    return known
  }
}
