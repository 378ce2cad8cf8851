/**
 * What every refresh reads, each declared once: how it is asked, its shape in the runtimes whose bytes are read by hand, and
 * how the same is read by name where the shape is another. Shapes are those of specs 393 and 424.
 */
import { compact, u16 } from '@polkadot-api/substrate-bindings'
import type { AccountKey } from '#shared/domain/address.ts'
import { fromHex, type Hex, join, toHex } from '#shared/domain/bytes.ts'
import { keyBytes, storagePrefix } from './by-name.ts'
import type { Cursor } from './bytes-cursor.ts'
import { bigOf, fieldOf, flagOf, keyIn, listOf, pairOf, uintOf } from './decoded.ts'

/** A runtime API. `byName` reads what the dynamic decoder gives, fields by their names, whatever else stands beside them. */
export interface PlainApi<A, T> {
  readonly kind: 'api'
  readonly api: string
  readonly method: string
  readonly shape: string
  readonly args: (of: A) => readonly unknown[]
  readonly encode: (of: A) => Uint8Array
  readonly byHand: (cursor: Cursor) => T
  readonly byName: (value: unknown) => T
}

/** A stored value; where nothing is stored it is undefined. */
export interface PlainItem<A, T> {
  readonly kind: 'item'
  readonly pallet: string
  readonly item: string
  readonly shape: string
  readonly args: (of: A) => readonly unknown[]
  /** `hashed` is Blake2_128Concat of an account: the same few accounts stand in thousands of keys. */
  readonly keyOf: (of: A, hashed: (account: AccountKey) => string) => Hex
  readonly byHand: (cursor: Cursor) => T
  readonly byName: (value: unknown) => T
}

export interface StakeRow {
  readonly coldkey: AccountKey
  readonly hotkey: AccountKey
  readonly netuid: number
  readonly stake: bigint
  readonly emission: bigint
  readonly registered: boolean
}

const STAKE_INFO =
  '{hotkey:id,coldkey:id,netuid:cu16,stake:cu64,locked:cu64,emission:cu64,tao_emission:cu64,drain:cu64,is_registered:bool}'

function encodeKeys(keys: readonly AccountKey[]): Uint8Array {
  return join(compact.enc(keys.length), keyBytes(keys))
}

/** By coldkey, in the order they were asked for. */
export const STAKES: PlainApi<readonly AccountKey[], readonly StakeRow[]> = {
  kind: 'api',
  api: 'StakeInfoRuntimeApi',
  method: 'get_stake_info_for_coldkeys',
  shape: `[id] -> [(id,[${STAKE_INFO}])]`,
  args: (coldkeys) => [coldkeys],
  encode: encodeKeys,
  byHand: (cursor) =>
    cursor
      .list(() => {
        cursor.key()
        return cursor.list(() => {
          const hotkey = cursor.key()
          const coldkey = cursor.key()
          const netuid = cursor.count()
          const stake = cursor.compact()
          cursor.compact()
          const emission = cursor.compact()
          cursor.compact()
          cursor.compact()
          return { coldkey, hotkey, netuid, stake, emission, registered: cursor.flag() }
        })
      })
      .flat(),
  byName: (value) =>
    listOf(value, (each) =>
      listOf(pairOf(each)[1], (info) => ({
        coldkey: keyIn(fieldOf(info, 'coldkey')),
        hotkey: keyIn(fieldOf(info, 'hotkey')),
        netuid: uintOf(fieldOf(info, 'netuid')),
        stake: bigOf(fieldOf(info, 'stake')),
        emission: bigOf(fieldOf(info, 'emission')),
        registered: flagOf(fieldOf(info, 'is_registered')),
      })),
    ).flat(),
}

export interface AvailabilityRow {
  readonly coldkey: AccountKey
  readonly netuid: number
  readonly total: bigint
  readonly locked: bigint
  readonly available: bigint
}

/** Of every subnet; those with neither stake nor lock are left out by the runtime. */
export const AVAILABILITY: PlainApi<readonly AccountKey[], readonly AvailabilityRow[]> = {
  kind: 'api',
  api: 'StakeInfoRuntimeApi',
  method: 'get_stake_availability_for_coldkeys',
  shape: '[id],?[u16] -> [(id,[(u16,{total:cu64,locked:cu64,available:cu64})])]',
  args: (coldkeys) => [coldkeys, undefined],
  encode: (coldkeys) => join(encodeKeys(coldkeys), Uint8Array.of(0)),
  byHand: (cursor) =>
    cursor
      .list(() => {
        const coldkey = cursor.key()
        return cursor.list(() => ({
          coldkey,
          netuid: cursor.u16(),
          total: cursor.compact(),
          locked: cursor.compact(),
          available: cursor.compact(),
        }))
      })
      .flat(),
  byName: (value) =>
    listOf(value, (each) => {
      const [coldkey, subnets] = pairOf(each)
      return listOf(subnets, (subnet) => {
        const [netuid, amounts] = pairOf(subnet)
        return {
          coldkey: keyIn(coldkey),
          netuid: uintOf(netuid),
          total: bigOf(fieldOf(amounts, 'total')),
          locked: bigOf(fieldOf(amounts, 'locked')),
          available: bigOf(fieldOf(amounts, 'available')),
        }
      })
    }).flat(),
}

