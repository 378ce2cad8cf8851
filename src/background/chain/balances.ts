/** Balances of many accounts in one question at one block, read without metadata unless the runtime turns out to differ. */
import { blake2b } from '@noble/hashes/blake2.js'
import { type Address, publicKeyOf } from '#shared/domain/address.ts'
import { type Hash, type Hex, toHex } from '#shared/domain/bytes.ts'
import { WalletError } from '#shared/domain/errors.ts'
import { type Balance, NO_BALANCE } from '#shared/domain/portfolio.ts'
import { rao } from '#shared/domain/units.ts'
import type { Runtime } from '#shared/runtime/metadata.ts'
import type { Connection } from './connection.ts'
import type { Values } from './reading.ts'
import { readStorage } from './replies.ts'

// twox128("System") ‖ twox128("Account"), of every Substrate chain.
const ACCOUNT = '26aa394eea5630e07c48ae0c9558cef7b99d880ec681799c0cf30e8886371da9'

/** The key of System.Account: Blake2_128Concat of the public key (System, spec 424). */
export function accountKey(address: Address): Hex {
  const key = publicKeyOf(address)
  return `0x${ACCOUNT}${toHex(blake2b(key, { dkLen: 16 })).slice(2)}${toHex(key).slice(2)}`
}

export interface Accounts {
  /** One RPC call, unless a value asks for metadata that is not loaded. An account the chain does not know holds nothing. */
  balances(
    of: readonly Address[],
    { connection, values, runtime }: ReadAt,
  ): Promise<ReadonlyMap<Address, Balance>>
  /** The next nonce by the state of a block, the pool not counted. */
  nonce(of: Address, connection: Connection, at: Hash): Promise<number>
}

interface ReadAt {
  readonly connection: Connection
  /** The stored values at the block. */
  readonly values: (keys: readonly Hex[]) => Promise<Values>
  /** The runtime if it is loaded; `load` is called only when the plain reading does not apply. */
  readonly runtime: { readonly loaded: Runtime | undefined; readonly load: () => Promise<Runtime> }
}

export function createAccounts(): Accounts {
  // Two hashes per address and wake: a hundred accounts cost as much as all the rest of a refresh.
  const keys = new Map<Address, Hex>()
  const keyOf = (address: Address): Hex => {
    const key = keys.get(address) ?? accountKey(address)
    keys.set(address, key)
    return key
  }

  return {
    balances: async (of, { connection, values: read, runtime }) => {
      if (of.length === 0) return new Map()
      const values = await read(of.map(keyOf))
      const isPlain = [...values.values()].every((value) => value === null || value.length === PLAIN_BYTES)
      const known = isPlain ? runtime.loaded : (runtime.loaded ?? (await runtime.load()))
      const decode = isPlain && (known === undefined || isPlainIn(known)) ? readPlain : readBy(known)
      try {
        return new Map(
          of.map((address) => {
            const value = values.get(keyOf(address))
            return [address, value ? decode(value) : NO_BALANCE]
          }),
        )
      } catch (cause) {
        connection.close('accounts of another runtime')
        throw new WalletError('unreadable', { why: 'accounts of another runtime' }, { cause })
      }
    },
    nonce: async (of, connection, at) => {
      const key = keyOf(of)
      const values = await connection.ask('state_queryStorageAt', [[key], at], readStorage([key], at))
      const value = values.get(key)
      // Nonce is the first field of AccountInfo in every Substrate runtime.
      return value && value.length >= 4 ? view(value).getUint32(0, true) : 0
    },
  }
}

/** nonce, consumers, providers, sufficients: u32; free, reserved, frozen: u64; flags: u128 (System.Account, spec 424). */
const PLAIN_BYTES = 56

function readPlain(value: Uint8Array): Balance {
  const bytes = view(value)
  const amount = (at: number): Balance['free'] => rao(bytes.getBigUint64(at, true))
  return { free: amount(16), reserved: amount(24), frozen: amount(32) }
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

const COUNTERS = ['nonce', 'consumers', 'providers', 'sufficients']

/** Whether this runtime's accounts are what the plain reading takes them for. */
export function isPlainIn(runtime: Runtime): boolean {
  const storage = runtime.lookup.metadata.pallets.find((pallet) => pallet.name === 'System')?.storage
  const type = storage?.items.find((item) => item.name === 'Account')?.type
  const info = type?.tag === 'map' ? runtime.lookup(type.value.value) : undefined
  if (info?.type !== 'struct') return false
  const { data, ...counters } = info.value
  return (
    Object.keys(counters).join() === COUNTERS.join() &&
    Object.values(counters).every((entry) => entry.type === 'primitive' && entry.value === 'u32') &&
    data?.type === 'struct' &&
    Object.entries(data.value)
      .map(([name, entry]) => `${name}:${entry.type === 'primitive' ? entry.value : entry.type}`)
      .join() === 'free:u64,reserved:u64,frozen:u64,flags:u128'
  )
}

function readBy(runtime: Runtime | undefined): (value: Uint8Array) => Balance {
  if (runtime === undefined) return readPlain
  const codec = runtime.builder.buildStorage('System', 'Account').value
  return (value) => {
    const { data } = codec.dec(value.slice()) as { readonly data: Record<keyof Balance, bigint> }
    return { free: rao(data.free), reserved: rao(data.reserved), frozen: rao(data.frozen) }
  }
}
