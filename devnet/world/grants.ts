// Stake and prices from outside the chain, for tests and measurements: the books are kept as if it had been bought.
import { slotsOf } from '../chain/slots.ts'
import type { AccountId, Context } from '../pallets/context.ts'
import { burn, mint } from '../pallets/money.ts'
import { hotkeysOf } from '../pallets/subtensor/neurons.ts'
import { rootStakeChanged } from '../pallets/subtensor/root-claims.ts'
import { addToPosition, type Position } from '../pallets/subtensor/shares.ts'
import { isDynamic, netuids, ROOT, subnetAccount } from '../pallets/subtensor/subnets.ts'
import { AlphaAssets } from '../runtime/declared/alpha-assets.ts'
import { SubtensorModule } from '../runtime/declared/subtensor-module.ts'

const slots = slotsOf(SubtensorModule)
const { TotalAlphaIssuance } = slotsOf(AlphaAssets)

/** A little more than one alpha, so that no amount is round. */
const STEP = 1_234_567_891n

/**
 * Gives accounts so many positions in all, each a different one: an account has one on every subnet before it has a second
 * on any. Throws when there are not so many validators.
 */
export function grantStakes(c: Context, accounts: readonly AccountId[], count: number): void {
  const places = netuids(c).map((netuid) => ({ netuid, hotkeys: validatorsOf(c, netuid) }))
  for (const [i, coldkey] of accounts.entries()) {
    const hotkeys = new Set(c.read(slots.StakingHotkeys, coldkey))
    for (let own = 0; own * accounts.length + i < count; own++) {
      const place = places[own % places.length]
      const hotkey = place?.hotkeys[Math.floor(own / places.length)]
      if (!place || hotkey === undefined) throw new Error('there are not so many positions to give')
      grant(c, { coldkey, hotkey, netuid: place.netuid }, STEP * BigInt(own + 1))
      hotkeys.add(hotkey)
    }
    c.write(slots.StakingHotkeys, [coldkey], [...hotkeys])
  }
}

function validatorsOf(c: Context, netuid: number): AccountId[] {
  const permits = c.read(slots.ValidatorPermit, netuid)
  return hotkeysOf(c, netuid).filter((_, uid) => permits[uid])
}

function grant(c: Context, position: Position, alpha: bigint): void {
  const { netuid } = position
  if (netuid === ROOT) {
    mint(c, subnetAccount(ROOT), alpha)
    c.write(slots.SubnetTAO, [ROOT], c.read(slots.SubnetTAO, ROOT) + alpha)
    c.write(slots.TotalStake, [], c.read(slots.TotalStake) + alpha)
    rootStakeChanged(c, position, alpha)
  } else c.write(TotalAlphaIssuance, [netuid], c.read(TotalAlphaIssuance, netuid) + alpha)
  c.write(slots.SubnetAlphaOut, [netuid], c.read(slots.SubnetAlphaOut, netuid) + alpha)
  addToPosition(c, position, alpha)
}

/** Makes the price of a subnet so many per cent of what it is, by TAO that comes into its pool or leaves it. */
export function movePrice(c: Context, netuid: number, percent: number): void {
  if (!isDynamic(c, netuid)) throw new Error('this subnet has no pool')
  const tao = c.read(slots.SubnetTAO, netuid)
  const moved = (tao * BigInt(percent)) / 100n
  const by = moved - tao
  if (by > 0n) mint(c, subnetAccount(netuid), by)
  if (by < 0n) burn(c, subnetAccount(netuid), -by, 'preserve')
  c.write(slots.SubnetTAO, [netuid], moved)
  c.write(slots.TotalStake, [], c.read(slots.TotalStake) + by)
}
