/** A reading of the chain as the pictures that are stored and shown: sums in one, positions in the other. */
import type { Account } from '#shared/domain/account.ts'
import { type AccountKey, type Address, keyOf } from '#shared/domain/address.ts'
import type { NetworkId } from '#shared/domain/network.ts'
import type { NetworkFacts } from '#shared/domain/network-facts.ts'
import { NO_BALANCE, type Portfolio } from '#shared/domain/portfolio.ts'
import {
  byWorth,
  type Claim,
  type Positions,
  type StakePosition,
  stakeSum,
  worthAt,
} from '#shared/domain/positions.ts'
import {
  alphaRao,
  type Netuid,
  netuid,
  type Rao,
  type RaoPerAlpha,
  ROOT,
  rao,
  raoPerAlpha,
} from '#shared/domain/units.ts'
import type { ChainPicture } from '../chain/picture-rows.ts'

export interface Pictured {
  readonly portfolio: Portfolio
  readonly positions: Positions
  readonly network: NetworkFacts
}

interface Taking {
  readonly accounts: readonly Pick<Account, 'address'>[]
  readonly network: NetworkId
  readonly readAt: number
  /** What was known of claims before: only some are asked for each time. */
  readonly before: Positions | null
}

export function picturesOf(read: ChainPicture, { accounts, network, readAt, before }: Taking): Pictured {
  const { number, hash } = read.block
  const taken = { network, genesis: read.genesis, block: { number, hash }, readAt }
  const addresses = new Map(accounts.map(({ address }) => [keyOf(address), address]))
  const prices = (read.prices ?? []).map((row) => ({
    netuid: netuid(row.netuid),
    price: raoPerAlpha(row.price),
  }))
  const priceOf = new Map(prices.map((row) => [row.netuid, row.price]))
  const positions = positionsOf(read, addresses, priceOf)
  const byColdkey = grouped(positions)
  const claims = claimsOf(read, { addresses, priceOf, positions, before })
  return {
    portfolio: {
      ...taken,
      accounts: accounts.map(({ address }) => {
        const own = byColdkey.get(address) ?? []
        return {
          address,
          balance: read.balances.get(address) ?? NO_BALANCE,
          stake: read.stakes === undefined ? null : stakeSum(own),
          claimable: claimableOf(
            own,
            claims?.filter(({ coldkey }) => coldkey === address),
          ),
        }
      }),
    },
    positions: {
      ...taken,
      positions,
      prices: prices.filter((row) => row.netuid !== ROOT),
      availability:
        read.availability?.flatMap((row) => {
          const coldkey = addresses.get(row.coldkey)
          if (coldkey === undefined || row.available === row.total) return []
          const { total, locked, available } = row
          return {
            coldkey,
            netuid: netuid(row.netuid),
            total: alphaRao(total),
            locked: alphaRao(locked),
            available: alphaRao(available),
          }
        }) ?? null,
      claims: claims ?? null,
    },
    network: {
      ...taken,
      spec: read.spec,
      issued: orNull(read.network.issued),
      staked: orNull(read.network.staked),
      reward: orNull(read.network.reward),
      // Entered until a block that is past is over, though it stays stored until somebody clears it.
      safeModeUntil:
        (read.network.safeModeUntil ?? 0) >= number ? (read.network.safeModeUntil ?? null) : null,
    },
  }
}

type Addresses = ReadonlyMap<AccountKey, Address>
type PriceOf = ReadonlyMap<Netuid, RaoPerAlpha>

function positionsOf(
  { stakes }: ChainPicture,
  addresses: Addresses,
  priceOf: PriceOf,
): readonly StakePosition[] {
  return (stakes ?? [])
    .flatMap((row): readonly StakePosition[] => {
      const coldkey = addresses.get(row.coldkey)
      // A node that tells of strangers tells nothing of ours.
      if (coldkey === undefined) return []
      const subnet = netuid(row.netuid)
      const alpha = alphaRao(row.stake)
      return [
        {
          coldkey,
          hotkey: row.hotkey,
          netuid: subnet,
          alpha,
          worth: worthAt(alpha, priceOf.get(subnet), subnet),
          dividends: alphaRao(row.emission),
          registered: row.registered,
        },
      ]
    })
    .sort(byWorth)
}

