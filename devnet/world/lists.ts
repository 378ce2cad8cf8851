// Who and what there is in the seeded world. Every name is made up.

/** A subnet of the seeded world; netuid 1 is the first. */
export interface SubnetSeed {
  readonly name: string
  readonly symbol: string
  /** Whole TAO in the pool. */
  readonly tao: number
  /** Rao per whole alpha; the alpha in the pool follows from it. */
  readonly price: bigint
  /** Weight of TAO in the pool, in per cent; half where it is left out. */
  readonly weight?: number
  readonly description: string
  /** Left out where the subnet never said. */
  readonly url?: string
  readonly trading?: false
  readonly transfers?: false
}

export const SUBNETS: readonly SubnetSeed[] = [
  {
    name: 'Amberline',
    symbol: 'α',
    tao: 61_000,
    price: 82_400_000n,
    description: 'Weather, a week ahead, from balloons that nobody else listens to',
    url: 'https://amberline.example',
  },
  {
    name: 'Brookfold',
    symbol: 'β',
    tao: 24_500,
    price: 31_070_000n,
    description: 'Protein folding for cheese makers',
    url: 'https://brookfold.example',
  },
  {
    name: 'Cinderpost',
    symbol: 'γ',
    tao: 12_800,
    price: 12_155_000n,
    weight: 51,
    description: 'Letters read aloud in the voice that wrote them',
  },
  {
    name: 'Driftwell',
    symbol: 'δ',
    tao: 39_200,
    price: 350_000_000n,
    description: 'Tides and their timetables',
    url: 'https://driftwell.example',
  },
  {
    name: 'Elmharbor',
    symbol: 'ε',
    tao: 8_150,
    price: 6_420_000n,
    description: 'Timber graded by photograph',
  },
  {
    name: 'Fernlight',
    symbol: 'ζ',
    tao: 18_400,
    price: 1_850_000_000n,
    weight: 47,
    description: 'Rendering of rooms that are not built yet',
    url: 'https://fernlight.example',
  },
  {
    name: 'Gullwing Charts',
    symbol: 'η',
    tao: 4_300,
    price: 3_105_000n,
    description: 'Sea charts drawn again every night',
  },
  {
    name: 'Hollowpine',
    symbol: 'θ',
    tao: 6_900,
    price: 11_200_000n,
    description: 'Sounds of forests, sorted. Its owner does not let stake change hands',
    transfers: false,
  },
  {
    name: 'Inkwater',
    symbol: 'ι',
    tao: 2_600,
    price: 910_000n,
    description: 'Old handwriting, transcribed',
    url: 'https://inkwater.example',
  },
  {
    name: 'Juniper Relay',
    symbol: 'κ',
    tao: 14,
    price: 420_000n,
    description: 'A relay of relays. The pool is thin',
  },
  {
    name: 'Kettleback',
    symbol: 'λ',
    tao: 1_000,
    price: 1_000_000n,
    description: 'Will boil water by committee. Trading has not started',
    trading: false,
  },
  {
    name: 'Larkspur and the Society for the Slow Reading of Long Documents',
    symbol: 'μ',
    tao: 9_700,
    price: 19_450_000n,
    description: 'Reads contracts to the end',
    url: 'https://larkspur.example',
  },
]

/** A validator of the seeded world. One without a name never set an identity. */
export interface ValidatorSeed {
  readonly name?: string
  /** In parts of 65 535; 18 % where it is left out. */
  readonly take?: number
}

const named = (name: string, take?: number): ValidatorSeed => (take === undefined ? { name } : { name, take })
const unnamed = (take?: number): ValidatorSeed => (take === undefined ? {} : { take })

export const VALIDATORS: readonly ValidatorSeed[] = [
  named('Cobalt Heron'),
  named('Nine Lanterns', 5898),
  named('Saltmarsh'),
  named('Old Mill Validation', 9830),
  named('Quiet Quarry', 0),
  named('Bellwether', 11_796),
  named('Tin Whistle', 6553),
  unnamed(),
  named('Marigold & Daughters', 3276),
  named('The Long Now Staking Collective of Upper Wending', 11_140),
  named('Pinwheel'),
  named('Northface Lamps', 655),
  named('Ochre'),
  unnamed(5898),
  named('Riverstone', 7864),
  named('Third Door', 9830),
  named('Umber House'),
  named('Velvet Anchor', 1310),
  named('Wicker'),
  named('Yarrow Point', 5898),
  unnamed(),
  named('Zephyr Yard', 8519),
  named('Acorn Exchange Stake', 11_796),
  named('Bramble', 2621),
  named('Copper Kite'),
  named('Dovetail', 6553),
  unnamed(0),
  named('Emberwright'),
  named('Foxglove Validators', 9830),
  named('Granite Ledger', 4587),
  named('Hazel'),
  unnamed(),
  named('Ironbark', 11_796),
  named('Jackdaw', 6553),
  named('Kestrel Row', 3932),
  unnamed(9830),
  named('Lantern Street'),
  named('Mossgrove', 5242),
  named('Nettle', 7208),
  named('Otter Creek', 10_485),
]
