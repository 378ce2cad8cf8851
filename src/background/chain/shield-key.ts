/** The key with which a trade is shielded: the one that the author of the block after next has announced. */
import { type Hash, type Hex, toHex } from '#shared/domain/bytes.ts'
import type { Connection } from './connection.ts'
import { readStorage } from './replies.ts'

// twox128("MevShield") ‖ twox128("NextKey") (spec 424).
const NEXT_KEY: Hex = '0x9e94fc9ecf3c8d51c7baba39080fb4339ab50f1d245f1373b95e2a965fa883ac'
/** A vector of 1,184 bytes: an ML-KEM-768 key, after its length as a compact number. */
const LENGTH = Uint8Array.of(0x81, 0x12)
const KEY_BYTES = 1184

/** MevShield.NextKey of the best block: of a final one it is stale. Undefined while no author announces one. */
export async function askShieldKey(connection: Connection, at: Hash): Promise<Hex | undefined> {
  const values = await connection.ask('state_queryStorageAt', [[NEXT_KEY], at], readStorage([NEXT_KEY], at))
  const value = values.get(NEXT_KEY)
  if (value?.length !== LENGTH.length + KEY_BYTES) return undefined
  if (!LENGTH.every((byte, i) => value[i] === byte)) return undefined
  return toHex(value.slice(LENGTH.length))
}
