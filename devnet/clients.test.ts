// Three unmodified clients are the judges of the RPC: each connects, reads, sends a transfer and sees it final.
import { cryptoWaitReady } from '@polkadot/util-crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { type OpenClient, openDedot, openDedotLegacy, openPolkadotApi, openPolkadotJs } from './client-kit.ts'
import { type DevnetOptions, startDevnet } from './start.ts'
import { bob } from './testkit.ts'

const AMOUNT = 1_000_000_000n
const BLOCK_MS = 100
const WITHOUT_CHAIN_HEAD = ['chainHead_', 'transaction_', 'chainSpec_']

beforeAll(() => cryptoWaitReady())

const metadataRequests = (counts: Readonly<Record<string, number>>): number =>
  ['state_call', 'state_getMetadata', 'chainHead_v1_call'].reduce((sum, name) => sum + (counts[name] ?? 0), 0)

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))

/** After a transfer, Bob has the amount more, and the client sees the same. `meanwhile` runs when it is connected. */
async function movesMoney(
  open: OpenClient,
  options: DevnetOptions = {},
  meanwhile: (devnet: Awaited<ReturnType<typeof startDevnet>>) => Promise<void> = async () => {},
): Promise<void> {
  const devnet = await startDevnet({ port: 0, blockMs: BLOCK_MS, ...options })
  const client = await open(devnet.url)
  try {
    const before = await client.free('//Bob')
    await meanwhile(devnet)
    await client.transfer(AMOUNT)
    expect((await client.free('//Bob')) - before).toBe(AMOUNT)
    expect(devnet.freeBalance(bob.account) - before).toBe(AMOUNT)
  } finally {
    await client.close()
    await devnet.close()
  }
}

const ALL: readonly (readonly [string, OpenClient, readonly string[]])[] = [
  ['@polkadot/api', openPolkadotJs, []],
  ['polkadot-api over chainHead', openPolkadotApi, []],
  ['polkadot-api over legacy methods', openPolkadotApi, WITHOUT_CHAIN_HEAD],
  ['dedot over chainHead', openDedot, []],
  ['the legacy client of dedot', openDedotLegacy, []],
  ['the legacy client of dedot without chainHead', openDedotLegacy, WITHOUT_CHAIN_HEAD],
]

describe('a devnet', () => {
  it.each(ALL)('serves %s', (_name, open, without) => movesMoney(open, { without }))
})

describe('a runtime upgrade', () => {
  it.each(ALL)('is followed by %s, whose next transfer is final', (_name, open, without) =>
    movesMoney(open, { without }, async (devnet) => {
      const fetched = metadataRequests(devnet.requests())
      devnet.upgrade()
      // A client takes its time to notice; the next transfer is built when it has the new metadata.
      while (metadataRequests(devnet.requests()) === fetched) await pause(BLOCK_MS)
      await pause(3 * BLOCK_MS)
    }),
  )
})

describe('a reorganisation that takes the transfer back to the pool', () => {
  it.each(ALL)('is survived by %s', (_name, open, without) =>
    movesMoney(open, { without }, async (devnet) => {
      const stop = devnet.node.chain.listen((event) => {
        if (event.kind !== 'best' || event.block.extrinsics.length < 2) return
        stop()
        // In a turn of its own: the clients hear of the first block before it is retracted.
        setTimeout(() => devnet.reorg({ fate: 'later' }), BLOCK_MS / 4)
      })
    }),
  )
})
