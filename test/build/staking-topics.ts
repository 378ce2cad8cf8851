/** What a wallet with stake would be shown: positions, subnets and names that screens are drawn with. */
import type { LocalAccount } from '../../src/shared/domain/account.ts'
import { type AccountKey, addressOf } from '../../src/shared/domain/address.ts'
import type { Hash } from '../../src/shared/domain/bytes.ts'
import type { Directory, Named, Subnet } from '../../src/shared/domain/directory.ts'
import { NETWORKS } from '../../src/shared/domain/network.ts'
import type { ChainStatus } from '../../src/shared/domain/portfolio.ts'
import type { Positions, StakePosition } from '../../src/shared/domain/positions.ts'
import { DEFAULT_SETTINGS } from '../../src/shared/domain/settings.ts'
import type { Crowdloan } from '../../src/shared/domain/standing.ts'
import { alphaRao, netuid, rao, raoPerAlpha, TAO } from '../../src/shared/domain/units.ts'

const HASH = `0x${'01'.repeat(32)}` as Hash
export const NOW = 1_800_000_000_000
export const taken = {
  network: 'finney',
  genesis: NETWORKS.finney.genesis ?? HASH,
  block: { number: 6_912_004, hash: HASH },
  readAt: NOW - 8000,
} as const

export const online: Extract<ChainStatus, { kind: 'online' }> = {
  kind: 'online',
  network: 'finney',
  genesis: taken.genesis,
  endpoint: 'wss://node',
  spec: 424,
  best: 6_912_004,
  final: 6_912_001,
  bestAt: NOW,
}

/** A public key that is recognised by its bytes. */
export function keyOfSeed(seed: number): AccountKey {
  return `0x${seed.toString(16).padStart(4, '0').repeat(16)}` as AccountKey
}
export const ME = addressOf(new Uint8Array(32).fill(1))
/** The account in front. */
export const MAIN: LocalAccount = {
  kind: 'local',
  address: ME,
  name: 'Main',
  hidden: false,
  scheme: 'sr25519',
  secret: '00'.repeat(16) as LocalAccount['secret'],
  path: '',
}

export function aPosition(given: Partial<StakePosition> = {}): StakePosition {
  return {
    coldkey: ME,
    hotkey: keyOfSeed(9),
    netuid: netuid(64),
    alpha: alphaRao(3_021_550_000_000n),
    worth: rao(308_117_000_000n),
    dividends: alphaRao(0n),
    registered: true,
    ...given,
  }
}

export function somePositions(
  positions: readonly StakePosition[],
  given: Partial<Positions> = {},
): Positions {
  return { ...taken, positions, prices: [], availability: null, claims: null, ...given }
}

export function aSubnet(id: number, name: string, given: Partial<Subnet> = {}): Subnet {
  return {
    netuid: netuid(id),
    name,
    source: 'chain',
    symbol: 'ش',
    price: raoPerAlpha(101_970_000n),
    averagePrice: raoPerAlpha(101_970_000n),
    pool: { tao: rao(61_000n * TAO), alpha: alphaRao(600_000n * TAO) },
    alphaOut: alphaRao(500_000n * TAO),
    volume: rao(0n),
    emission: { tao: rao(0n), toPool: alphaRao(0n), toStakers: alphaRao(0n) },
    owner: keyOfSeed(1),
    ownerHotkey: keyOfSeed(2),
    registeredAt: 1,
    tempo: 360,
    open: true,
    transfers: true,
    about: { description: '', url: '', repository: '', discord: '', contact: '' },
    ...given,
  }
}

function aDirectory(subnets: readonly Subnet[]): Directory {
  return { ...taken, subnets }
}

export function aName(seed: number, name: string): Named {
  return { hotkey: keyOfSeed(seed), coldkey: undefined, name, source: 'chain', take: 5898 }
}

/** Open until block 1,000, half full. */
export function aCrowdloan(id: number, given: Partial<Crowdloan> = {}): Crowdloan {
  return {
    id,
    creator: ME,
    least: rao(1n),
    cap: rao(100n),
    raised: rao(50n),
    most: null,
    end: 1000,
    finalized: false,
    contributors: 4,
    seats: 500,
    own: rao(0n),
    ...given,
  }
}

/** The topics of a wallet whose account in front has staked, in Chutes and elsewhere. */
export function stakedTopics(positions: Positions | null, validator = 'Northern Light') {
  return {
    accounts: [MAIN],
    contacts: [],
    settings: { ...DEFAULT_SETTINGS, account: ME },
    chain: online,
    positions: { positions, fresh: true },
    directory: { directory: aDirectory([aSubnet(64, 'Chutes'), aSubnet(3, 'Templar')]), fresh: true },
    names: [aName(9, validator)],
  }
}
