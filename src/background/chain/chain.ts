/** What the rest of the background may ask of the chain. Everything read carries the block it was read at. */
import type { AccountKey, Address } from '#shared/domain/address.ts'
import type { Hash, Hex } from '#shared/domain/bytes.ts'
import type { Named, Subnet, Validator } from '#shared/domain/directory.ts'
import type { Call } from '#shared/domain/extrinsic.ts'
import type { NetworkId, Url } from '#shared/domain/network.ts'
import type { Outcome } from '#shared/domain/outcome.ts'
import type { Balance, ChainStatus } from '#shared/domain/portfolio.ts'
import type { Netuid, Rao } from '#shared/domain/units.ts'
import type { ChainAsk, FactTypes } from '#shared/operations/facts.ts'
import type { Runtime } from '#shared/runtime/metadata.ts'
import type { Before } from './before.ts'
import type { ChainPicture } from './picture-rows.ts'

export interface Block {
  readonly number: number
  readonly hash: Hash
}

export interface ChainChoice {
  readonly network: NetworkId
  readonly endpoints: readonly Url[]
  /** The genesis a person agreed to, by endpoint on this computer. */
  readonly trustedLocal: Readonly<Record<string, Hash>>
}

/** The runtime of the best block, with the metadata it was read from. */
export interface LiveRuntime {
  readonly runtime: Runtime
  readonly metadata: Uint8Array
  readonly genesis: Hash
  readonly spec: number
  readonly txVersion: number
  /** Whether the runtime carries a metadata hash, as a probe of it showed. */
  readonly checksMetadata: boolean
}

/**
 * How one extrinsic fares. `retracted`: no block of the best chain has it (also told, to be sure, where only an earlier
 * worker can have told of a block). `refused` (a sentence for a person), `final` and
 * `era-over` end it; `lost-sight` lasts until the next sighting.
 */
export type Sighting =
  | { readonly kind: 'broadcast' }
  | { readonly kind: 'in-block'; readonly at: Block; readonly outcome: Outcome }
  | { readonly kind: 'final'; readonly at: Block; readonly outcome: Outcome }
  | { readonly kind: 'retracted' }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'era-over'; readonly lastBlock: number }
  | { readonly kind: 'lost-sight' }

export interface FollowedExtrinsic {
  /** What is sent: itself, or the envelope it is in. */
  readonly extrinsic: Hex
  /** Its chain: on any other it is neither sent nor looked for. */
  readonly genesis: Hash
  readonly hash: Hash
  readonly account: Address
  readonly nonce: number
  readonly era: { readonly birth: number; readonly death: number }
  /** Whether it is still to be sent, or was sent before and is only looked for. Sending the same bytes twice is harmless. */
  readonly broadcast: boolean
}

/** Something read at a block. */
export interface Found<T> {
  readonly block: Block
  readonly genesis: Hash
  readonly found: T
}

export interface Cost {
  readonly fee: Rao
  /** In picoseconds of the time a block has, and the most the chain takes of it in one extrinsic, if it says. */
  readonly weight: bigint
  readonly most: bigint | undefined
}

/**
 * Rejections are WalletError `offline` (also for a node that refuses or answers nonsense, with the cause), `timeout`,
 * `wrong-chain`; nothing unanswered becomes a zero. While the first connection is being made, questions wait for it.
 */
export interface Chain {
  status(): ChainStatus
  onStatus(listener: (status: ChainStatus) => void): () => void
  /** Another network, another order of endpoints, a newly trusted genesis. Reconnects where that matters. */
  choose(choice: ChainChoice): void
  reconnect(): void
  /** Best and finalized block, once connected. */
  head(): Promise<{ readonly best: Block; readonly final: Block; readonly genesis: Hash }>
  onHead(listener: (best: Block) => void): () => void
  /** The hash of the best chain's block at a height; undefined where the node has none. */
  hashAt(height: number): Promise<Hash | undefined>
  live(): Promise<LiveRuntime>
  /** Balances of all at one block; a number of RPC calls that does not grow with `of`. */
  balances(of: readonly Address[]): Promise<{
    readonly block: Block
    readonly genesis: Hash
    readonly balances: ReadonlyMap<Address, Balance>
  }>
  /** All that accounts own, at one block; at most six RPC calls. `turn` goes up by one with each picture. */
  picture(of: readonly Address[], turn: number): Promise<ChainPicture>
  /** Every subnet, root with them. */
  subnets(): Promise<Found<readonly Subnet[]>>
  /** Undefined for no subnet. */
  validators(of: Netuid): Promise<Found<readonly Validator[] | undefined>>
  names(of: readonly AccountKey[]): Promise<Found<readonly Named[]>>
  /** How many stake with a validator. */
  nominators(of: AccountKey): Promise<Found<number | undefined>>
  existentialDeposit(): Promise<Rao>
  /** The answers to what operations ask, in their order, all of the state of one block, or as `before` will have left it. */
  answers(
    asks: readonly ChainAsk[],
    at: Block,
    before?: Before,
  ): Promise<readonly FactTypes[ChainAsk['fact']]['is'][]>
  /** The network fee of a call signed by an account, without a tip; with that of its envelope where it is shielded. */
  fee(call: Call, account: Address, isShielded?: boolean): Promise<Rao>
  /** The same, with how much of a block the call takes. */
  cost(call: Call, account: Address, isShielded?: boolean): Promise<Cost>
  /** The next nonce, the pool counted (system_accountNextIndex). */
  nextNonce(account: Address): Promise<number>
  /** The key to shield an extrinsic with that is sent now; undefined while no author announces one. */
  shieldKey(): Promise<Hex | undefined>
  /** Follows one extrinsic to its end over reconnects and forks; the listener hears each change once. */
  follow(extrinsic: FollowedExtrinsic, listener: (sighting: Sighting) => void): () => void
}
