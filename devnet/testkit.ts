// For tests: a devnet without sockets, development keys, and extrinsics signed right or wrong in any one respect.
import { ed25519 } from '@noble/curves/ed25519.js'
import { getPublicKey, HDKD, secretFromSeed, sign } from '@scure/sr25519'
import { showAddress } from './chain/address.ts'
import { compactBytes, fromHex, type Hex, join, toHex } from './chain/bytes.ts'
import { mortalEra } from './chain/era.ts'
import { type Implicit, signingBytes } from './chain/extrinsic.ts'
import { createNode, type Node, type NodeOptions } from './chain/node.ts'
import { createRelease, digestOf } from './chain/release.ts'
import { slotsOf } from './chain/slots.ts'
import { accountOf } from './pallets/account.ts'
import { type Context, fail } from './pallets/context.ts'
import { RpcError } from './rpc/method.ts'
import { refusal } from './rpc/refusal.ts'
import type { ErrorName, Outer, Pallet } from './runtime/declare.ts'
import { runtime } from './runtime/declared/runtime.ts'
import { System } from './runtime/declared/system.ts'
import { BLOCK_AUTHOR, seedWorld } from './world.ts'

// The entropy of the development phrase, which every Substrate tool knows.
const DEV_SEED = fromHex('0xfac7959dbfe72f052e5a0c3c8d6530f202b02fd8f9f5ca3580ec8deb7797479e')

export interface Key {
  readonly account: Hex
  readonly scheme: 'sr25519' | 'ed25519'
  readonly sign: (message: Uint8Array) => Uint8Array
}

/** The sr25519 key of a hard derivation such as `//Alice`. */
export function devKey(path: string): Key {
  const name = new TextEncoder().encode(path.slice(2))
  const chainCode = new Uint8Array(32)
  chainCode.set(join(compactBytes(BigInt(name.length)), name))
  const secret = HDKD.secretHard(secretFromSeed(DEV_SEED), chainCode)
  return { account: toHex(getPublicKey(secret)), scheme: 'sr25519', sign: (message) => sign(secret, message) }
}

/** An ed25519 key from its 32-byte seed. */
export const ed25519Key = (seed: Uint8Array): Key => ({
  account: toHex(ed25519.getPublicKey(seed)),
  scheme: 'ed25519',
  sign: (message) => ed25519.sign(message, seed),
})

export const alice = devKey('//Alice')
export const bob = devKey('//Bob')
export const charlie = devKey('//Charlie')
export const dave = devKey('//Dave')

/** What to sign; every part can be set wrong on its own. */
export interface Signing {
  readonly from: Key
  readonly call: Outer
  /** Stands after the call, signed with it. */
  readonly trailing?: Uint8Array
  readonly nonce?: number
  readonly tip?: bigint
  /** Era bytes and the block they start from; immortal without. */
  readonly era?: { readonly bytes: Uint8Array; readonly birthHash: Uint8Array }
  readonly mode?: 0 | 1
  /** Replaces parts of what is signed but not sent. */
  readonly implicit?: Partial<Implicit>
}

export interface TestNode {
  readonly node: Node
  readonly reports: readonly string[]
  readonly extrinsic: (signing: Signing) => Uint8Array
  /** A mortal era of `period` blocks that starts now. */
  readonly eraNow: (period: number) => NonNullable<Signing['era']>
  /** Submits extrinsics and makes a block. Returns the events of each, as `Pallet.Event`. */
  readonly run: (...signings: readonly Signing[]) => readonly (readonly Shown[])[]
  readonly free: (key: Key) => bigint
  readonly account: (key: Key) => ReturnType<typeof accountOf>
}

export interface Shown {
  readonly name: string
  readonly fields: unknown
}

