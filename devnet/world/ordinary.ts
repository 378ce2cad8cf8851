// The ordinary world: root and twelve subnets, forty validators, and a few hundred nominations.
import { slotsOf } from '../chain/slots.ts'
import type { AccountId, Context } from '../pallets/context.ts'
import { mint } from '../pallets/money.ts'
import { ROOT } from '../pallets/subtensor/subnets.ts'
import { SubtensorModule } from '../runtime/declared/subtensor-module.ts'
import { Swap } from '../runtime/declared/swap.ts'
import { type Chance, createChance, madeUp } from './chance.ts'
import { SUBNETS, type SubnetSeed, VALIDATORS } from './lists.ts'
import {
  type Pooled,
  plantHotkey,
  plantIdentity,
  plantNeurons,
  plantPool,
  plantSubnet,
  TAO,
  text,
} from './plant.ts'

const slots = slotsOf(SubtensorModule)
const { SwapBalancer } = slotsOf(Swap)

/** 18 %. */
const USUAL_TAKE: number = SubtensorModule.constants.InitialDefaultDelegateTake.value
/** How many blocks lie between two epochs of a subnet here; on the real chain they are 360. */
const TEMPO = 20
const ROOT_STAKE = 4_600_000n * TAO
const NOMINATORS = 60
const MINERS = 4

export const validatorHotkey = (number: number): AccountId => madeUp('validator', number)
export const validatorColdkey = (number: number): AccountId => madeUp('validator owner', number)
const nominator = (number: number): AccountId => madeUp('nominator', number)

/** Who holds stake from the start, beside the made-up nominators. */
export interface Roles {
  /** Owns the last validator. */
  readonly owner: AccountId
  /** Has a position on root and on three subnets. */
  readonly staker: AccountId
}

export function plantOrdinaryWorld(c: Context, { owner, staker }: Roles): void {
  const chance = createChance(20_240_207)
  const last = VALIDATORS.length - 1
  const coldkeys = VALIDATORS.map((_, i) => (i === last ? owner : validatorColdkey(i)))
  for (const [i, { name, take = USUAL_TAKE }] of VALIDATORS.entries()) {
    const coldkey = coldkeys[i] ?? owner
    plantHotkey(c, validatorHotkey(i), coldkey, take)
    if (name !== undefined) plantIdentity(c, coldkey, name)
  }
  for (let i = 0; i < NOMINATORS; i++) mint(c, nominator(i), chance.between(TAO, 900n * TAO))

  const everyone = VALIDATORS.map((_, i) => i)
  const pools = [
    ...poolsOf({ netuid: ROOT, total: ROOT_STAKE, validators: everyone, coldkeys, chance }),
    ...SUBNETS.flatMap((seed, i) => {
      const netuid = i + 1
      const validators = everyone.filter((number) => (number * 7 + netuid * 5) % 12 < 6)
      plantSubnetSeed(c, netuid, seed, validators)
      return poolsOf({ netuid, total: alphaOut(seed), validators, coldkeys, chance })
    }),
  ]
  plantStake(c, withStaker(pools, staker))
  // So that there is a subnet that would go first.
  c.write(slots.NetworkImmunityPeriod, [], 0n)
  // Nobody's dividends are collected for them: among so few, everybody's turn would come all the time.
  c.write(slots.NumRootClaim, [], 0n)
  plantRoot(c, everyone)
}

const alphaIn = ({ tao, price, weight = 50 }: SubnetSeed): bigint =>
  // Price is (w_alpha / w_tao) · (tao / alpha).
  (BigInt(tao) * TAO * TAO * BigInt(100 - weight)) / (price * BigInt(weight))

/** Four fifths as much alpha as lies in the pool is staked. */
const alphaOut = (seed: SubnetSeed): bigint => (alphaIn(seed) * 4n) / 5n

interface Spread {
  readonly netuid: number
  readonly total: bigint
  readonly validators: readonly number[]
  readonly coldkeys: readonly AccountId[]
  readonly chance: Chance
}

/** Spreads alpha over validators, most to the first, and of each over its owner and a few nominators. */
function poolsOf({ netuid, total, validators, coldkeys, chance }: Spread): Pooled[] {
  const weights = validators.map((number) => 1_000_000n / BigInt(number + 3))
  const all = weights.reduce((sum, weight) => sum + weight, 0n)
  return validators.map((number, i) => {
    const alpha = (total * (weights[i] ?? 0n)) / all
    const staked = [0, 1, 2].slice(chance.below(3)).map(() => nominator(chance.below(NOMINATORS)))
    const members = [...new Set(staked)].map((coldkey): [AccountId, bigint] => [
      coldkey,
      chance.between(alpha / 1000n, alpha / 5n),
    ])
    const nominated = members.reduce((sum, [, amount]) => sum + amount, 0n)
    const own: [AccountId, bigint] = [coldkeys[number] ?? '', alpha - nominated]
    return { netuid, hotkey: validatorHotkey(number), members: [own, ...members] }
  })
}

