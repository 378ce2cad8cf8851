/** What keeps the chain from taking transactions as usual: safe mode, blocks that do not come, blocks that do not become final. */
import type { NetworkId } from '#shared/domain/network.ts'
import type { NetworkFacts } from '#shared/domain/network-facts.ts'
import type { ChainStatus } from '#shared/domain/portfolio.ts'
import { STALE_AFTER_MS } from './standing.ts'

/** Finality is two or three blocks behind as a rule (Grandpa, spec 424). */
const LATE_BLOCKS = 20

export type Weather =
  /** Nearly every call is refused until after this block. */
  | { readonly kind: 'safe-mode'; readonly until: number }
  | { readonly kind: 'halted'; readonly forMs: number }
  | { readonly kind: 'lagging'; readonly blocks: number }

export interface Seen {
  readonly network: NetworkId
  readonly chain: ChainStatus | undefined
  readonly facts: NetworkFacts | null | undefined
  /** ms since 1970 */
  readonly now: number
}

/** Nothing while the chain is away: that is told elsewhere. */
export function weatherOf({ network, chain, facts, now }: Seen): readonly Weather[] {
  if (chain?.kind !== 'online' || chain.network !== network) return []
  const { best, final, bestAt, genesis } = chain
  const until = facts?.genesis === genesis ? facts.safeModeUntil : null
  const forMs = now - bestAt
  return [
    ...(until != null && until >= best ? [{ kind: 'safe-mode', until } as const] : []),
    ...(forMs >= STALE_AFTER_MS ? [{ kind: 'halted', forMs } as const] : []),
    ...(best - final > LATE_BLOCKS ? [{ kind: 'lagging', blocks: best - final } as const] : []),
  ]
}

/** Whether the chain refuses whatever this wallet could send (SafeMode's own whitelist has none of it, spec 424). */
export function refusesAll(weather: readonly Weather[]): boolean {
  return weather.some(({ kind }) => kind === 'safe-mode')
}
