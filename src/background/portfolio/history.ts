/** The past as this wallet saw it, kept on this computer alone: values, positions and prices, thinned as they grow old. */
import type { Address, keyOf } from '#shared/domain/address.ts'
import type { Hash } from '#shared/domain/bytes.ts'
import type { EarnedPosition, PositionPoint, PricePoint, ValuePoint } from '#shared/domain/history.ts'
import type { PositionKey } from '#shared/domain/positions.ts'
import { alphaRao, type Netuid, netuid, type Rao, ROOT, rao, raoPerAlpha, TAO } from '#shared/domain/units.ts'
import type { Records } from '../activity/records.ts'
import type { Shelf } from '../storage/shelf.ts'
import { type Entry, earnedBy, flowsOf, seenAgain } from './ledger.ts'
import type { Pictured } from './picture.ts'
import { outdated } from './thin.ts'

/** One moment: what accounts held and positions were, by place in `names`, and the prices. */
interface Moment {
  readonly at: number
  readonly block: number
  readonly accounts: readonly (readonly [address: Address, ...amounts: bigint[]])[]
  readonly positions: readonly (readonly [name: string, alpha: bigint])[]
  readonly prices: readonly (readonly [netuid: number, price: bigint])[]
}
type Ledger = ReadonlyMap<string, Entry>

export interface History {
  keep(pictured: Pictured): Promise<void>
  values(genesis: Hash, account: Address | null, from: number): Promise<readonly ValuePoint[]>
  position(genesis: Hash, position: PositionKey, from: number): Promise<readonly PositionPoint[]>
  prices(genesis: Hash, subnet: Netuid, from: number): Promise<readonly PricePoint[]>
  /** Of every subnet the first price seen since. */
  pricesSince(genesis: Hash, from: number): Promise<readonly PricePoint[]>
  earned(genesis: Hash): Promise<readonly EarnedPosition[]>
  clear(): Promise<void>
}

interface Deps {
  readonly shelf: Shelf
  readonly records: Pick<Records, 'list'>
}

const MINUTE = 60_000
/** Positions that are gone leave their entry behind, as long as there are not more. */
const MOST_ENTRIES = 5000

export function createHistory({ shelf, records }: Deps): History {
  let last: { readonly genesis: Hash; readonly minute: number; readonly own: string } | undefined
  let keeping: Promise<void> = Promise.resolve()

  const ledgerOf = async (genesis: Hash): Promise<Ledger> => {
    const [stored] = await shelf.get([`${genesis}/ledger`])
    return stored instanceof Map ? (stored as Map<string, Entry>) : new Map<string, Entry>()
  }

  const write = async (pictured: Pictured): Promise<void> => {
    const { genesis, readAt } = pictured.positions
    const minute = Math.floor(readAt / MINUTE)
    const moment = momentOf(pictured)
    const own = signOf(moment)
    // Within a minute only what is owned makes a moment new: prices move with every block.
    if (last?.genesis === genesis && last.minute === minute && last.own === own) return
    const ledger = await ledgerOf(genesis)
    const times = (await shelf.names()).flatMap((name) => timeIn(name, genesis))
    const gone =
      last?.minute === minute ? [] : outdated([...times, readAt], readAt).filter((time) => time !== readAt)
    const same = times.filter((time) => Math.floor(time / MINUTE) === minute && time !== readAt)
    await shelf.put({
      ...Object.fromEntries([...gone, ...same].map((time) => [nameOf(genesis, time), undefined])),
      [nameOf(genesis, readAt)]: moment,
      [`${genesis}/ledger`]: lookedAt(ledger, moment),
    })
    last = { genesis, minute, own }
  }

  const momentsSince = async (genesis: Hash, from: number): Promise<readonly Moment[]> => {
    const times = (await shelf.names())
      .flatMap((name) => timeIn(name, genesis))
      .filter((time) => time >= from)
      .sort((a, b) => a - b)
    const stored = await shelf.get(times.map((time) => nameOf(genesis, time)))
    return stored.filter(isMoment)
  }

  const pricesIn = (moments: readonly Moment[]): readonly PricePoint[] =>
    moments.flatMap(({ at, block, prices }) =>
      prices.map(([id, price]) => ({ at, block, netuid: netuid(id), price: raoPerAlpha(price) })),
    )

  return {
    keep: (pictured) => {
      keeping = keeping.catch(() => undefined).then(() => write(pictured))
      return keeping
    },
    values: async (genesis, account, from) =>
      (await momentsSince(genesis, from)).flatMap(({ at, block, accounts }) => {
        const held = accounts.filter(([address]) => account === null || address === account)
        if (held.length === 0) return []
        const sum = (place: number): Rao => rao(held.reduce((all, row) => all + bigAt(row, place), 0n))
        return [{ at, block, free: sum(1), reserved: sum(2), root: sum(3), subnets: sum(4) }]
      }),
    position: async (genesis, position, from) =>
      (await momentsSince(genesis, from)).flatMap(({ at, block, positions, prices }) => {
        const found = positions.find(([name]) => name === positionName(position))
        const price =
          position.netuid === ROOT ? TAO : (prices.find(([id]) => id === position.netuid)?.[1] ?? 0n)
        return found === undefined
          ? []
          : [{ at, block, alpha: alphaRao(found[1]), price: raoPerAlpha(price) }]
      }),
    prices: async (genesis, subnet, from) =>
      pricesIn(await momentsSince(genesis, from)).filter((point) => point.netuid === subnet),
    pricesSince: async (genesis, from) => {
      const first = new Map<Netuid, PricePoint>()
      for (const point of pricesIn(await momentsSince(genesis, from)))
        if (!first.has(point.netuid)) first.set(point.netuid, point)
      return [...first.values()]
    },
    earned: async (genesis) => {
      const [ledger, all] = await Promise.all([ledgerOf(genesis), records.list()])
      const here = all.filter((record) => record.genesis === genesis)
      return [...ledger].map(([name, entry]) => {
        const position = positionIn(name)
        return { ...position, ...earnedBy(entry, flowsOf(position, here), position.netuid) }
      })
    },
    clear: () => {
      // After what is being written, or that would come back.
      keeping = keeping
        .catch(() => undefined)
        .then(async () => {
          last = undefined
          await shelf.clear()
        })
      return keeping
    },
  }
}