/** The positions of the account that has stake from the start: validator, subnet, alpha. */
const STAKER_HAS: readonly (readonly [validator: number, netuid: number, alpha: bigint])[] = [
  [0, ROOT, 1_250n * TAO],
  [1, 1, 2_400n * TAO + 123_456_789n],
  [1, 4, 310n * TAO],
  [2, 12, 15_000n * TAO],
]

function withStaker(pools: readonly Pooled[], staker: AccountId): Pooled[] {
  const wanted = STAKER_HAS.map(([validator, netuid, alpha]) => ({
    hotkey: validatorHotkey(validator),
    netuid,
    members: [[staker, alpha]] as const,
  }))
  const same = (a: Pooled, b: Pooled) => a.hotkey === b.hotkey && a.netuid === b.netuid
  const joined = pools.map((pool) => {
    const more = wanted.filter((each) => same(each, pool)).flatMap(({ members }) => members)
    return { ...pool, members: [...pool.members, ...more] }
  })
  return [...joined, ...wanted.filter((each) => !pools.some((pool) => same(each, pool)))]
}

/** Writes the pools, and what follows from all of them: the lists of the coldkeys, and the alpha of each subnet. */
function plantStake(c: Context, pools: readonly Pooled[]): void {
  const hotkeys = new Map<AccountId, Set<AccountId>>()
  const out = new Map<number, bigint>()
  for (const pool of pools) {
    out.set(pool.netuid, (out.get(pool.netuid) ?? 0n) + plantPool(c, pool))
    for (const [coldkey] of pool.members)
      hotkeys.set(coldkey, (hotkeys.get(coldkey) ?? new Set()).add(pool.hotkey))
  }
  for (const [coldkey, staked] of hotkeys) c.write(slots.StakingHotkeys, [coldkey], [...staked])
  const root = out.get(ROOT) ?? 0n
  plantSubnet(c, ROOT, { tao: root, alpha: 0n, out: root })
  for (const [i, seed] of SUBNETS.entries())
    plantSubnet(c, i + 1, { tao: BigInt(seed.tao) * TAO, alpha: alphaIn(seed), out: out.get(i + 1) ?? 0n })
  for (const [i, { trading }] of SUBNETS.entries())
    if (trading === false) c.write(slots.SubtokenEnabled, [i + 1], false)
}

function plantRoot(c: Context, validators: readonly number[]): void {
  c.write(slots.TokenSymbol, [ROOT], text('Τ'))
  c.write(slots.MaxAllowedUids, [ROOT], 64)
  plantNeurons(c, ROOT, validators.map(validatorHotkey), validators.length)
}

/** What a subnet says of itself, and who is registered on it: validators first, then its owner and its miners. */
function plantSubnetSeed(c: Context, netuid: number, seed: SubnetSeed, validators: readonly number[]): void {
  const { name, symbol, description, url = '', weight = 50, price } = seed
  const owner = madeUp('subnet owner', netuid)
  const miners = Array.from({ length: MINERS }, (_, i) => madeUp('miner', netuid * 100 + i))
  for (const hotkey of miners) {
    c.write(slots.Owner, [hotkey], owner)
    c.write(slots.OwnedHotkeys, [owner], miners)
  }
  c.write(slots.SubnetOwner, [netuid], owner)
  c.write(slots.SubnetOwnerHotkey, [netuid], miners[0] ?? '')
  c.write(slots.TokenSymbol, [netuid], text(symbol))
  c.write(slots.Tempo, [netuid], TEMPO)
  c.write(slots.FirstEmissionBlockNumber, [netuid], 1n)
  c.write(slots.SubnetMovingPrice, [netuid], { bits: (price << 32n) / TAO })
  if (weight !== 50) c.write(SwapBalancer, [netuid], { quote: BigInt(weight) * 10n ** 16n })
  if (seed.transfers === false) c.write(slots.TransferToggle, [netuid], false)
  c.write(slots.SubnetIdentitiesV3, [netuid], {
    subnet_name: text(name),
    github_repo: text(''),
    subnet_contact: text(''),
    subnet_url: text(url),
    discord: text(''),
    description: text(description),
    logo_url: text(''),
    additional: text(''),
  })
  plantNeurons(c, netuid, [...validators.map(validatorHotkey), ...miners], validators.length)
}
