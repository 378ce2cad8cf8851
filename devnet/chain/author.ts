// Makes a block: opens it, puts the time and the waiting extrinsics in, and closes it with its events and its header.

import { type Context, createContext, type Emitted } from '../pallets/context.ts'
import { timestampCalls } from '../pallets/timestamp.ts'
import { EXTENSIONS } from '../pallets/weights.ts'
import { System } from '../runtime/declared/system.ts'
import { ciphertextIn, isFor, openEnvelope, readEnvelope } from '../shield/envelope.ts'
import { currentKey, rotateKeys, shieldKeysOf } from '../shield/keys.ts'
import { blake2b256, compactBytes, fromHex, join } from './bytes.ts'
import { type Block, makeBlock } from './chain.ts'
import { decodeCall, type Surroundings } from './check.ts'
import type { Executive } from './executive.ts'
import { DecodeError, extrinsicHash, FrameError, readExtrinsic } from './extrinsic.ts'
import { RUNTIME_UPDATED_LOG, slotLog } from './header.ts'
import { createOverlay, type Overlay } from './overlay.ts'
import { CODE_KEY, type Release } from './release.ts'
import type { SignedBytes } from './signature.ts'
import { slotsOf } from './slots.ts'
import { ValidityError } from './validity.ts'

const slots = slotsOf(System)
const KEEP_HASHES: number = System.constants.BlockHashCount.value
const SLOT = 12_000n

export interface Draft {
  readonly parent: Block
  readonly release: Release
  readonly genesis: Uint8Array
  readonly timestamp: bigint
  readonly extrinsics: readonly Uint8Array[]
  /** The account that is paid the fees. */
  readonly author: string
  readonly executive: Executive
  readonly verify: (signed: SignedBytes) => boolean
  /** A release that takes over with the next block. */
  readonly upgrade?: Release | undefined
  /** Whether authors announce keys to shield extrinsics with, and take the envelopes that are for them. */
  readonly shield: { readonly announces: boolean; readonly opens: boolean }
  /** What the runtime does before the extrinsics (on_initialize). */
  readonly begin?: ((c: Context) => void) | undefined
  /** Changes from outside the chain, such as the faucet's. */
  readonly intervene?: ((c: Context) => void) | undefined
}

export interface Made {
  readonly block: Block
  /** Extrinsics that may not be included, now or ever. */
  readonly unfit: readonly Uint8Array[]
}

export function authorBlock(draft: Draft): Made {
  const { parent, author, executive } = draft
  const number = parent.header.number + 1
  const overlay = createOverlay<Emitted>(parent.state)
  const at = (extrinsicIndex: number | undefined): Context =>
    createContext(overlay, { blockNumber: number, extrinsicIndex })
  open(at(undefined), parent, number)
  const opening = createContext(overlay, { blockNumber: number, extrinsicIndex: undefined, opening: true })
  rotateKeys(opening, draft.shield.announces)
  draft.begin?.(opening)
  const around = surroundings(at(undefined), draft, number)

  const included: Uint8Array[] = [timeInherent(at(0), draft)]
  const unfit: Uint8Array[] = []
  const include = (bytes: Uint8Array): void => {
    executive.apply(at(included.length), bytes, around, author)
    included.push(bytes)
  }
  for (const bytes of draft.extrinsics) {
    try {
      const shielded = shieldedIn(bytes, draft, at(undefined))
      // An envelope for another author's key waits in the pool, until its era is over.
      if (shielded === 'not-ours') continue
      include(bytes)
      if (shielded) includeQuietly(shielded, include)
    } catch (error) {
      if (!(error instanceof ValidityError || error instanceof DecodeError)) throw error
      // What is valid later waits in the pool.
      if (error instanceof DecodeError || error.verdict.reason !== 'Future') unfit.push(bytes)
    }
  }
  draft.intervene?.(at(undefined))
  const logs = [slotLog(draft.timestamp / SLOT)]
  if (draft.upgrade) {
    overlay.put(CODE_KEY, draft.upgrade.code)
    at(undefined).emit(System, 'CodeUpdated', undefined)
    logs.push(RUNTIME_UPDATED_LOG)
  }
  close(at(undefined), overlay, included)
  const state = parent.state.child(overlay.diff())
  const extrinsicsRoot = blake2b256(join(...included.map((bytes) => fromHex(extrinsicHash(bytes)))))
  const header = { parentHash: parent.hash, number, stateRoot: state.root, extrinsicsRoot, logs }
  return { block: makeBlock(header, included, state), unfit }
}

