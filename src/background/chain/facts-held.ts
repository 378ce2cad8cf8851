/** What several facts stand on: what a coldkey holds and can take out, and the price of a subnet. */
import { type Address, keyOf } from '#shared/domain/address.ts'
import { ROOT_PRICE } from '#shared/domain/price.ts'
import {
  type AlphaRao,
  alphaRao,
  type Netuid,
  netuid,
  type RaoPerAlpha,
  ROOT,
  raoPerAlpha,
} from '#shared/domain/units.ts'
import type { Availability, Holding, InSubnet, StakeKey, Staker } from '#shared/operations/fact-shapes.ts'
import { type AnswerFrom, missing } from './facts-from.ts'
import { PRICES, type StakeRow } from './plain-reads.ts'

export async function stakesOf(coldkey: Address, from: AnswerFrom): Promise<readonly StakeRow[]> {
  return (await from.perAccount.stakes([keyOf(coldkey)], from)) ?? missing('stake')
}

/** What a coldkey holds on a hotkey, in the order of netuids. */
export async function holdingsOn({ coldkey, hotkey }: Staker, from: AnswerFrom): Promise<readonly Holding[]> {
  const rows = await stakesOf(coldkey, from)
  return rows
    .filter((row) => row.hotkey === keyOf(hotkey) && row.stake > 0n)
    .map((row) => ({ netuid: netuid(row.netuid), alpha: alphaRao(row.stake) }))
    .sort((a, b) => a.netuid - b.netuid)
}

export async function availabilityOf(of: InSubnet, from: AnswerFrom): Promise<Availability> {
  const { total, locked, available } = await availableNow(of, from)
  const more = from.before?.stake(of.netuid) ?? 0n
  return { total: alphaRao(total + more), locked, available: alphaRao(available + more) }
}

async function availableNow({ coldkey, netuid: subnet }: InSubnet, from: AnswerFrom): Promise<Availability> {
  const told = await from.perAccount.availability([keyOf(coldkey)], from)
  if (told !== undefined) {
    // The runtime leaves out where there is neither stake nor lock.
    const row = told.find((each) => each.netuid === subnet)
    const { total, locked, available } = row ?? { total: 0n, locked: 0n, available: 0n }
    return { total: alphaRao(total), locked: alphaRao(locked), available: alphaRao(available) }
  }
  const rows = await stakesOf(coldkey, from)
  const total = rows.reduce((sum, row) => (row.netuid === subnet ? sum + row.stake : sum), 0n)
  return { total: alphaRao(total), locked: alphaRao(0n), available: alphaRao(total) }
}

export async function stakeOn(
  { coldkey, hotkey, netuid: subnet }: StakeKey,
  from: AnswerFrom,
): Promise<AlphaRao> {
  const rows = await stakesOf(coldkey, from)
  const found = rows.find((row) => row.netuid === subnet && row.hotkey === keyOf(hotkey))
  return alphaRao((found?.stake ?? 0n) + (from.before?.stake(subnet, hotkey) ?? 0n))
}

export async function priceOf(subnet: Netuid, from: AnswerFrom): Promise<RaoPerAlpha> {
  if (subnet === ROOT) return ROOT_PRICE
  const left = from.before?.price(subnet)
  if (left !== undefined) return left
  const prices = (await from.plain.ask(PRICES, undefined, from)) ?? missing('prices')
  return raoPerAlpha(prices.find((row) => row.netuid === subnet)?.price ?? 0n)
}

/** Every subnet there is, root with them. */
export async function netuidsIn(from: AnswerFrom): Promise<readonly Netuid[]> {
  const prices = (await from.plain.ask(PRICES, undefined, from)) ?? missing('prices')
  return [...new Set([ROOT, ...prices.map((row) => netuid(row.netuid))])]
}
