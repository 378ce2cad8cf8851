/** The chain room against a devnet: real sockets, a clock that stands still, transfers signed with the development keys. */

import { getPublicKey, secretFromSeed, sign } from '@scure/sr25519'
import { afterEach } from 'vitest'
import { WebSocket } from 'ws'
import { type Devnet, type DevnetOptions, startDevnet } from '../../devnet/start.ts'
import type { ChainChoice, FollowedExtrinsic, Sighting } from '../../src/background/chain/chain.ts'
import { createChain } from '../../src/background/chain/create-chain.ts'
import type { MetadataStore } from '../../src/background/chain/metadata.ts'
import { type Address, addressOf } from '../../src/shared/domain/address.ts'
import { fromHex, type Hash, toHex } from '../../src/shared/domain/bytes.ts'
import type { Call } from '../../src/shared/domain/extrinsic.ts'
import type { Url } from '../../src/shared/domain/network.ts'
import { rao } from '../../src/shared/domain/units.ts'
import {
  extrinsicBytes,
  extrinsicHash,
  payloadBytes,
  signingBytes,
} from '../../src/shared/runtime/payload.ts'
import { createManualClock, type ManualClock } from './manual-clock.ts'

export type TestChain = ReturnType<typeof createChain>

export interface MemoryStore extends MetadataStore {
  readonly kept: Map<string, Uint8Array>
}

export function memoryStore(): MemoryStore {
  const kept = new Map<string, Uint8Array>()
  return {
    kept,
    get: (key) => Promise.resolve(kept.get(key)),
    put: (key, bytes) => Promise.resolve(void kept.set(key, bytes)),
    drop: (key) => Promise.resolve(void kept.delete(key)),
  }
}

export interface Bench {
  readonly devnet: Devnet
  readonly chain: TestChain
  readonly clock: ManualClock
  readonly store: MemoryStore
  end(): Promise<void>
}

/** A node that makes blocks when it is told to. */
export function startNode(options: DevnetOptions = {}): Promise<Devnet> {
  return startDevnet({ port: 0, blockMs: 0, report: () => undefined, ...options })
}

/** The choice of nodes on this computer that are all trusted. */
export function trusting(...nodes: readonly Devnet[]): ChainChoice {
  return {
    network: 'local',
    endpoints: nodes.map((node) => node.url as Url),
    trustedLocal: Object.fromEntries(nodes.map((node) => [node.url, node.genesis as Hash])),
  }
}

/** One devnet and a chain room that is online on it. */
export async function startBench(options: DevnetOptions = {}, store = memoryStore()): Promise<Bench> {
  const devnet = await startNode(options)
  const clock = createManualClock()
  const chain = createChain({ WebSocket, clock, store })
  chain.choose(trusting(devnet))
  await until(() => chain.status().kind === 'online')
  const end = async (): Promise<void> => {
    chain.stop()
    await devnet.close()
  }
  return { devnet, chain, clock, store, end }
}

/** Makes benches for the tests of a file, after some blocks; each is ended after the test it was made for. */
export function endingBenches(blocks = 0): typeof startBench {
  const ends: (() => Promise<void>)[] = []
  afterEach(async () => {
    for (const end of ends.splice(0)) await end()
  })
  return async (...given) => {
    const made = await startBench(...given)
    ends.push(made.end)
    await nextBlock(made, blocks)
    return made
  }
}

/** Waits for what sockets will bring; the test's own time limit ends a wait in vain. */
export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((done) => setTimeout(done, 2))
}

/** Makes one block and waits until the chain room has heard of it. */
export async function nextBlock(
  { devnet, chain }: Pick<Bench, 'devnet' | 'chain'>,
  count = 1,
): Promise<void> {
  for (let i = 0; i < count; i++) {
    devnet.seal()
    await caughtUp({ devnet, chain })
  }
}

export async function caughtUp({ devnet, chain }: Pick<Bench, 'devnet' | 'chain'>): Promise<void> {
  const best = devnet.node.chain.best().header.number
  const final = devnet.node.chain.finalized().header.number
  await until(() => {
    const status = chain.status()
    return status.kind === 'online' && status.best === best && status.final === final
  })
}

export interface DevKey {
  readonly address: Address
  readonly sign: (bytes: Uint8Array) => Uint8Array
}

function keyOf(seed: string): DevKey {
  const secret = secretFromSeed(fromHex(seed))
  return { address: addressOf(getPublicKey(secret)), sign: (bytes) => sign(secret, bytes) }
}

/** The seeds of //Alice and //Bob of the development phrase, as every Substrate tool derives them; worth nothing. */
export const alice = keyOf('0xe5be9a5092b81bca64be81d212e7f2f9eba183bb7a90954f7b76361f6edb5c0a')
export const bob = keyOf('0x398f0c28f98885e046333d4a41c19cee4c37368a9832c6502f6cfd182e2aef89')

export function transferTo(to: Address, amount: bigint): Call {
  return { name: 'Balances.transfer_keep_alive', args: { dest: { type: 'Id', value: to }, value: amount } }
}

interface SigningOptions {
  readonly nonce?: number
  readonly period?: number
  readonly tip?: bigint
  readonly spec?: number
}

/** A signed extrinsic as the wallet would make it, ready to be followed. */
export async function signed(
  chain: TestChain,
  key: DevKey,
  call: Call,
  options: SigningOptions = {},
): Promise<FollowedExtrinsic> {
  const live = await chain.live()
  const { best } = await chain.head()
  const { period = 64, nonce = await chain.nextNonce(key.address) } = options
  const payload = {
    consent: {
      kind: 'extrinsic',
      account: key.address,
      genesis: live.genesis,
      spec: options.spec ?? live.spec,
      txVersion: live.txVersion,
      call: toHex(live.runtime.encodeCall(call)),
      tip: rao(options.tip ?? 0n),
      era: period,
      metadataHash: null,
      requester: { kind: 'wallet' },
    },
    nonce,
    mortality: { birth: best.number, period },
    birthHash: best.hash,
  } as const
  const bytes = extrinsicBytes(payload, {
    signature: key.sign(signingBytes(payloadBytes(payload))),
    scheme: 'sr25519',
  })
  return {
    extrinsic: toHex(bytes),
    genesis: live.genesis,
    hash: extrinsicHash(bytes),
    account: key.address,
    nonce,
    era: { birth: best.number, death: best.number + period },
    broadcast: true,
  }
}

/** All that is told of an extrinsic, in order. */
export function sightingsOf(chain: TestChain, extrinsic: FollowedExtrinsic): Sighting[] {
  const heard: Sighting[] = []
  chain.follow(extrinsic, (sighting) => heard.push(sighting))
  return heard
}

export const kindsOf = (sightings: readonly Sighting[]): string[] => sightings.map(({ kind }) => kind)

export const lastKind = (sightings: readonly Sighting[]): string | undefined => sightings.at(-1)?.kind
