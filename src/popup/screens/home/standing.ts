/** How the picture of what is held stands with the chain: live, old, or not to be had, and in every case of which block. */
import type { NetworkId } from '#shared/domain/network.ts'
import type { ChainStatus, Portfolio, PortfolioView } from '#shared/domain/portfolio.ts'

/** Ten blocks of twelve seconds: a picture older than this is shown dimmed, with its age. */
export const STALE_AFTER_MS = 2 * 60_000

interface Picture {
  readonly portfolio: Portfolio
  readonly block: number
  readonly ageMs: number
}

/**
 * `picture` is the last one read on this network, however old; without one nothing is known, which is never
 * shown as nothing held.
 */
export type Standing =
  | { readonly kind: 'live'; readonly picture: Picture }
  | { readonly kind: 'stale'; readonly picture: Picture }
  | { readonly kind: 'reading'; readonly picture: undefined }
  | { readonly kind: 'connecting'; readonly picture: Picture | undefined }
  | { readonly kind: 'offline'; readonly picture: Picture | undefined }
  | {
      readonly kind: 'wrong-chain'
      readonly picture: Picture | undefined
      readonly status: Extract<ChainStatus, { kind: 'wrong-chain' }>
    }
  | {
      readonly kind: 'untrusted'
      readonly picture: Picture | undefined
      readonly status: Extract<ChainStatus, { kind: 'untrusted' }>
    }

export interface Seen {
  readonly network: NetworkId
  readonly chain: ChainStatus | undefined
  readonly view: PortfolioView | undefined
  /** ms since 1970 */
  readonly now: number
}

/** A picture of another network is no picture; of an online node with another genesis neither. */
export function standingOf({ network, chain, view, now }: Seen): Standing {
  const status = chain?.network === network ? chain : undefined
  const picture = pictureOf(view?.portfolio ?? null, { network, status, now })
  switch (status?.kind) {
    case undefined:
    case 'connecting':
      return { kind: 'connecting', picture }
    case 'offline':
      return { kind: 'offline', picture }
    case 'wrong-chain':
      return { kind: 'wrong-chain', picture, status }
    case 'untrusted':
      return { kind: 'untrusted', picture, status }
    case 'online':
      if (picture === undefined) return { kind: 'reading', picture }
      return { kind: view?.fresh === true && picture.ageMs < STALE_AFTER_MS ? 'live' : 'stale', picture }
  }
}

function pictureOf(
  portfolio: Portfolio | null,
  { network, status, now }: { network: NetworkId; status: ChainStatus | undefined; now: number },
): Picture | undefined {
  if (portfolio === null || portfolio.network !== network) return undefined
  if (status?.kind === 'online' && status.genesis !== portfolio.genesis) return undefined
  if (status?.kind === 'untrusted' && status.genesis !== portfolio.genesis) return undefined
  return { portfolio, block: portfolio.block.number, ageMs: Math.max(0, now - portfolio.readAt) }
}

/** `just now`, `40 s ago`, `3 min ago`, `5 h ago`, `2 days ago`. */
export function printAge(ms: number): string {
  const seconds = Math.floor(ms / 1000)
  if (seconds < 5) return 'just now'
  if (seconds < 60) return `${seconds} s ago`
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return `${minutes} min ago`
  const hours = Math.floor(minutes / 60)
  if (hours < 48) return `${hours} h ago`
  return `${Math.floor(hours / 24)} days ago`
}

/** `6,912,004`. */
export function printBlock(number: number): string {
  return number.toString().replace(/\B(?=(\d{3})+$)/g, ',')
}
