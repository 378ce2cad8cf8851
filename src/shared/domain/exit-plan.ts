/** Leaving many positions at once: what is sold, what stays and why. Pure arithmetic; the chain is asked before and after. */
import type { Address } from './address.ts'
import { worthOf } from './price.ts'
import { type AlphaRao, alphaRao, lesser, type Netuid, type Rao, type RaoPerAlpha, rao } from './units.ts'

/** A position a person wants to leave. `brings` is what the chain says selling all of it would bring now; nothing where it refuses. */
export interface Leaving {
  readonly hotkey: Address
  readonly netuid: Netuid
  readonly alpha: AlphaRao
  readonly price: RaoPerAlpha
  readonly brings: Rao
  /** Whether the subnet trades. Root always does. */
  readonly open: boolean
}

export interface ExitTerms {
  /** Of a subnet's alpha, over all hotkeys, how much can leave: the rest is locked. Undefined: all of it. */
  readonly available: (netuid: Netuid) => AlphaRao | undefined
  /** The least a partial sale may bring (SubtensorModule.InitialMinStake, spec 424). A whole position may bring less. */
  readonly least: Rao
  /** What one more sale adds to the network fee. */
  readonly feeEach: Rao
  /** Whether to sell also what brings less than it adds to the fee. */
  readonly sweepsDust: boolean
}

/** `all` is counted by the chain when it runs. */
interface Exiting {
  readonly hotkey: Address
  readonly netuid: Netuid
  readonly take: AlphaRao | 'all'
}
/** `closed`: no trading there; `locked`: by a conviction lock or collateral; `refused`: the pool would; `dust`: not worth its fee. */
interface Staying {
  readonly hotkey: Address
  readonly netuid: Netuid
  readonly alpha: AlphaRao
  readonly why: 'closed' | 'locked' | 'refused' | 'dust'
}
export interface ExitPlan {
  readonly exits: readonly Exiting[]
  readonly stays: readonly Staying[]
}

/** In the order given. A lock is on a subnet and not on a position: positions that come first leave first. */
export function planExit(positions: readonly Leaving[], terms: ExitTerms): ExitPlan {
  const free = new Map<Netuid, bigint>()
  const exits: Exiting[] = []
  const stays: Staying[] = []
  for (const position of positions) {
    const { hotkey, netuid, alpha } = position
    const at = { hotkey, netuid }
    const why = reasonToStay(position, terms)
    if (why !== undefined) {
      stays.push({ ...at, alpha, why })
      continue
    }
    const left = free.get(netuid) ?? terms.available(netuid) ?? alpha
    const take = lesser(left, alpha)
    if (take === alpha) exits.push({ ...at, take: 'all' })
    else if (isEnough(take, position, terms.least)) exits.push({ ...at, take: alphaRao(take) })
    else {
      stays.push({ ...at, alpha, why: 'locked' })
      continue
    }
    if (terms.available(netuid) !== undefined) free.set(netuid, left - take)
    if (take < alpha) stays.push({ ...at, alpha: alphaRao(alpha - take), why: 'locked' })
  }
  return { exits, stays }
}

function reasonToStay({ open, brings }: Leaving, terms: ExitTerms): Staying['why'] | undefined {
  if (!open) return 'closed'
  if (brings === 0n) return 'refused'
  return brings < terms.feeEach && !terms.sweepsDust ? 'dust' : undefined
}

/** A part must bring the minimum; a fiftieth more, because the sale itself and its fee bring it below its worth. */
function isEnough(take: bigint, { price }: Leaving, least: Rao): boolean {
  return take > 0n && worthOf(alphaRao(take), price) >= rao(least + least / 50n)
}