function momentOf({ portfolio, positions: { positions, prices, block, readAt } }: Pictured): Moment {
  return {
    at: readAt,
    block: block.number,
    accounts: portfolio.accounts.map(({ address, balance, stake }) => [
      address,
      balance.free,
      balance.reserved,
      stake?.root ?? 0n,
      stake?.subnets ?? 0n,
    ]),
    positions: positions.map((position) => [positionName(position), position.alpha]),
    prices: prices.map((row) => [row.netuid, row.price]),
  }
}

function isMoment(stored: unknown): stored is Moment {
  return typeof stored === 'object' && stored !== null && 'at' in stored && 'prices' in stored
}

/** Every position that was seen or is known, seen again. */
function lookedAt(ledger: Ledger, { at, block, positions, prices }: Moment): Ledger {
  const priceOf = new Map(prices)
  const now = new Map(positions)
  const names = [...new Set([...now.keys(), ...ledger.keys()])].slice(0, MOST_ENTRIES)
  return new Map(
    names.map((name) => {
      const id = positionIn(name).netuid
      const price = id === ROOT ? TAO : (priceOf.get(id) ?? 0n)
      return [name, seenAgain(ledger.get(name), { at, block, alpha: now.get(name) ?? 0n, price })]
    }),
  )
}

/** What is owned at a moment, without what it is worth. */
function signOf({ accounts, positions }: Moment): string {
  return [
    ...accounts.map((row) => `${row[0]} ${bigAt(row, 1)} ${bigAt(row, 2)}`),
    ...positions.map(String),
  ].join()
}

function bigAt(row: readonly (Address | bigint)[], place: number): bigint {
  const amount = row[place]
  return typeof amount === 'bigint' ? amount : 0n
}

function positionName({ coldkey, hotkey, netuid: id }: PositionKey): string {
  return `${coldkey} ${hotkey} ${id}`
}

function positionIn(name: string): PositionKey {
  const [coldkey = '', hotkey = '', id = '0'] = name.split(' ')
  return {
    coldkey: coldkey as Address,
    hotkey: hotkey as ReturnType<typeof keyOf>,
    netuid: netuid(Number(id)),
  }
}

function nameOf(genesis: Hash, time: number): string {
  return `${genesis}/${time}`
}

function timeIn(name: string, genesis: Hash): readonly number[] {
  const [of, time] = name.split('/')
  return of === genesis && /^\d+$/.test(time ?? '') ? [Number(time)] : []
}
