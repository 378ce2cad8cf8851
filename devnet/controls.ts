// The switches of a running devnet: blocks on demand, money, faults, reorganisations, upgrades and the log of requests.
import type { Hex } from './chain/bytes.ts'
import type { Block } from './chain/chain.ts'
import { extrinsicHash } from './chain/extrinsic.ts'
import type { Node } from './chain/node.ts'
import { createRelease } from './chain/release.ts'
import type { Fault, Faults } from './faults.ts'
import { accountOf } from './pallets/account.ts'
import type { Context } from './pallets/context.ts'
import { mint, setFree } from './pallets/money.ts'
import { createRootControls, type RootControls } from './root-controls.ts'
import type { RpcServer } from './rpc/server.ts'
import { type CallChanges, withCalls } from './runtime/upgrade.ts'
import { grantStakes, movePrice } from './world/grants.ts'
import { countIssuance } from './world.ts'

/** What becomes of the extrinsics of the blocks that a reorganisation retracts. */
export type Fate =
  | 'same' // the new branch has them in its first block
  | 'later' // they go back to the pool, and come with the next block after the reorganisation
  | 'drop' // they are lost

interface Reorganisation {
  readonly depth?: number
  readonly fate?: Fate
  /** What an account holds on the new branch after its first block, so that things may go otherwise there. */
  readonly balance?: { readonly account: Hex; readonly rao: bigint }
}

export interface Controls extends RootControls {
  /** Makes blocks at once. Returns the last one's hash. */
  readonly seal: (count?: number) => Hex
  /** Stops making blocks by itself, and starts again. */
  readonly pause: () => void
  readonly resume: () => void
  /** Gives an account TAO out of nothing, in the next block, which is made at once. */
  readonly faucet: (account: Hex, rao: bigint) => Hex
  /** Makes the free balance of an account what is asked, in a block that is made at once. */
  readonly setBalance: (account: Hex, rao: bigint) => Hex
  /** Gives accounts so many positions in all, out of nothing, in a block that is made at once. */
  readonly grantStakes: (accounts: readonly Hex[], count: number) => Hex
  /** Makes the price of a subnet so many per cent of what it is, in a block that is made at once. */
  readonly movePrice: (netuid: number, percent: number) => Hex
  readonly freeBalance: (account: Hex) => bigint
  readonly fault: (fault: Fault) => () => void
  readonly clearFaults: () => void
  /** Lets a sibling branch of `depth` + 1 blocks be best. Returns its tip. Throws when that would undo finality. */
  readonly reorg: (options?: Reorganisation) => Hex
  /** Upgrades the runtime in a block that is made at once; the new version holds from the block after it. */
  readonly upgrade: (specVersion?: number, calls?: CallChanges) => number
  readonly requests: () => Readonly<Record<string, number>>
  readonly forgetRequests: () => void
  /** Cuts all connections. */
  readonly dropConnections: () => void
  /** Ends all chainHead follows with `stop`. */
  readonly stopFollows: () => void
}

// All TAO that can ever be; larger numbers would not fit the chain's u64 when they meet.
const TOTAL_SUPPLY = 21_000_000_000_000_000n

interface Deps {
  readonly node: Node
  readonly faults: Faults
  readonly server: RpcServer
  readonly metadataHash: boolean
  readonly stopFollows: () => void
  readonly blockMs: number
}

export function createControls({ node, faults, server, metadataHash, stopFollows, blockMs }: Deps): Controls {
  const { chain, pool } = node
  let timer: NodeJS.Timeout | undefined

  const pause = (): void => {
    clearInterval(timer)
    timer = undefined
  }
  const resume = (): void => {
    if (timer || blockMs <= 0) return
    timer = setInterval(() => node.seal(), blockMs)
    // A devnet alone must not keep a test runner alive.
    timer.unref()
  }
  resume()

  const seal = (count = 1): Hex => {
    for (let i = 0; i < count; i++) node.seal()
    return chain.best().hash
  }

  const reorg: Controls['reorg'] = ({ depth = 1, fate = 'same', balance } = {}) => {
    const retracted: Block[] = []
    let fork = chain.best()
    for (let i = 0; i < depth; i++) {
      const parent = chain.block(fork.header.parentHash)
      if (!parent || fork.header.number <= chain.finalized().header.number)
        throw new Error('a reorganisation cannot undo what is final')
      retracted.unshift(fork)
      fork = parent
    }
    const lost = retracted.flatMap(({ extrinsics }) => extrinsics.slice(1))
    if (fate === 'drop') for (const bytes of lost) pool.forget(extrinsicHash(bytes))
    let tip = node.build({
      parent: fork,
      extrinsics: fate === 'same' ? lost : [],
      ...(balance && { intervene: (c: Context) => setFree(c, balance.account, balance.rao) }),
    })
    for (let i = 0; i < depth; i++) tip = node.build({ parent: tip, extrinsics: [] })
    node.adopt(tip)
    return tip.hash
  }

  const giving = (give: (c: Context) => void): Hex => {
    const intervene = (c: Context): void => {
      give(c)
      countIssuance(c)
    }
    return node.seal({ intervene }).hash
  }

  return {
    ...createRootControls(node),
    seal,
    pause,
    resume,
    reorg,
    stopFollows,
    faucet: (account, rao) => {
      if (rao < 0n || rao > TOTAL_SUPPLY) throw new Error('a faucet gives from nothing to 21 million TAO')
      return giving((c) => mint(c, account, rao))
    },
    setBalance: (account, rao) => {
      if (rao < 0n || rao > TOTAL_SUPPLY) throw new Error('a balance is from nothing to 21 million TAO')
      return giving((c) => setFree(c, account, rao))
    },
    grantStakes: (accounts, count) => giving((c) => grantStakes(c, accounts, count)),
    movePrice: (netuid, percent) => giving((c) => movePrice(c, netuid, percent)),
    freeBalance: (account) => accountOf(node.view(), account).data.free,
    fault: faults.add,
    clearFaults: faults.clear,
    upgrade: (specVersion = node.releaseAt(chain.best()).version.spec_version + 1, calls = {}) => {
      const { runtime } = node.releaseAt(chain.best())
      node.seal({ upgrade: createRelease(withCalls(runtime, calls), { specVersion, metadataHash }) })
      return specVersion
    },
    requests: server.requests,
    forgetRequests: server.forgetRequests,
    dropConnections: server.dropAll,
  }
}
