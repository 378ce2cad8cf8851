/** The facts an operation may ask for: name, question, answer. The background answers; an operation never fetches. */
import type { Address } from '../domain/address.ts'
import type { Hash } from '../domain/bytes.ts'
import type { Balance } from '../domain/portfolio.ts'
import type { SwapQuote } from '../domain/price.ts'
import type { AlphaRao, Netuid, Rao, RaoPerAlpha } from '../domain/units.ts'

export interface FactTypes {
  balance: { readonly of: Address; readonly is: Balance }
  existentialDeposit: { readonly of: undefined; readonly is: Rao }
  /** The network fee of the very call that is being drafted, in TAO. */
  fee: { readonly of: undefined; readonly is: Rao }
  /** Who an address is to this wallet. `lookalike` is a known address with the same ends. */
  acquaintance: { readonly of: Address; readonly is: Acquaintance }
  /** The account or contact of this wallet whose public key has this blake2b-256 hash, if it is one of them. */
  known: { readonly of: Hash; readonly is: Address | undefined }

  /** The number of the block that is answered from. */
  best: { readonly of: undefined; readonly is: number }

  /** One position, rounded down as the chain does; rao on root. Nothing staked is 0. */
  stake: { readonly of: StakeKey; readonly is: AlphaRao }
  /** Every position of a coldkey on a hotkey that holds anything, root's with it, in the order of netuids. */
  stakesOn: { readonly of: Staker; readonly is: readonly Holding[] }
  /**
   * All alpha of a coldkey on a subnet, on whichever hotkeys, and how much of it can leave (not locked, no collateral).
   * Of a runtime without `get_stake_availability_for_coldkeys` everything is available.
   */
  availability: { readonly of: InSubnet; readonly is: Availability }
  /** The lock of a coldkey on a subnet; undefined where there is none, and of a runtime without locks. */
  lock: { readonly of: InSubnet; readonly is: StakeLock | undefined }
  /** Whether an account takes locked alpha from others. It refuses unless it said otherwise. */
  takesLocked: { readonly of: Address; readonly is: boolean }

  /** Spot price, rounded down; 10⁹ on root. 0 where there is no such subnet. */
  price: { readonly of: Netuid; readonly is: RaoPerAlpha }
  /** What an amount of TAO would buy now, fee in it; all zeros where the chain would refuse. Spending 0 is not asked: zeros. */
  buyQuote: { readonly of: Purchase; readonly is: SwapQuote }
  /** What alpha would bring now. Selling 0 is not asked: zeros. */
  sellQuote: { readonly of: Sale; readonly is: SwapQuote }
  /**
   * Both legs of alpha that goes to another subnet: sold at the origin, and all it brings buys at the destination. The fee is
   * charged once: on the sale, or on the purchase where the origin is root (SubtensorModule, spec 424). Within one subnet
   * nothing is exchanged: zeros.
   */
  swapQuote: { readonly of: Swap; readonly is: SwapLegs }
  /** What selling the whole of a position would bring. */
  exitQuote: { readonly of: StakeKey; readonly is: Exit }
  /** The same for every position on a hotkey, in the order of netuids, root's with it. */
  exitQuotes: { readonly of: Staker; readonly is: readonly Exit[] }
  /** The swap fee of a subnet in parts of 65,535; 0 on root. */
  swapFee: { readonly of: Netuid; readonly is: number }
  /** The reserves of a subnet's pool. */
  pool: { readonly of: Netuid; readonly is: Pool }
  /** The least a stake operation may move, in TAO after the swap fee: SubtensorModule.InitialMinStake (2,000,000 in spec 424). */
  minStake: { readonly of: undefined; readonly is: Rao }

  /** Undefined where there is no such subnet. Root is one. */
  subnet: { readonly of: Netuid; readonly is: SubnetState | undefined }
  /** What a subnet asks for a seat now. */
  registration: { readonly of: Netuid; readonly is: Registration }
  hotkey: { readonly of: HotkeyIn; readonly is: HotkeyState }
  /** The hotkeys of a coldkey that have a seat in some subnet. */
  seatedHotkeys: { readonly of: Address; readonly is: readonly Address[] }
  /** Where the mining rewards of a coldkey on a subnet are staked; undefined: where they are earned. */
  autoStake: { readonly of: InSubnet; readonly is: Address | undefined }

  /** What root has earned a coldkey and is not claimed. */
  rootDividends: { readonly of: Address; readonly is: RootDividends }
  /** A coldkey's share of one validator's basket, in TAO, as selling it would bring; 0 of a runtime without baskets. */
  basketPayout: { readonly of: Staker; readonly is: Rao }

  /** The keys that may act for an account, and what is reserved for that. */
  proxies: { readonly of: Address; readonly is: Proxies }
  /** What the live runtime calls its proxy types, and which of them do nothing any more. */
  proxyTypes: { readonly of: undefined; readonly is: readonly ProxyTypeState[] }

  /** Undefined while no swap of the coldkey is announced. */
  coldkeySwap: { readonly of: Address; readonly is: AnnouncedSwap | undefined }
  /** The chain's terms of a coldkey swap: delays in blocks, cost of the first announcement. */
  coldkeySwapTerms: { readonly of: undefined; readonly is: SwapTerms }
  /** What an address is to SubtensorModule: a fresh coldkey has neither stake nor is it a hotkey. */
  standing: { readonly of: Address; readonly is: Standing }

