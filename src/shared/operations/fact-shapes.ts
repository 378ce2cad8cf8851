/** What the answers to an operation's questions look like. */
import type { Address } from '../domain/address.ts'
import type { Hash } from '../domain/bytes.ts'
import type { SwapQuote } from '../domain/price.ts'
import type { AlphaRao, Netuid, Rao } from '../domain/units.ts'

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
/** What a coldkey says of itself, by the names the chain gives its parts; none where it says nothing. */
export interface Published {
  readonly parts: Readonly<Record<string, string>>
}
interface ProxyEntry {
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
/** An account that may pay the fees of a key that acts for it. */
export interface PayingReal {
  readonly real: Address
  readonly delegate: Address
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
export interface Known extends Standing {
  readonly address: Address
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
