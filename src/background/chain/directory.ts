/** Subnets and validators with their names, from the chain's state alone: a few calls for all subnets, two for one of them. */
import type { AccountKey } from '#shared/domain/address.ts'
import type { Named, Subnet, Validator } from '#shared/domain/directory.ts'
import { ROOT_PRICE } from '#shared/domain/price.ts'
import {
  alphaRao,
  MOST_RAO,
  type Netuid,
  netuid,
  type RaoPerAlpha,
  ROOT,
  rao,
  raoPerAlpha,
  TAO,
} from '#shared/domain/units.ts'
import { cleanLink, cleanText } from '#shared/domain/untrusted.ts'
import { bigOf, bytesOf, fieldOf, flagOf, keyIn, listOf, maybeOf, pairOf, textOf, uintOf } from './decoded.ts'
import { type AnswerFrom, askApi, itemNamed, missing, somebody, storedIn } from './facts-from.ts'
import { PRICES } from './plain-reads.ts'

/** Every subnet there is, root among them, in the order of their numbers. Three calls. */
export async function readSubnets(from: AnswerFrom): Promise<readonly Subnet[]> {
  const [told, prices] = await Promise.all([
    askApi(from, 'SubnetInfoRuntimeApi.get_all_dynamic_info'),
    from.plain.ask(PRICES, undefined, from),
  ])
  if (told === undefined) return missing('a list of subnets')
  const infos = listOf(told.told, (each) => each).filter((each) => each !== undefined)
  const priceOf = new Map(prices?.map((row) => [row.netuid, raoPerAlpha(row.price)]))
  const subnets = await Promise.all(
    infos.map(async (info) => {
      const id = netuid(uintOf(fieldOf(info, 'netuid')))
      const [open, transfers] = await Promise.all([
        switchOf('SubtokenEnabled', id, from),
        switchOf('TransferToggle', id, from),
      ])
      return subnetOf(info, { id, price: priceOf.get(id), open, transfers })
    }),
  )
  return subnets.sort((a, b) => a.netuid - b.netuid)
}

/** On root TAO stays TAO: nothing there is switched. Null where the runtime has no such switch. */
async function switchOf(name: string, id: Netuid, from: AnswerFrom): Promise<boolean | null> {
  if (id === ROOT) return true
  const item = `SubtensorModule.${name}`
  return itemNamed(from.runtime, item) === undefined ? null : flagOf(await storedIn(from).seldom(item, id))
}

interface Beside {
  readonly id: Netuid
  readonly price: RaoPerAlpha | undefined
  readonly open: boolean | null
  readonly transfers: boolean | null
}

const LONGEST_DESCRIPTION = 400

function subnetOf(info: unknown, { id, price, open, transfers }: Beside): Subnet {
  const amount = (name: string): bigint => bigOf(fieldOf(info, name))
  const written = (name: string): string => cleanText(textOf(fieldOf(info, name)))
  const identity = fieldOf(info, 'subnet_identity')
  const about = (name: string): string =>
    maybeOf(identity, (each) => new TextDecoder().decode(bytesOf(fieldOf(each, name)))) ?? ''
  const chosen = cleanText(about('subnet_name'))
  // Without an identity the runtime tells a name of its own, which may be that of a subnet long gone.
  const listed = written('subnet_name')
  const average = amount('moving_price')
  return {
    netuid: id,
    name: chosen || listed || `Subnet ${id}`,
    source: chosen ? 'chain' : listed ? 'list' : 'none',
    symbol: written('token_symbol'),
    price: id === ROOT ? ROOT_PRICE : (price ?? raoPerAlpha(0n)),
    // I96F32 of TAO per alpha (DynamicInfo, spec 424), rounded down to rao.
    averagePrice: id === ROOT ? ROOT_PRICE : raoPerAlpha(average > 0n ? (average * TAO) >> 32n : 0n),
    pool: { tao: rao(amount('tao_in')), alpha: alphaRao(amount('alpha_in')) },
    alphaOut: alphaRao(amount('alpha_out')),
    volume: rao(atMost(amount('subnet_volume'))),
    emission: {
      tao: rao(amount('tao_in_emission')),
      toPool: alphaRao(amount('alpha_in_emission')),
      toStakers: alphaRao(amount('alpha_out_emission')),
    },
    owner: keyIn(fieldOf(info, 'owner_coldkey')),
    ownerHotkey: keyIn(fieldOf(info, 'owner_hotkey')),
    registeredAt: uintOf(fieldOf(info, 'network_registered_at')),
    tempo: uintOf(fieldOf(info, 'tempo')),
    open,
    transfers,
    about: {
      description: cleanText(about('description'), LONGEST_DESCRIPTION),
      url: cleanLink(about('subnet_url')),
      repository: cleanLink(about('github_repo')),
      discord: cleanText(about('discord')),
      contact: cleanText(about('subnet_contact')),
    },
  }
}

function atMost(amount: bigint): bigint {
  return amount > MOST_RAO ? MOST_RAO : amount
}

