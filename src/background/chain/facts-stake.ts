/** Facts of stake: positions, what of them can leave, locks, and what root has earned. */
import { type Address, keyOf } from '#shared/domain/address.ts'
import { worthOf } from '#shared/domain/price.ts'
import { alphaRao, netuid, ROOT, rao } from '#shared/domain/units.ts'
import type { Due } from '#shared/operations/fact-shapes.ts'
import { bigOf, fieldOf, listOf, maybeOf, pairOf, uintOf } from './decoded.ts'
import { type AnswerFrom, type Answers, addressIn, askApi, itemNamed, storedIn } from './facts-from.ts'
import { availabilityOf, holdingsOn, priceOf, stakeOn, stakesOf } from './facts-held.ts'
import { earnedAt } from './picture.ts'

export const stakeFacts: Answers<
  | 'best'
  | 'stake'
  | 'stakesOn'
  | 'availability'
  | 'lock'
  | 'takesLocked'
  | 'autoStake'
  | 'rootDividends'
  | 'basketPayout'
> = {
  best: (_, { reading }) => Promise.resolve(reading.block.number),
  stake: stakeOn,
  stakesOn: holdingsOn,
  availability: availabilityOf,
  lock: async ({ coldkey, netuid: subnet }, from) => {
    const lock = itemNamed(from.runtime, 'SubtensorModule.Lock')
    if (lock === undefined) return undefined
    const told = await askApi(from, 'StakeInfoRuntimeApi.get_coldkey_lock', keyOf(coldkey), subnet)
    const locked = told && maybeOf(told.told, (state) => bigOf(fieldOf(state, 'locked_mass')))
    if (locked === undefined || locked === 0n) return undefined
    // One lock per coldkey and subnet; whom it names is the last part of its key (SubtensorModule.Lock, spec 424).
    const [key] = await from.reading.keysUnder(lock.prefixOf(keyOf(coldkey), subnet))
    if (key === undefined) return undefined
    const decays = await storedIn(from).now('SubtensorModule.DecayingLock', keyOf(coldkey), subnet)
    return {
      hotkey: addressIn(`0x${key.slice(-64)}`),
      locked: alphaRao(locked),
      perpetual: decays === false,
    }
  },
  takesLocked: async (who, from) => {
    if (itemNamed(from.runtime, 'SubtensorModule.AccountFlags') === undefined) return false
    const flags = bigOf(await storedIn(from).now('SubtensorModule.AccountFlags', keyOf(who)))
    // Bit 0: accepts locked alpha (SubtensorModule.AccountFlags, spec 424).
    return (flags & 1n) === 1n
  },
  autoStake: async ({ coldkey, netuid: subnet }, from) =>
    maybeOf(
      await storedIn(from).now('SubtensorModule.AutoStakeDestination', keyOf(coldkey), subnet),
      addressIn,
    ),
  rootDividends: async (coldkey, from) => {
    const basket = await askApi(from, 'BetaBasketRuntimeApi.get_root_basket_owed', keyOf(coldkey))
    if (basket !== undefined) return { kind: 'baskets', owed: rao(bigOf(basket.told)) }
    return { kind: 'subnets', owed: await owedOf(coldkey, from) }
  },
  basketPayout: async ({ coldkey, hotkey }, from) => {
    const told = await askApi(from, 'BetaBasketRuntimeApi.get_basket_payout', keyOf(hotkey), keyOf(coldkey))
    return rao(told === undefined ? 0n : bigOf(told.told))
  },
}

/** Alpha that root has earned a coldkey, by subnet. A claim skips what is below the threshold of its subnet (spec 424). */
async function owedOf(coldkey: Address, from: AnswerFrom): Promise<readonly Due[]> {
  if (itemNamed(from.runtime, 'SubtensorModule.RootClaimable') === undefined) return []
  const stored = storedIn(from)
  const onRoot = (await stakesOf(coldkey, from)).filter((row) => row.netuid === ROOT)
  const owed = await Promise.all(
    onRoot.map(async ({ hotkey, stake }) => {
      const rates = listOf(await stored.now('SubtensorModule.RootClaimable', hotkey), pairOf)
      return Promise.all(
        rates.map(async ([id, rate]) => {
          const [claimed, threshold] = await Promise.all([
            stored.now('SubtensorModule.RootClaimed', id, hotkey, keyOf(coldkey)),
            stored.seldom('SubtensorModule.RootClaimableThreshold', id),
          ])
          const alpha = earnedAt(bigOf(rate), stake) - bigOf(claimed)
          return { id: uintOf(id), alpha: alpha < bigOf(threshold) >> 32n ? 0n : alpha }
        }),
      )
    }),
  )
  const sums = new Map<number, bigint>()
  for (const { id, alpha } of owed.flat()) if (alpha > 0n) sums.set(id, (sums.get(id) ?? 0n) + alpha)
  return Promise.all(
    [...sums]
      .sort(([a], [b]) => a - b)
      .map(async ([id, sum]) => {
        const alpha = alphaRao(sum)
        // Sold without a swap fee, and little of it: the spot price tells what it brings.
        return { netuid: netuid(id), alpha, worth: worthOf(alpha, await priceOf(netuid(id), from)) }
      }),
  )
}
