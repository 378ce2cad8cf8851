/** Facts of accounts beside their stake: what is published of them, who may act for them, coldkey swaps, crowdloans. */
import { type Address, keyOf } from '#shared/domain/address.ts'
import { type Hash, type Hex, toHex } from '#shared/domain/bytes.ts'
import { rao } from '#shared/domain/units.ts'
import type { Runtime } from '#shared/runtime/metadata.ts'
import { bigOf, bytesOf, fieldOf, flagOf, listOf, maybeOf, pairOf, textOf, uintOf } from './decoded.ts'
import {
  type AnswerFrom,
  type Answers,
  addressIn,
  askApi,
  constantIn,
  itemNamed,
  storedIn,
} from './facts-from.ts'
import { orUntold } from './rpc.ts'

export const accountFacts: Answers<
  | 'identity'
  | 'proxies'
  | 'proxyTypes'
  | 'paysFees'
  | 'coldkeySwap'
  | 'coldkeySwapTerms'
  | 'safeMode'
  | 'crowdloan'
  | 'nextCrowdloan'
  | 'contribution'
> = {
  identity: async (who, from) => {
    const published = await storedIn(from).now('SubtensorModule.IdentitiesV2', keyOf(who))
    const parts = Object.entries(published ?? {}).map(([name, bytes]) => [name, textOf(bytes)])
    return { parts: Object.fromEntries(parts) }
  },
  proxies: async (who, from) => {
    const [entries, deposit] = pairOf(await storedIn(from).now('Proxy.Proxies', keyOf(who)))
    return {
      entries: listOf(entries, (each) => ({
        delegate: addressIn(fieldOf(each, 'delegate')),
        type: variantOf(fieldOf(each, 'proxy_type')),
        delay: uintOf(fieldOf(each, 'delay')),
      })),
      deposit: rao(bigOf(deposit)),
      base: rao(bigOf(constantIn(from, 'Proxy.ProxyDepositBase'))),
      each: rao(bigOf(constantIn(from, 'Proxy.ProxyDepositFactor'))),
      most: uintOf(constantIn(from, 'Proxy.MaxProxies')),
    }
  },
  // What is stored is nothing, and says by being there.
  paysFees: async ({ real, delegate }, { reading, runtime }) => {
    const key = itemNamed(runtime, 'Proxy.RealPaysFee')?.keyOf(keyOf(real), keyOf(delegate))
    return key !== undefined && (await reading.values([key])).get(key) != null
  },
  proxyTypes: async (_, from) => {
    const told = await orUntold(askApi(from, 'ProxyFilterRuntimeApi.get_proxy_types'))
    if (told === undefined) return declaredTypes(from)
    return listOf(told.told, (each) => ({
      name: textOf(fieldOf(each, 'name')),
      deprecated: flagOf(fieldOf(each, 'deprecated')),
    }))
  },
  coldkeySwap: async (who, from) => {
    const stored = storedIn(from)
    const [announced, disputed] = await Promise.all([
      stored.now(SWAP_ITEMS.announced, keyOf(who)),
      stored.now(SWAP_ITEMS.disputed, keyOf(who)),
    ])
    return maybeOf(announced, (each) => {
      const [executableAt, hash] = pairOf(each)
      return {
        hash: hashOf(hash),
        executableAt: uintOf(executableAt),
        disputed: disputed !== undefined,
      }
    })
  },
  safeMode: async (_, from) => {
    const hasIt = from.runtime.lookup.metadata.pallets.some(({ name }) => name === 'SafeMode')
    return hasIt ? maybeOf(await storedIn(from).now('SafeMode.EnteredUntil'), uintOf) : undefined
  },
  coldkeySwapTerms: async (_, from) => {
    const stored = storedIn(from)
    const [wait, rest] = await Promise.all([
      stored.seldom('SubtensorModule.ColdkeySwapAnnouncementDelay'),
      stored.seldom('SubtensorModule.ColdkeySwapReannouncementDelay'),
    ])
    const cost = constantIn(from, 'SubtensorModule.KeySwapCost')
    return { wait: uintOf(wait), rest: uintOf(rest), cost: rao(bigOf(cost)) }
  },
  crowdloan: async (id, from) => {
    const stored = storedIn(from)
    const [loan, most] = await Promise.all([
      stored.now('Crowdloan.Crowdloans', id),
      stored.now('Crowdloan.MaxContributions', id),
    ])
    return maybeOf(loan, (each) => {
      const amount = (name: string) => rao(bigOf(fieldOf(each, name)))
      return {
        creator: addressIn(fieldOf(each, 'creator')),
        deposit: amount('deposit'),
        least: amount('min_contribution'),
        cap: amount('cap'),
        raised: amount('raised'),
        end: uintOf(fieldOf(each, 'end')),
        finalized: flagOf(fieldOf(each, 'finalized')),
        contributors: uintOf(fieldOf(each, 'contributors_count')),
        seats: uintOf(constantIn(from, 'Crowdloan.MaxContributors')),
        most: maybeOf(most, (amountOf) => rao(bigOf(amountOf))),
      }
    })
  },
  nextCrowdloan: async (_, from) => uintOf(await storedIn(from).now('Crowdloan.NextCrowdloanId')),
  contribution: async ({ crowdloan, who }, from) => {
    const given = await storedIn(from).now('Crowdloan.Contributions', crowdloan, keyOf(who))
    return rao(given === undefined ? 0n : bigOf(given))
  },
}

const SWAP_ITEMS = {
  announced: 'SubtensorModule.ColdkeySwapAnnouncements',
  disputed: 'SubtensorModule.ColdkeySwapDisputes',
} as const

/** Where an announced swap of one of these keys is stored: every form asks for it at every block. */
export function swapKeys(of: readonly Address[], runtime: Runtime): readonly Hex[] {
  const items = Object.values(SWAP_ITEMS).flatMap((name) => itemNamed(runtime, name) ?? [])
  return of.flatMap((who) => items.map((item) => item.keyOf(keyOf(who))))
}

/** What the call that adds a proxy takes, where no API tells more. */
function declaredTypes({ runtime }: AnswerFrom): readonly { name: string; deprecated: boolean }[] {
  const type = runtime.argumentTypesOf('Proxy.add_proxy')?.['proxy_type']
  return type?.type === 'enum' ? Object.keys(type.value).map((name) => ({ name, deprecated: false })) : []
}

function variantOf(value: unknown): string {
  return String(fieldOf(value, 'type'))
}

function hashOf(value: unknown): Hash {
  return toHex(bytesOf(value)) as Hash
}
