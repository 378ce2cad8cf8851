/** The network as a whole: how much TAO there is, what a block adds, when that halves, and whether the chain is in safe mode. */
import { boolean, nullable, type Of, object, uint } from '../codec.ts'
import { taken } from './portfolio.ts'
import { Rao, rao } from './units.ts'

export const NetworkFacts = object({
  ...taken,
  spec: uint,
  /** SubtensorModule.TotalIssuance. */
  issued: nullable(Rao),
  /** SubtensorModule.TotalStake. */
  staked: nullable(Rao),
  /** TAO a block adds. */
  reward: nullable(Rao),
  /** SafeMode.EnteredUntil: the last block of it; null when the chain is not in safe mode. */
  safeModeUntil: nullable(uint),
})
export type NetworkFacts = Of<typeof NetworkFacts>
export const NetworkView = object({ facts: nullable(NetworkFacts), fresh: boolean })
export type NetworkView = Of<typeof NetworkView>

/** The most TAO there will be (SubtensorModule.TotalSupply, spec 424). */
export const MOST_TAO = rao(21_000_000_000_000_000n)
const FIRST_REWARD = 1_000_000_000n

/** How often the reward has halved when so much is issued: each time half of what was missing is there. */
function halvingsAt(issued: Rao): number {
  let halvings = 0
  // floor(log2(1 / (1 − issued / supply))), SubtensorModule `get_block_emission_for_issuance`, spec 424.
  while (halvings < 64 && (MOST_TAO - issued) << BigInt(halvings + 1) <= MOST_TAO) halvings += 1
  return halvings
}

/** What a block adds when so much is issued. */
export function rewardAt(issued: Rao): Rao {
  return rao(issued >= MOST_TAO ? 0n : FIRST_REWARD >> BigInt(halvingsAt(issued)))
}

export interface Halving {
  /** The issuance at which it happens. */
  readonly at: Rao
  /** What a block adds from then on. */
  readonly reward: Rao
  /** Blocks until then if no TAO is recycled meanwhile: recycled TAO is issued again, which puts it off. */
  readonly blocks: number
}

/** The next halving, by issuance and not by block number; none when all is issued. */
export function nextHalving(issued: Rao): Halving | undefined {
  const reward = rewardAt(issued)
  if (reward === 0n) return undefined
  const next = BigInt(halvingsAt(issued) + 1)
  // Rounded up: the last rao below the threshold is still paid at the old rate.
  const at = MOST_TAO - (MOST_TAO >> next)
  return {
    at: rao(at),
    reward: rao(reward / 2n),
    blocks: Number((at - issued + reward - 1n) / reward),
  }
}