/**
 * What is in an envelope, if an extrinsic is one: for whoever makes this block, or for another. Nothing where it is none, or
 * does not open.
 */
function shieldedIn(
  bytes: Uint8Array,
  { release, shield }: Draft,
  c: Context,
): Uint8Array | 'not-ours' | undefined {
  const ciphertext = ciphertextIn(decodeCall(readExtrinsic(bytes).callBytes, release))
  const envelope = ciphertext && readEnvelope(ciphertext)
  if (!envelope) return undefined
  const key = currentKey(c)
  if (!shield.opens || !key || !isFor(envelope, key)) return 'not-ours'
  return openEnvelope(envelope, shieldKeysOf(c.blockNumber).secretKey)
}

/** An author says nothing of what was in an envelope and could not be included: no event, no fee. */
function includeQuietly(bytes: Uint8Array, include: (bytes: Uint8Array) => void): void {
  try {
    include(bytes)
  } catch (error) {
    if (!(error instanceof ValidityError || error instanceof DecodeError || error instanceof FrameError))
      throw error
  }
}

/** What extrinsics are checked against in a block of this number. */
export function surroundings(
  c: Context,
  { release, genesis, verify }: Pick<Draft, 'release' | 'genesis' | 'verify'>,
  blockNumber: number,
): Surroundings {
  const blockHash = (number: number): Uint8Array | undefined =>
    c.exists(slots.BlockHash, number) ? fromHex(c.read(slots.BlockHash, number)) : undefined
  return { release, genesis, verify, blockNumber, blockHash }
}

/** frame_system::initialize: from here on the parent's hash can be looked up. */
export function open(c: Context, parent: Block, number: number): void {
  c.write(slots.Number, [], number)
  c.write(slots.ParentHash, [], parent.hash)
  c.write(slots.BlockHash, [number - 1], parent.hash)
  const old = number - 1 - KEEP_HASHES
  if (old >= 0) c.remove(slots.BlockHash, old)
  c.remove(slots.Events)
  c.remove(slots.EventCount)
}

function timeInherent(c: Context, { release, timestamp }: Draft): Uint8Array {
  const call = { type: 'Timestamp', value: { type: 'set', value: { now: timestamp } } }
  timestampCalls.handlers['set']?.(c, { kind: 'none' }, call.value.value, NO_CALLS)
  const weight = { ref_time: EXTENSIONS, proof_size: 0n }
  const info = { weight, class: { type: 'Mandatory' }, pays_fee: { type: 'Yes' } } as const
  c.emit(System, 'ExtrinsicSuccess', { dispatch_info: info })
  const content = join(Uint8Array.of(0x05), release.runtime.call.codec.enc(call))
  return join(compactBytes(BigInt(content.length)), content)
}

const NO_CALLS = {
  dispatch: () => ({}),
  encode: () => new Uint8Array(),
  decode: () => undefined,
  refTime: () => 0n,
}

function close(c: Context, overlay: Overlay<Emitted>, included: readonly Uint8Array[]): void {
  const events = overlay.records().map(({ event, ...when }) => ({ phase: phaseOf(when), event, topics: [] }))
  c.write(slots.Events, [], events)
  c.write(slots.EventCount, [], events.length)
  c.write(slots.ExtrinsicCount, [], included.length)
}

function phaseOf({ extrinsic, opening }: Omit<Emitted, 'event'>) {
  if (extrinsic !== undefined) return { type: 'ApplyExtrinsic', value: extrinsic } as const
  return { type: opening ? 'Initialization' : 'Finalization' } as const
}
