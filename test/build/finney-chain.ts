/** Finney at the block of the vectors, as much of it as reading a page's request needs; its metadata is the real one. */
import type { Hash } from '../../src/shared/domain/bytes.ts'
import type { Runtime } from '../../src/shared/runtime/metadata.ts'
import type { SiteChain } from './site-bench.ts'
import { P0 } from './site-requests.ts'

const genesis = P0.genesisHash as Hash
const born = P0.blockHash as Hash

export function finneyChain(runtime: Runtime): SiteChain {
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
  }
}
