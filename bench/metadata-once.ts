/** One measurement in a process of its own: the bare decode of metadata, or the way from its bytes to a call and back. */
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { decAnyMetadata, unifyMetadata } from '@polkadot-api/substrate-bindings'
import { runtime as declared } from '../devnet/runtime/declared/runtime.ts'
import { generate } from '../devnet/runtime/metadata.ts'
import { readMetadata } from '../src/shared/runtime/metadata.ts'

const real = resolve(import.meta.dirname, '../../shared/subtensor/finney-424.scale')
const bytes = existsSync(real) ? new Uint8Array(readFileSync(real)) : generate(declared, 16)
const call = {
  name: 'Balances.transfer_keep_alive',
  args: {
    dest: { type: 'Id', value: '5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty' },
    value: 1_000_000_000n,
  },
} as const

const started = performance.now()
if (process.argv[2] === 'bare') unifyMetadata(decAnyMetadata(bytes))
else {
  const runtime = readMetadata(bytes)
  if (runtime.decodeCall(runtime.encodeCall(call)).name !== call.name)
    throw new Error('another call came back')
}
process.stdout.write(String(performance.now() - started))
