// A world as large as the real one, for measuring: 128 subnets beside root, and 4,000 validators.
import { slotsOf } from '../chain/slots.ts'
import type { AccountId, Context } from '../pallets/context.ts'
import { ROOT } from '../pallets/subtensor/subnets.ts'
import { SubtensorModule } from '../runtime/declared/subtensor-module.ts'
import { createChance, madeUp } from './chance.ts'
import { plantHotkey, plantIdentity, plantNeurons, plantPool, plantSubnet, TAO, text } from './plant.ts'

const slots = slotsOf(SubtensorModule)

const SUBNETS = 128
const VALIDATORS = 4_000
/** As many validators as root has seats. */
const SEATS = 64
/** Each validator is registered on so many subnets. */
const REGISTRATIONS = 2
const TEMPO = 360

const FIRST = [
  'Amber',
  'Birch',
  'Copper',
  'Dusk',
  'Ember',
  'Flint',
  'Gale',
  'Harbor',
  'Iron',
  'Jade',
  'Kelp',
  'Lunar',
]
const SECOND = [
  'Anchor',
  'Beacon',
  'Crane',
  'Delta',
  'Echo',
  'Ferry',
  'Grove',
  'Hollow',
  'Island',
  'Junction',
  'Knoll',
]

/** A name for every number, the same in every run. */
export function nameOf(number: number): string {
  const [first, second] = [
    FIRST[number % FIRST.length],
    SECOND[Math.floor(number / FIRST.length) % SECOND.length],
  ]
  const round = Math.floor(number / (FIRST.length * SECOND.length))
  return `${first} ${second}${round === 0 ? '' : ` ${round + 1}`}`
}

// Greek, Cyrillic, Armenian and Georgian small letters, from the first of each.
const ALPHABETS = [
  { first: 0x03b1, letters: 25 },
  { first: 0x0430, letters: 32 },
  { first: 0x0561, letters: 38 },
  { first: 0x10d0, letters: 33 },
]

function symbolOf(number: number): string {
  let rest = number
  for (const { first, letters } of ALPHABETS) {
    if (rest < letters) return String.fromCodePoint(first + rest)
    rest -= letters
  }
  return String(number)
}

const hotkeyOf = (number: number): AccountId => madeUp('large validator', number)
const ownerOf = (number: number): AccountId => madeUp('large validator owner', number)

/** Subnets from 1, spread so that each has about as many validators as another. */
const subnetsOf = (number: number): number[] =>
  Array.from({ length: REGISTRATIONS }, (_, i) => ((number * (1 + 6 * i) + i) % SUBNETS) + 1)

export function plantLargeWorld(c: Context): void {
  const chance = createChance(31_337)
  const registered = new Map<number, AccountId[]>()
  const out = new Map<number, bigint>()
  for (let number = 0; number < VALIDATORS; number++) {
    const [hotkey, owner] = [hotkeyOf(number), ownerOf(number)]
    plantHotkey(c, hotkey, owner, chance.below(11_797))
    // Three in ten never set an identity.
    if (number % 10 < 7) plantIdentity(c, owner, nameOf(number))
    c.write(slots.StakingHotkeys, [owner], [hotkey])
    const places = number < SEATS ? [ROOT, ...subnetsOf(number)] : subnetsOf(number)
    for (const netuid of new Set(places)) {
      registered.set(netuid, [...(registered.get(netuid) ?? []), hotkey])
      const alpha = chance.between(100n * TAO, (netuid === ROOT ? 200_000n : 20_000n) * TAO)
      out.set(netuid, (out.get(netuid) ?? 0n) + plantPool(c, { hotkey, netuid, members: [[owner, alpha]] }))
    }
  }
  const root = out.get(ROOT) ?? 0n
  plantSubnet(c, ROOT, { tao: root, alpha: 0n, out: root })
  c.write(slots.TokenSymbol, [ROOT], text('Τ'))
  for (let netuid = 1; netuid <= SUBNETS; netuid++) {
    const tao = chance.between(200n * TAO, 60_000n * TAO)
    const price = chance.between(400_000n, 400_000_000n)
    plantSubnet(c, netuid, { tao, alpha: (tao * TAO) / price, out: out.get(netuid) ?? 0n })
    describe(c, netuid, price)
  }
  for (const [netuid, hotkeys] of registered) plantNeurons(c, netuid, hotkeys, hotkeys.length)
  c.write(slots.NumRootClaim, [], 0n)
}

function describe(c: Context, netuid: number, price: bigint): void {
  const nothing = text('')
  c.write(slots.SubnetOwner, [netuid], madeUp('subnet owner', netuid))
  c.write(slots.TokenSymbol, [netuid], text(symbolOf(netuid - 1)))
  c.write(slots.Tempo, [netuid], TEMPO)
  c.write(slots.SubnetMovingPrice, [netuid], { bits: (price << 32n) / TAO })
  c.write(slots.SubnetIdentitiesV3, [netuid], {
    subnet_name: text(nameOf(netuid * 7)),
    github_repo: nothing,
    subnet_contact: nothing,
    subnet_url: nothing,
    discord: nothing,
    description: text('Made up for measuring'),
    logo_url: nothing,
    additional: nothing,
  })
}
