/**
 * One measurement in a process of its own: so many positions out of the bytes of a node's answer, for the first time, by
 * the library that builds its decoder from metadata, or as the wallet reads them.
 */
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { getDynamicBuilder, getLookupFn } from '@polkadot-api/metadata-builders'
import { compact, decAnyMetadata, unifyMetadata } from '@polkadot-api/substrate-bindings'
import { join } from '#shared/domain/bytes.ts'
import { runtime as declared } from '../devnet/runtime/declared/runtime.ts'
import { generate } from '../devnet/runtime/metadata.ts'
import { cursorOf } from '../src/background/chain/bytes-cursor.ts'
import { STAKES } from '../src/background/chain/plain-reads.ts'

const POSITIONS_EACH = 10
const [how, count = '0'] = process.argv.slice(2)

function key(number: number): Uint8Array {
  const bytes = new Uint8Array(32).fill(7)
  new DataView(bytes.buffer).setUint32(0, number)
  return bytes
}

/** As StakeInfoRuntimeApi.get_stake_info_for_coldkeys answers (spec 424). */
function answerWith(positions: number): Uint8Array {
  const coldkeys = Math.ceil(positions / POSITIONS_EACH)
  const parts: Uint8Array[] = [compact.enc(coldkeys)]
  for (let coldkey = 0; coldkey < coldkeys; coldkey += 1) {
    const own = Math.min(POSITIONS_EACH, positions - coldkey * POSITIONS_EACH)
    parts.push(key(coldkey), compact.enc(own))
    for (let at = 0; at < own; at += 1) {
      const amounts = [1_234_567_891n * BigInt(at + 1), 0n, 987_654n, 0n, 0n]
      parts.push(key(1_000_000 + coldkey * POSITIONS_EACH + at), key(coldkey), compact.enc(at))
      parts.push(...amounts.map((amount) => compact.enc(amount)), Uint8Array.of(1))
    }
  }
  return join(...parts)
}

const bytes = answerWith(Number(count))
const real = resolve(import.meta.dirname, '../../shared/subtensor/finney-424.scale')
const metadata = existsSync(real) ? new Uint8Array(readFileSync(real)) : generate(declared, 16)
const { value } = getDynamicBuilder(getLookupFn(unifyMetadata(decAnyMetadata(metadata)))).buildRuntimeCall(
  STAKES.api,
  STAKES.method,
)

const started = performance.now()
const rows =
  how === 'dynamic'
    ? value.dec(bytes).flatMap(([, own]: [unknown, unknown[]]) => own)
    : STAKES.byHand(cursorOf(bytes))
const took = performance.now() - started
if (rows.length !== Number(count)) throw new Error(`${rows.length} positions came out of ${count}`)
process.stdout.write(String(took))