  /** Undefined where there is no crowdloan of this number. */
  crowdloan: { readonly of: number; readonly is: CrowdloanState | undefined }
  /** What an account has put into a crowdloan. */
  contribution: { readonly of: { readonly crowdloan: number; readonly who: Address }; readonly is: Rao }
}

export interface Acquaintance {
  readonly own: boolean
  readonly name: string | undefined
  readonly sentBefore: boolean
  readonly lookalike: Address | undefined
}
export interface Staker {
  readonly coldkey: Address
  readonly hotkey: Address
}
export interface StakeKey extends Staker {
  readonly netuid: Netuid
}
export interface InSubnet {
  readonly coldkey: Address
  readonly netuid: Netuid
}
export interface HotkeyIn {
  readonly hotkey: Address
  readonly netuid: Netuid
}
export interface Holding {
  readonly netuid: Netuid
  readonly alpha: AlphaRao
}
export interface Availability {
  readonly total: AlphaRao
  readonly locked: AlphaRao
  readonly available: AlphaRao
}
export interface StakeLock {
  readonly hotkey: Address
  /** What it holds now, rolled to the block that is answered from. */
  readonly locked: AlphaRao
  /** Whether it stays as it is instead of shrinking. */
  readonly perpetual: boolean
}
export interface Purchase {
  readonly netuid: Netuid
  readonly spend: Rao
}
export interface Sale {
  readonly netuid: Netuid
  readonly sell: AlphaRao
}
export interface Swap {
  readonly position: StakeKey
  readonly to: Netuid
  /** Cut to what the position holds, as the chain does. */
  readonly amount: AlphaRao
}
export interface SwapLegs {
  /** What the position holds, and how much of it would move. */
  readonly stake: AlphaRao
  readonly moved: AlphaRao
  readonly sale: SwapQuote
  readonly purchase: SwapQuote
}
export interface Exit extends Holding {
  readonly quote: SwapQuote
  /** How much alpha of the coldkey on this subnet, on whichever hotkeys, can leave. */
  readonly available: AlphaRao
  /** Whether the subnet trades. */
  readonly open: boolean
}
export interface Pool {
  readonly tao: Rao
  readonly alpha: AlphaRao
}
export interface SubnetState {
  readonly name: string | undefined
  /** SubtokenEnabled: its alpha can be bought and sold. True of root. */
  readonly open: boolean
  /** TransferToggle: stake may go to another coldkey. */
  readonly transfers: boolean
}
export interface Registration {
  /** NetworkRegistrationAllowed. */
  readonly open: boolean
  readonly price: Rao
}
export interface HotkeyState {
  /** The coldkey it belongs to; undefined for a key the chain does not know, which nothing can be staked to. */
  readonly owner: Address | undefined
  /** Whether it has a seat in the subnet; without one it earns nothing. */
  readonly registered: boolean
  /** Parts of 65,535 it keeps of the dividends. */
  readonly take: number
  readonly name: string | undefined
}
export type RootDividends =
  /** Alpha per subnet, summed over validators (RootClaimable, up to spec 440); only what is above the threshold. */
  | { readonly kind: 'subnets'; readonly owed: readonly Due[] }
  /** Shares in validators' baskets, in TAO (BetaBasketRuntimeApi, spec 441 on). */
  | { readonly kind: 'baskets'; readonly owed: Rao }
export interface Due extends Holding {
  /** What selling it now would bring. */
  readonly worth: Rao
}
export interface ProxyEntry {
  readonly delegate: Address
  readonly type: string
  /** Blocks between announcing a call and making it. */
  readonly delay: number
}
export interface Proxies {
  readonly entries: readonly ProxyEntry[]
  readonly deposit: Rao
  /** Proxy.ProxyDepositBase, .ProxyDepositFactor and .MaxProxies. */
  readonly base: Rao
  readonly each: Rao
  readonly most: number
}
export interface ProxyTypeState {
  readonly name: string
  readonly deprecated: boolean
}
export interface AnnouncedSwap {
  /** blake2b-256 of the new coldkey's public key. */
  readonly hash: Hash
  /** The first block in which it can be executed. */
  readonly executableAt: number
  readonly disputed: boolean
}
export interface SwapTerms {
  /** Blocks from the announcement until it can be executed. */
  readonly wait: number
  /** Blocks after that until it can be changed or cleared. */
  readonly rest: number
  readonly cost: Rao
}
export interface Standing {
  /** Whether it has staked, ever: such a coldkey takes no other's place. */
  readonly staked: boolean
  readonly isHotkey: boolean
}
export interface CrowdloanState {
  readonly creator: Address
  readonly deposit: Rao
  readonly least: Rao
  readonly cap: Rao
  readonly raised: Rao
  /** The block after which nothing more is taken. */
  readonly end: number
  readonly finalized: boolean
  readonly contributors: number
  /** Crowdloan.MaxContributors. */
  readonly seats: number
  /** The most one account may give; undefined where there is no such bound. */
  readonly most: Rao | undefined
}

export type FactName = keyof FactTypes
/** Answered by the wallet itself, or by what the chain room always offered. */
type OldFact = 'balance' | 'existentialDeposit' | 'fee' | 'acquaintance' | 'known'
export type ChainFactName = Exclude<FactName, OldFact>
export type Ask = { [K in FactName]: { readonly fact: K; readonly of: FactTypes[K]['of'] } }[FactName]
export type ChainAsk = Extract<Ask, { readonly fact: ChainFactName }>
export type Asks = Readonly<Record<string, Ask>>
export type Facts<A extends Asks> = { readonly [K in keyof A]: FactTypes[A[K]['fact']]['is'] }
