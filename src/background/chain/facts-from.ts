/** Where a fact is answered from: the state of one block, by the names of the runtime that left it behind. */
import { type AccountKey, type Address, addressOfKey } from '#shared/domain/address.ts'
import { WalletError } from '#shared/domain/errors.ts'
import type { ChainFactName, FactTypes } from '#shared/operations/facts.ts'
import type { Runtime } from '#shared/runtime/metadata.ts'
import type { Before } from './before.ts'
import { apiOf, constantOf, itemOf, type StorageItem } from './by-name.ts'
import { keyIn } from './decoded.ts'
import type { PerAccount } from './per-account.ts'
import type { PlainReader } from './plain.ts'
import type { Reading } from './reading.ts'

export interface AnswerFrom {
  readonly reading: Reading
  readonly runtime: Runtime
  readonly spec: number
  readonly plain: PlainReader
  readonly perAccount: PerAccount
  /** Nothing where there is one call alone. */
  readonly before?: Before | undefined
}

export type Answers<K extends ChainFactName = ChainFactName> = {
  readonly [N in K]: (of: FactTypes[N]['of'], from: AnswerFrom) => Promise<FactTypes[N]['is']>
}

/** One stored value, or many of one item, by their keys' parts; the item's default where nothing is stored. */
interface Stored {
  /** @throws WalletError `unreadable` where the runtime stores no such thing */
  now(item: string, ...args: readonly unknown[]): Promise<unknown>
  /** The same of what seldom changes, at most five minutes old. */
  seldom(item: string, ...args: readonly unknown[]): Promise<unknown>
}

/** @param item as `Pallet.Item` */
export function storedIn({ reading, runtime }: AnswerFrom): Stored {
  const read =
    (values: Reading['values']) =>
    async (item: string, ...args: readonly unknown[]): Promise<unknown> => {
      const found = itemNamed(runtime, item) ?? missing(item)
      const key = found.keyOf(...args)
      return found.read((await values([key])).get(key) ?? null)
    }
  return { now: read(reading.values), seldom: read(reading.recent) }
}

export function itemNamed(runtime: Runtime, name: string): StorageItem | undefined {
  const [pallet = '', item = ''] = name.split('.')
  return itemOf(runtime, pallet, item)
}

/** The answer of a runtime API; undefined where the runtime has none of this name. @param name as `Api.method` */
export async function askApi(
  { reading, runtime }: AnswerFrom,
  name: string,
  ...args: readonly unknown[]
): Promise<{ readonly told: unknown } | undefined> {
  const [api = '', method = ''] = name.split('.')
  const found = apiOf(runtime, api, method)
  if (found === undefined) return undefined
  return { told: found.decode(await reading.call(found.name, found.encode(args))) }
}

/** @param name as `Pallet.Constant`. @throws WalletError `unreadable` where the runtime has none of this name */
export function constantIn({ runtime }: AnswerFrom, name: string): unknown {
  const [pallet = '', constant = ''] = name.split('.')
  return constantOf(runtime, pallet, constant) ?? missing(name)
}

export function missing(what: string): never {
  throw new WalletError('unreadable', { why: `a runtime without ${what}` })
}

const NOBODY = `0x${'00'.repeat(32)}`

/** Undefined for the account of zeros, which is how a default says that there is none. */
export function somebody(value: unknown): AccountKey | undefined {
  if (value === undefined || value === NOBODY) return undefined
  return keyIn(value)
}

export function addressIn(value: unknown): Address {
  return addressOfKey(keyIn(value))
}