export interface PriceRow {
  readonly netuid: number
  readonly price: bigint
}

export const PRICES: PlainApi<undefined, readonly PriceRow[]> = {
  kind: 'api',
  api: 'SwapRuntimeApi',
  method: 'current_alpha_price_all',
  shape: ' -> [{netuid:u16,price:u64}]',
  args: () => [],
  encode: () => new Uint8Array(),
  byHand: (cursor) => cursor.list(() => ({ netuid: cursor.u16(), price: cursor.u64() })),
  byName: (value) =>
    listOf(value, (each) => ({
      netuid: uintOf(fieldOf(each, 'netuid')),
      price: bigOf(fieldOf(each, 'price')),
    })),
}

/** TAO that a coldkey's shares in validators' baskets would bring (BetaBasketRuntimeApi, spec 441 on). */
export const BASKET_OWED: PlainApi<AccountKey, bigint> = {
  kind: 'api',
  api: 'BetaBasketRuntimeApi',
  method: 'get_root_basket_owed',
  shape: 'id -> u64',
  args: (coldkey) => [coldkey],
  encode: fromHex,
  byHand: (cursor) => cursor.u64(),
  byName: bigOf,
}

function prefixHex(pallet: string, item: string): Hex {
  return toHex(storagePrefix(pallet, item))
}

function plainNumber(pallet: string, item: string, width: 'u32' | 'u64'): PlainItem<undefined, bigint> {
  const prefix = prefixHex(pallet, item)
  return {
    kind: 'item',
    pallet,
    item,
    shape: width,
    args: () => [],
    keyOf: () => prefix,
    byHand: (cursor) => (width === 'u64' ? cursor.u64() : BigInt(cursor.u32())),
    byName: bigOf,
  }
}

export const SAFE_MODE = plainNumber('SafeMode', 'EnteredUntil', 'u32')
export const ISSUED = plainNumber('SubtensorModule', 'TotalIssuance', 'u64')
export const STAKED = plainNumber('SubtensorModule', 'TotalStake', 'u64')
export const BLOCK_EMISSION = plainNumber('SubtensorModule', 'BlockEmission', 'u64')

const CLAIMABLE_PREFIX = prefixHex('SubtensorModule', 'RootClaimable')
const CLAIMED_PREFIX = prefixHex('SubtensorModule', 'RootClaimed')

/** I96F32 per netuid: alpha that one rao on root with this hotkey has earned since the beginning (up to spec 440). */
export const ROOT_CLAIMABLE: PlainItem<AccountKey, readonly { netuid: number; rate: bigint }[]> = {
  kind: 'item',
  pallet: 'SubtensorModule',
  item: 'RootClaimable',
  shape: 'Blake2128Concat id -> [(u16,i128)]',
  args: (hotkey) => [hotkey],
  keyOf: (hotkey, hashed) => `${CLAIMABLE_PREFIX}${hashed(hotkey)}`,
  byHand: (cursor) => cursor.list(() => ({ netuid: cursor.u16(), rate: cursor.i128() })),
  byName: (value) =>
    listOf(value, (each) => {
      const [netuid, rate] = pairOf(each)
      return { netuid: uintOf(netuid), rate: bigOf(rate) }
    }),
}

export interface ClaimedKey {
  readonly netuid: number
  readonly hotkey: AccountKey
  readonly coldkey: AccountKey
}

/** What of that a coldkey has had already. */
export const ROOT_CLAIMED: PlainItem<ClaimedKey, bigint> = {
  kind: 'item',
  pallet: 'SubtensorModule',
  item: 'RootClaimed',
  shape: 'Identity,Blake2128Concat,Blake2128Concat (u16,id,id) -> u128',
  args: ({ netuid, hotkey, coldkey }) => [netuid, hotkey, coldkey],
  keyOf: ({ netuid, hotkey, coldkey }, hashed) =>
    `${CLAIMED_PREFIX}${toHex(u16.enc(netuid)).slice(2)}${hashed(hotkey)}${hashed(coldkey)}`,
  byHand: (cursor) => cursor.u128(),
  byName: bigOf,
}

/** Every one of them by a name that is kept: the order may change, a name may not. */
export const PLAIN_READS = {
  stakes: STAKES,
  availability: AVAILABILITY,
  prices: PRICES,
  basketOwed: BASKET_OWED,
  safeMode: SAFE_MODE,
  issued: ISSUED,
  staked: STAKED,
  blockEmission: BLOCK_EMISSION,
  rootClaimable: ROOT_CLAIMABLE,
  rootClaimed: ROOT_CLAIMED,
} as const
