/** The facts an operation may ask for: name, question, answer. The background answers; an operation never fetches. */
import type { Address } from '../domain/address.ts'
import type { Hash } from '../domain/bytes.ts'
import type { Balance } from '../domain/portfolio.ts'
import type { SwapQuote } from '../domain/price.ts'
import type { AlphaRao, Netuid, Rao, RaoPerAlpha } from '../domain/units.ts'
import type {
  Acquaintance,
  AnnouncedSwap,
  Availability,
  CrowdloanState,
  Exit,
  Holding,
  HotkeyIn,
  HotkeyState,
  InSubnet,
  Known,
  PayingReal,
  Pool,
  Proxies,
  ProxyTypeState,
  Published,
  Purchase,
  Registration,
  RootDividends,
  Sale,
  StakeKey,
  StakeLock,
  Staker,
  Standing,
  SubnetState,
  Swap,
  SwapLegs,
  SwapTerms,
} from './fact-shapes.ts'

export interface FactTypes {
  balance: { readonly of: Address; readonly is: Balance }
  existentialDeposit: { readonly of: undefined; readonly is: Rao }
  /** The network fee of the very call that is being drafted, in TAO. */
  fee: { readonly of: undefined; readonly is: Rao }
  /** Who an address is to this wallet. `lookalike` is another known address that it could be mistaken for. */
  acquaintance: { readonly of: Address; readonly is: Acquaintance }
  /** The account or contact of this wallet whose public key has this blake2b-256 hash, and what it is to the chain. */
  known: { readonly of: Hash; readonly is: Known | undefined }

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
  identity: { readonly of: Address; readonly is: Published }
  /** Where the mining rewards of a coldkey on a subnet are staked; undefined: where they are earned. */
  autoStake: { readonly of: InSubnet; readonly is: Address | undefined }

  /** What root has earned a coldkey and is not claimed. */
  rootDividends: { readonly of: Address; readonly is: RootDividends }
  /** A coldkey's share of one validator's basket, in TAO, as selling it would bring; 0 of a runtime without baskets. */
  basketPayout: { readonly of: Staker; readonly is: Rao }

  /** The keys that may act for an account, and what is reserved for that. */
  proxies: { readonly of: Address; readonly is: Proxies }
  /** Whether it has agreed to; of a runtime without such agreements nobody has. */
  paysFees: { readonly of: PayingReal; readonly is: boolean }
  /** What the live runtime calls its proxy types, and which of them do nothing any more. */
  proxyTypes: { readonly of: undefined; readonly is: readonly ProxyTypeState[] }

  /** Undefined while no swap of the coldkey is announced. */
  coldkeySwap: { readonly of: Address; readonly is: AnnouncedSwap | undefined }
  /** The last block of safe mode; undefined while it is not entered, or where the runtime has none. */
  safeMode: { readonly of: undefined; readonly is: number | undefined }
  /** The chain's terms of a coldkey swap: delays in blocks, cost of the first announcement. */
  coldkeySwapTerms: { readonly of: undefined; readonly is: SwapTerms }
  /** What an address is to SubtensorModule: a fresh coldkey has neither stake nor is it a hotkey. */
  standing: { readonly of: Address; readonly is: Standing }

  /** Undefined where there is no crowdloan of this number. */
  crowdloan: { readonly of: number; readonly is: CrowdloanState | undefined }
  /** The number the next crowdloan will have. */
  nextCrowdloan: { readonly of: undefined; readonly is: number }
  /** What an account has put into a crowdloan. */
  contribution: { readonly of: { readonly crowdloan: number; readonly who: Address }; readonly is: Rao }
}

type FactName = keyof FactTypes
/** Answered by the wallet itself, or by what the chain room always offered. */
type OldFact = 'balance' | 'existentialDeposit' | 'fee' | 'acquaintance' | 'known'
export type ChainFactName = Exclude<FactName, OldFact>
export type Ask = { [K in FactName]: { readonly fact: K; readonly of: FactTypes[K]['of'] } }[FactName]
export type ChainAsk = Extract<Ask, { readonly fact: ChainFactName }>
export type Asks = Readonly<Record<string, Ask>>
export type Facts<A extends Asks> = { readonly [K in keyof A]: FactTypes[A[K]['fact']]['is'] }