function grouped(positions: readonly StakePosition[]): ReadonlyMap<Address, readonly StakePosition[]> {
  const groups = new Map<Address, StakePosition[]>()
  for (const position of positions) {
    const group = groups.get(position.coldkey)
    if (group === undefined) groups.set(position.coldkey, [position])
    else group.push(position)
  }
  return groups
}

/** Unknown while one of the positions on root was never asked for. */
function claimableOf(own: readonly StakePosition[], claims: readonly Claim[] | undefined): Rao | null {
  if (claims === undefined) return null
  const isKnown = own.every(
    (position) =>
      position.netuid !== ROOT ||
      claims.some(({ hotkey }) => hotkey === undefined || hotkey === position.hotkey),
  )
  return isKnown ? rao(claims.reduce((sum, { worth }) => sum + worth, 0n)) : null
}

interface ClaimGround {
  readonly addresses: Addresses
  readonly priceOf: PriceOf
  readonly positions: readonly StakePosition[]
  readonly before: Positions | null
}

/** Those asked for this time, and what was known before of the others that still have anything on root. */
function claimsOf(
  { claims, genesis, block, stakes }: ChainPicture,
  { addresses, priceOf, positions, before }: ClaimGround,
): readonly Claim[] | undefined {
  if (stakes === undefined) return undefined
  const onRoot = positions.filter(({ netuid: id }) => id === ROOT)
  if (claims.kind === 'none') return onRoot.length === 0 ? [] : undefined
  const isBasket = claims.kind === 'basket'
  const fresh = isBasket
    ? basketClaim(claims, addresses, block.number)
    : subnetClaims(claims, { addresses, priceOf, block: block.number })
  const asked = new Set(fresh.map(nameOf))
  const alive = new Set(
    onRoot.map(isBasket ? ({ coldkey }) => nameOf({ coldkey, hotkey: undefined }) : nameOf),
  )
  const kept = before?.genesis === genesis ? (before.claims ?? []) : []
  return [...fresh, ...kept.filter((claim) => !asked.has(nameOf(claim)) && alive.has(nameOf(claim)))]
}

function nameOf({ coldkey, hotkey }: Pick<Claim, 'coldkey' | 'hotkey'>): string {
  return `${coldkey} ${hotkey ?? ''}`
}

type ClaimsOf<K> = Extract<ChainPicture['claims'], { readonly kind: K }>

function basketClaim(
  { coldkey: key, owed }: ClaimsOf<'basket'>,
  addresses: Addresses,
  block: number,
): readonly Claim[] {
  const coldkey = addresses.get(key)
  return coldkey === undefined ? [] : [{ coldkey, hotkey: undefined, worth: rao(owed), block }]
}

/** A row for each position that was asked for, also where nothing is owed. */
function subnetClaims(
  { of, owed }: ClaimsOf<'subnets'>,
  { addresses, priceOf, block }: Pick<ClaimGround, 'addresses' | 'priceOf'> & { readonly block: number },
): readonly Claim[] {
  const sums = new Map<string, bigint>()
  for (const { coldkey, hotkey, netuid: id, alpha } of owed) {
    const subnet = netuid(id)
    const worth = worthAt(alphaRao(alpha), priceOf.get(subnet), subnet)
    sums.set(coldkey + hotkey, (sums.get(coldkey + hotkey) ?? 0n) + worth)
  }
  return of.flatMap(({ coldkey: key, hotkey }) => {
    const coldkey = addresses.get(key)
    return coldkey === undefined ? [] : [{ coldkey, hotkey, worth: rao(sums.get(key + hotkey) ?? 0n), block }]
  })
}

function orNull(amount: bigint | undefined): Rao | null {
  return amount === undefined ? null : rao(amount)
}