/** The parts of a metagraph that say who validates in a subnet. */
const COLUMNS = [
  'netuid',
  'hotkeys',
  'coldkeys',
  'identities',
  'active',
  'validator_permit',
  'total_stake',
  'tao_dividends_per_hotkey',
  'alpha_dividends_per_hotkey',
] as const
type ColumnName = (typeof COLUMNS)[number]

/** Who may validate in a subnet; undefined where there is none. Two calls. */
export async function readValidators(
  subnet: Netuid,
  from: AnswerFrom,
): Promise<readonly Validator[] | undefined> {
  const told = await askApi(from, METAGRAPH, subnet, columnsOf(from))
  if (told === undefined) return missing('metagraphs')
  if (told.told === undefined) return undefined
  const column = <T>(name: ColumnName, item: (each: unknown) => T): readonly T[] =>
    maybeOf(fieldOf(told.told, name), (value) => listOf(value, item)) ?? missing(name)
  const hotkeys = column('hotkeys', keyIn)
  const [coldkeys, identities] = [column('coldkeys', keyIn), column('identities', identityName)]
  const [active, permits, weights] = [
    column('active', flagOf),
    column('validator_permit', flagOf),
    column('total_stake', bigOf),
  ]
  const dividends = sums(column('alpha_dividends_per_hotkey', pairOf))
  const rootDividends = sums(column('tao_dividends_per_hotkey', pairOf))
  const isValidator = (uid: number, hotkey: AccountKey): boolean =>
    subnet === ROOT || permits[uid] === true || (dividends.get(hotkey) ?? 0n) > 0n
  const seats = hotkeys
    .map((hotkey, uid) => ({ hotkey, uid }))
    .filter(({ hotkey, uid }) => isValidator(uid, hotkey))
  const stored = storedIn(from)
  return Promise.all(
    seats.map(async ({ hotkey, uid }) => {
      const [take, stake] = await Promise.all([
        stored.now('SubtensorModule.Delegates', hotkey),
        stored.now('SubtensorModule.TotalHotkeyAlpha', hotkey, subnet),
      ])
      return {
        hotkey,
        coldkey: coldkeys[uid] ?? missing('a coldkey of a seat'),
        ...named(identities[uid]),
        take: uintOf(take),
        stake: alphaRao(bigOf(stake)),
        weight: rao(weights[uid] ?? 0n),
        permit: permits[uid] === true,
        active: active[uid] === true,
        dividends: alphaRao(dividends.get(hotkey) ?? 0n),
        rootDividends: alphaRao(rootDividends.get(hotkey) ?? 0n),
      }
    }),
  )
}

const METAGRAPH = 'SubnetInfoRuntimeApi.get_selective_metagraph'

/** What is asked for by number is numbered as the fields of the answer stand (SelectiveMetagraph, spec 393 on). */
function columnsOf({ runtime }: AnswerFrom): readonly number[] {
  const [api = '', method = ''] = METAGRAPH.split('.')
  const output = runtime.lookup.metadata.apis
    .find(({ name }) => name === api)
    ?.methods.find(({ name }) => name === method)?.output
  const entry = output === undefined ? undefined : runtime.lookup(output)
  const fields =
    entry?.type === 'option' && entry.value.type === 'struct' ? Object.keys(entry.value.value) : []
  return COLUMNS.map((name) => {
    const at = fields.indexOf(name)
    return at < 0 ? missing(name) : at
  })
}

function identityName(identity: unknown): string | undefined {
  return maybeOf(identity, (each) => cleanText(textOf(fieldOf(each, 'name'))))
}

function sums(pairs: readonly (readonly [unknown, unknown])[]): ReadonlyMap<AccountKey, bigint> {
  return new Map(pairs.map(([hotkey, amount]) => [keyIn(hotkey), bigOf(amount)]))
}

function named(chosen: string | undefined): Pick<Named, 'name' | 'source'> {
  return chosen ? { name: chosen, source: 'chain' } : { name: '', source: 'none' }
}

/** Who is behind hotkeys. Two calls, however many. */
export async function readNames(hotkeys: readonly AccountKey[], from: AnswerFrom): Promise<readonly Named[]> {
  const stored = storedIn(from)
  const owners = await Promise.all(
    hotkeys.map(async (hotkey) => {
      const [owner, take] = await Promise.all([
        stored.seldom('SubtensorModule.Owner', hotkey),
        stored.seldom('SubtensorModule.Delegates', hotkey),
      ])
      return { hotkey, coldkey: somebody(owner), take: uintOf(take) }
    }),
  )
  return Promise.all(
    owners.map(async ({ hotkey, coldkey, take }) => {
      const identity = coldkey && (await stored.seldom('SubtensorModule.IdentitiesV2', coldkey))
      return {
        hotkey,
        coldkey,
        ...named(identityName(identity)),
        take: coldkey === undefined ? undefined : take,
      }
    }),
  )
}

/** How many stake with a validator; undefined for who is none. */
export async function countNominators(hotkey: AccountKey, from: AnswerFrom): Promise<number | undefined> {
  const told = await askApi(from, 'DelegateInfoRuntimeApi.get_delegate', hotkey)
  if (told === undefined) return undefined
  return maybeOf(told.told, (each) => listOf(fieldOf(each, 'nominators'), pairOf).length)
}
