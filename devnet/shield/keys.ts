// The keys that block authors announce, one for each block to come, and how they move on with every block (pallet MevShield, spec 424).
import { ml_kem768 } from '@noble/post-quantum/ml-kem.js'
import { blake2b256, join, u32Bytes } from '../chain/bytes.ts'
import { slotsOf } from '../chain/slots.ts'
import type { Context } from '../pallets/context.ts'
import { MevShield } from '../runtime/declared/mev-shield.ts'

const { NextKey, PendingKey, CurrentKey, NextKeyExpiresAt, PendingKeyExpiresAt } = slotsOf(MevShield)

export interface ShieldKeys {
  readonly publicKey: Uint8Array
  readonly secretKey: Uint8Array
}

// An envelope lives eight blocks at most, so that a key which comes back after twelve meets none of its own.
const AUTHORS = 12
const made = new Map<number, ShieldKeys>()

/** The keys of whoever makes the block of this number. */
export function shieldKeysOf(block: number): ShieldKeys {
  const author = block % AUTHORS
  const known = made.get(author) ?? ml_kem768.keygen(join(half(author, 0), half(author, 1)))
  made.set(author, known)
  return known
}

const half = (author: number, part: number): Uint8Array =>
  blake2b256(join(new TextEncoder().encode('devnet shield'), u32Bytes(author), u32Bytes(part)))

/** What a block does first: every key comes one block nearer, and its author announces that of the block after next. */
export function rotateKeys(c: Context, announces: boolean): void {
  const move = (from: typeof NextKey, to: typeof NextKey): void => {
    const key = c.read(from)
    if (key === undefined) c.remove(to)
    else c.write(to, [], key)
  }
  move(PendingKey, CurrentKey)
  move(NextKey, PendingKey)
  if (announces) c.write(NextKey, [], shieldKeysOf(c.blockNumber + 2).publicKey)
  else c.remove(NextKey)
  // Both are the first block in which the key no longer helps.
  if (announces) c.write(NextKeyExpiresAt, [], c.blockNumber + 3)
  else c.remove(NextKeyExpiresAt)
  if (c.read(PendingKey) === undefined) c.remove(PendingKeyExpiresAt)
  else c.write(PendingKeyExpiresAt, [], c.blockNumber + 2)
}

/** The key of the block that is being made, once its keys have moved on. */
export const currentKey = (c: Context): Uint8Array | undefined => c.read(CurrentKey)
