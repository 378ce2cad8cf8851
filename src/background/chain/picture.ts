/** What accounts own, read at one block in at most six calls, however many accounts, positions and subnets there are. */
import { type Address, keyOf } from '#shared/domain/address.ts'
import type { Balance } from '#shared/domain/portfolio.ts'
import type { PerAccount } from './per-account.ts'
import type { ChainPicture, Claims, NetworkRow } from './picture-rows.ts'
import type { PlainReader, ReadingAt } from './plain.ts'
import {
  BASKET_OWED,
  BLOCK_EMISSION,
  ISSUED,
  type PlainItem,
  PRICES,
  ROOT_CLAIMABLE,
  ROOT_CLAIMED,
  SAFE_MODE,
  STAKED,
  type StakeRow,
} from './plain-reads.ts'
import { orUntold } from './rpc.ts'

interface Deps {
  readonly plain: PlainReader
  readonly perAccount: PerAccount
  readonly balances: (of: readonly Address[]) => Promise<ReadonlyMap<Address, Balance>>
}

/** `turn` goes up by one with each picture. */
export async function readPicture(
  of: readonly Address[],
  turn: number,
  at: ReadingAt,
  { plain, perAccount, balances }: Deps,
): Promise<ChainPicture> {
  const coldkeys = of.map(keyOf)
  const [held, network, stakes, availability, prices] = await Promise.all([
    balances(of),
    readNetwork(plain, at),
    orUntold(perAccount.stakes(coldkeys, at)),
    orUntold(perAccount.availability(coldkeys, at)),
    orUntold(plain.ask(PRICES, undefined, at)),
  ])
  const { block, genesis } = at.reading
  return {
    block,
    genesis,
    spec: at.spec,
    balances: held,
    stakes,
    availability,
    prices,
    network,
    claims: await readClaims(stakes ?? [], turn, at, plain),
  }
}

async function readNetwork(plain: PlainReader, at: ReadingAt): Promise<NetworkRow> {
  const one = async (item: PlainItem<undefined, bigint>): Promise<bigint | undefined> =>
    (await plain.values(item, [undefined], at))?.[0]
  const [issued, staked, reward, until] = await Promise.all([
    one(ISSUED),
    one(STAKED),
    one(BLOCK_EMISSION),
    one(SAFE_MODE),
  ])
  return { issued, staked, reward, safeModeUntil: until === undefined ? undefined : Number(until) }
}

/** Subnets there can be for each validator on root, and so keys of one call (SubnetLimit is 128 in spec 424). */
const POSITIONS_AT_ONCE = 32

async function readClaims(
  stakes: readonly StakeRow[],
  turn: number,
  at: ReadingAt,
  plain: PlainReader,
): Promise<Claims> {
  const onRoot = stakes.filter(({ netuid }) => netuid === 0)
  const first = onRoot[turn % Math.max(1, onRoot.length)]
  if (first === undefined) return { kind: 'none' }
  const coldkeys = [...new Set(onRoot.map(({ coldkey }) => coldkey))]
  const coldkey = coldkeys[turn % coldkeys.length] ?? first.coldkey
  const owed = await orUntold(plain.ask(BASKET_OWED, coldkey, at))
  if (owed !== undefined) return { kind: 'basket', coldkey, owed }

  const start = (turn % Math.ceil(onRoot.length / POSITIONS_AT_ONCE)) * POSITIONS_AT_ONCE
  const asked = onRoot.slice(start, start + POSITIONS_AT_ONCE)
  const hotkeys = [...new Set(asked.map(({ hotkey }) => hotkey))]
  const rates = await plain.values(ROOT_CLAIMABLE, hotkeys, at)
  if (rates === undefined) return { kind: 'none' }
  const rateOf = new Map(hotkeys.map((hotkey, i) => [hotkey, rates[i] ?? []]))
  const earned = asked.flatMap((position) =>
    (rateOf.get(position.hotkey) ?? []).map(({ netuid, rate }) => ({
      coldkey: position.coldkey,
      hotkey: position.hotkey,
      netuid,
      alpha: earnedAt(rate, position.stake),
    })),
  )
  const claimed = (await plain.values(ROOT_CLAIMED, earned, at)) ?? []
  return {
    kind: 'subnets',
    of: asked,
    owed: earned
      .map((row, i) => ({ ...row, alpha: row.alpha - (claimed[i] ?? 0n) }))
      .filter(({ alpha }) => alpha > 0n),
  }
}

/** floor(rate · stake), the rate an I96F32 (SubtensorModule `get_root_claimable_for_hotkey_coldkey`, spec 424). */
export function earnedAt(rate: bigint, stake: bigint): bigint {
  return (rate * stake) >> 32n
}
