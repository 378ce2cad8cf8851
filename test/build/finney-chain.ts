/** Finney at the block of the vectors, as much of it as reading a page's request needs; its metadata is the real one. */
import type { Hash } from '../../src/shared/domain/bytes.ts'
import type { Runtime } from '../../src/shared/runtime/metadata.ts'
import type { SiteChain } from './site-bench.ts'
import { P0 } from './site-requests.ts'

const born = P0.blockHash as Hash

/** `genesis` makes another chain of it, with the same runtime. */
export function finneyChain(runtime: Runtime, genesis = P0.genesisHash as Hash): SiteChain {
  const { spec, txVersion } = runtime
  const at = { number: Number(P0.blockNumber) + 5, hash: born }
  return {
    live: async () => ({
      runtime,
      metadata: new Uint8Array(),
      genesis,
      spec,
      txVersion,
      checksMetadata: true,
    }),
    head: async () => ({ best: at, final: at, genesis }),
    hashAt: async () => born,
    status: () => ({
      kind: 'online',
      network: 'finney',
      endpoint: 'wss://finney.example',
      genesis,
      spec,
      best: at.number,
      final: at.number,
      bestAt: 0,
    }),
  }
}
