// Writes subnets, hotkeys and stake into a state, with all the entries that a chain would keep of them.
import { slotsOf } from '../chain/slots.ts'
import { fromInteger, plus, ZERO } from '../economy/safe-float.ts'
import type { AccountId, Context } from '../pallets/context.ts'
import { mint } from '../pallets/money.ts'
import { ROOT, subnetAccount } from '../pallets/subtensor/subnets.ts'
import { AlphaAssets } from '../runtime/declared/alpha-assets.ts'
import { SubtensorModule } from '../runtime/declared/subtensor-module.ts'

const slots = slotsOf(SubtensorModule)
const { TotalAlphaIssuance } = slotsOf(AlphaAssets)

export const TAO = 1_000_000_000n

export const text = (words: string): Uint8Array => new TextEncoder().encode(words)

/** A hotkey with its owner; one that others may stake to has a take. */
export function plantHotkey(c: Context, hotkey: AccountId, owner: AccountId, take: number): void {
  c.write(slots.Owner, [hotkey], owner)
  c.write(slots.OwnedHotkeys, [owner], [...c.read(slots.OwnedHotkeys, owner), hotkey])
  c.write(slots.Delegates, [hotkey], take)
}

export function plantIdentity(c: Context, coldkey: AccountId, name: string): void {
  const site = name.toLowerCase().replace(/[^a-z]+/g, '-')
  c.write(slots.IdentitiesV2, [coldkey], {
    name: text(name),
    url: text(`https://${site}.example`),
    github_repo: text(''),
    image: text(''),
    discord: text(''),
    description: text(`${name}, made up for a simulated chain`),
    additional: text(''),
  })
}

/** A validator with those who staked to it on one subnet, in alpha-rao (rao on root). */
export interface Pooled {
  readonly hotkey: AccountId
  readonly netuid: number
  readonly members: readonly (readonly [coldkey: AccountId, alpha: bigint])[]
}

/** Writes a share pool in which every share is worth one. Returns the alpha in it. */
export function plantPool(c: Context, { hotkey, netuid, members }: Pooled): bigint {
  let sum = 0n
  let shares = ZERO
  for (const [coldkey, alpha] of members) {
    const share = fromInteger(alpha)
    c.write(slots.AlphaV2, [hotkey, coldkey, netuid], share)
    sum += alpha
    shares = plus(shares, share)
  }
  c.write(slots.TotalHotkeyAlpha, [hotkey, netuid], sum)
  c.write(slots.TotalHotkeySharesV2, [hotkey, netuid], shares)
  return sum
}

/** Registers hotkeys on a subnet: their numbers, and the lists that are kept by number. */
export function plantNeurons(
  c: Context,
  netuid: number,
  hotkeys: readonly AccountId[],
  validators: number,
): void {
  for (const [uid, hotkey] of hotkeys.entries()) {
    c.write(slots.Keys, [netuid, uid], hotkey)
    c.write(slots.Uids, [netuid, hotkey], uid)
    c.write(slots.IsNetworkMember, [hotkey, netuid], true)
  }
  const each = <T>(of: (uid: number) => T): T[] => hotkeys.map((_, uid) => of(uid))
  c.write(slots.SubnetworkN, [netuid], hotkeys.length)
  c.write(
    slots.ValidatorPermit,
    [netuid],
    each((uid) => uid < validators),
  )
  c.write(
    slots.Active,
    [netuid],
    each(() => true),
  )
  c.write(
    slots.LastUpdate,
    [netuid],
    each(() => 0n),
  )
  c.write(
    slots.Emission,
    [netuid],
    each(() => 0n),
  )
  for (const list of [slots.Dividends, slots.Incentive, slots.Consensus, slots.ValidatorTrust])
    c.write(
      list,
      [netuid],
      each(() => 0),
    )
}

interface Reserves {
  readonly tao: bigint
  readonly alpha: bigint
  /** Alpha in the hands of stakers. */
  readonly out: bigint
}

/** Brings a subnet into being, with the TAO of its pool on its account. */
export function plantSubnet(c: Context, netuid: number, { tao, alpha, out }: Reserves): void {
  c.write(slots.NetworksAdded, [netuid], true)
  c.write(slots.TotalNetworks, [], c.read(slots.TotalNetworks) + 1)
  c.write(slots.SubtokenEnabled, [netuid], true)
  c.write(slots.SubnetMechanism, [netuid], netuid === ROOT ? 0 : 1)
  c.write(slots.SubnetTAO, [netuid], tao)
  c.write(slots.SubnetAlphaIn, [netuid], alpha)
  c.write(slots.SubnetAlphaOut, [netuid], out)
  c.write(TotalAlphaIssuance, [netuid], alpha + out)
  c.write(slots.TotalStake, [], c.read(slots.TotalStake) + tao)
  // A TAO beside the reserve, so that the account outlives the last unstake.
  mint(c, subnetAccount(netuid), tao + TAO)
}
