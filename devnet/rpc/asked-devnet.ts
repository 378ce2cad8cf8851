// For tests: a devnet of its own for each test, which makes blocks when it is told to, and a client that asks it.
import { afterEach, beforeEach } from 'vitest'
import { type Hex, toHex } from '../chain/bytes.ts'
import { type Devnet, startDevnet } from '../start.ts'
import { aTransfer, createTestNode } from '../testkit.ts'
import { connect, type RawClient } from './raw-client.ts'

export interface Asked {
  readonly devnet: Devnet
  readonly client: RawClient
}

/** What stands during a test; empty before and after. */
export function askedDevnet(): Asked {
  const held: { devnet?: Devnet; client?: RawClient } = {}
  beforeEach(async () => {
    held.devnet = await startDevnet({ port: 0, blockMs: 0 })
    held.client = await connect(held.devnet.url)
  })
  afterEach(async () => {
    held.client?.close()
    await held.devnet?.close()
  })
  const there = <T>(it: T | undefined): T => {
    if (it === undefined) throw new Error('only within a test')
    return it
  }
  return {
    get devnet() {
      return there(held.devnet)
    },
    get client() {
      return there(held.client)
    },
  }
}

/** Transfers of Alice's for such a devnet, signed with whatever nonce: a test node of the same declarations has its genesis. */
export function signedTransfers(): (nonce: number) => Hex {
  const signer = createTestNode()
  return (nonce) => toHex(signer.extrinsic(aTransfer({ nonce })))
}