export function createTestNode(
  options: {
    readonly metadataHash?: boolean
    readonly finalityLag?: number
    readonly shield?: NodeOptions['shield']
    readonly begin?: (c: Context) => void
  } = {},
): TestNode {
  const { metadataHash = true, finalityLag = 2 } = options
  const release = createRelease(runtime, { metadataHash })
  const reports: string[] = []
  const node = createNode({
    release,
    author: BLOCK_AUTHOR,
    genesis: seedWorld,
    clock: () => 1_700_000_000_000,
    finalityLag,
    finalityStalled: () => false,
    ...(options.shield && { shield: options.shield }),
    report: (message) => void reports.push(message),
    begin: options.begin,
  })
  const { chain, pool } = node
  const accountNow = (key: Key) => accountOf(node.view(), key.account)

  const extrinsic = (signing: Signing): Uint8Array => {
    const { from, call, tip = 0n, era, mode = 0 } = signing
    const nonce = signing.nonce ?? pool.nextNonce(from.account) ?? accountNow(from).nonce
    const genesis = fromHex(chain.genesis.hash)
    const callBytes = join(runtime.call.codec.enc(call), signing.trailing ?? new Uint8Array())
    const extra = join(
      era?.bytes ?? Uint8Array.of(0),
      compactBytes(BigInt(nonce)),
      compactBytes(tip),
      Uint8Array.of(mode),
    )
    const implicit: Implicit = {
      specVersion: release.version.spec_version,
      transactionVersion: release.version.transaction_version,
      genesis,
      birthHash: era?.birthHash ?? genesis,
      digest: mode === 1 ? digestOf(runtime) : undefined,
      ...signing.implicit,
    }
    const signature = from.sign(signingBytes(callBytes, extra, implicit))
    const scheme = Uint8Array.of(from.scheme === 'ed25519' ? 0 : 1)
    const address = join(Uint8Array.of(0), fromHex(from.account))
    const content = join(Uint8Array.of(0x84), address, scheme, signature, extra, callBytes)
    return join(compactBytes(BigInt(content.length)), content)
  }

  return {
    node,
    reports,
    extrinsic,
    eraNow: (period) => {
      const { number } = chain.best().header
      return { bytes: mortalEra(period, number), birthHash: fromHex(chain.best().hash) }
    },
    run: (...signings) => {
      for (const signing of signings) pool.submit(extrinsic(signing))
      const block = node.seal()
      const shown = block.extrinsics.slice(1).map((): Shown[] => [])
      for (const { phase, event } of node.view(block).read(slotsOf(System).Events)) {
        if (phase.type !== 'ApplyExtrinsic' || phase.value === 0) continue
        shown[phase.value - 1]?.push({ name: `${event.type}.${event.value.type}`, fields: event.value.value })
      }
      return shown
    },
    free: (key) => accountNow(key).data.free,
    account: accountNow,
  }
}

/** `call('Balances', 'transfer_keep_alive', { dest, value })` */
export const call = (pallet: string, name: string, args?: unknown): Outer => ({
  type: pallet,
  value: { type: name, value: args },
})

export const transferTo = (to: Key, value: bigint, name = 'transfer_keep_alive'): Outer =>
  call('Balances', name, { dest: { type: 'Id', value: to.account }, value })

/** A key that the chain has never seen. */
export const stranger = ed25519Key(new Uint8Array(32).fill(7))

/** One TAO of Alice's to Bob, or whatever else is said. */
export const aTransfer = (more: Partial<Signing> = {}): Signing => ({
  from: alice,
  call: transferTo(bob, TAO),
  ...more,
})

export const remark = (bytes: Uint8Array): Outer => call('System', 'remark', { remark: bytes })

/** Names of events, in order. */
export const names = (events: readonly Shown[] | undefined): string[] =>
  (events ?? []).map(({ name }) => name)

/** The fields of the first event of a name; empty when there is none. */
export const field = (events: readonly Shown[] | undefined, name: string): Record<string, unknown> =>
  (events?.find((event) => event.name === name)?.fields ?? {}) as Record<string, unknown>

/** The dispatch error of an extrinsic that failed. */
export const errorOf = (events: readonly Shown[] | undefined): unknown =>
  field(events, 'System.ExtrinsicFailed')['dispatch_error']

/** The dispatch error of one call of somebody's; undefined where it succeeds. */
export const fails = (test: TestNode, wrong: Outer, from: Key = alice): unknown =>
  errorOf(test.run({ from, call: wrong })[0])

export const feeOf = (events: readonly Shown[] | undefined): bigint =>
  BigInt(String(field(events, 'TransactionPayment.TransactionFeePaid')['actual_fee']))

export const moduleError = (index: number, error: number) => ({
  type: 'Module',
  value: { index, error: `0x${error.toString(16).padStart(2, '0')}000000` },
})

/** The dispatch error a pallet gives by this name. */
export const errorNamed = <P extends Pallet>(pallet: P, name: ErrorName<P>) => fail(pallet, name).error

export const id = (key: { readonly account: Hex }) => ({ type: 'Id', value: key.account })

export const TAO = 1_000_000_000n

/** What a submission is told over RPC, as `code data`, or `accepted`. */
export function refused(test: TestNode, extrinsic: Uint8Array): string {
  try {
    test.node.pool.submit(extrinsic)
  } catch (error) {
    const shown = refusal(error, 'submit')
    if (shown instanceof RpcError) return `${shown.code} ${String(shown.data)}`
    throw error
  }
  return 'accepted'
}

/** The address of a key, as people write it. */
export const ss58 = (key: Key): string => showAddress(key.account)
