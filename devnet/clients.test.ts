// Three unmodified clients are the judges of the RPC: each connects, reads, sends a transfer and sees it final.
import { ApiPromise, Keyring, WsProvider as PolkadotWs } from '@polkadot/api'
import type { ApiOptions } from '@polkadot/api/types'
import { cryptoWaitReady } from '@polkadot/util-crypto'
import { DedotClient, WsProvider as DedotWs, LegacyClient } from 'dedot'
import { createClient } from 'polkadot-api'
import { getPolkadotSigner } from 'polkadot-api/signer'
import { getWsProvider } from 'polkadot-api/ws'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { type Devnet, startDevnet } from './start.ts'
import { DEV_ACCOUNTS } from './world.ts'

const AMOUNT = 1_000_000_000n
const BLOCK_MS = 200
// Node 20 has no WebSocket of its own; the one of `ws` has what polkadot-api uses of it.
const Socket = WebSocket as unknown as typeof globalThis.WebSocket

let devnet: Devnet
let full: Devnet
let legacy: Devnet
const account = (name: string) => {
  const found = DEV_ACCOUNTS.find((each) => each.name === name)
  if (!found) throw new Error(`no account ${name}`)
  return found.account
}
const pair = (name: string) => new Keyring({ type: 'sr25519', ss58Format: 42 }).addFromUri(name)

/** The one rule of every client: after `send`, Bob has the amount more, and the client saw the same. */
async function movesMoney(send: () => Promise<{ before: bigint; after: bigint }>): Promise<void> {
  const before = devnet.freeBalance(account('//Bob'))
  const seen = await send()
  expect(seen.after - seen.before).toBe(AMOUNT)
  expect(devnet.freeBalance(account('//Bob')) - before).toBe(AMOUNT)
}

beforeAll(async () => {
  await cryptoWaitReady()
  full = await startDevnet({ port: 0, blockMs: BLOCK_MS })
  legacy = await startDevnet({
    port: 0,
    blockMs: BLOCK_MS,
    without: ['chainHead_', 'transaction_', 'chainSpec_'],
  })
})
afterAll(async () => {
  await full.close()
  await legacy.close()
})

const withPolkadotJs = async () => {
  const provider = new PolkadotWs(devnet.url) as NonNullable<ApiOptions['provider']>
  const api = await ApiPromise.create({ provider, noInitWarn: true })
  const free = async (): Promise<bigint> => {
    const info = await api.query['system']?.['account']?.(pair('//Bob').address)
    const { data } = (info?.toJSON() ?? {}) as { data: { free: string | number } }
    return BigInt(data.free)
  }
  const before = await free()
  await new Promise<void>((done, failed) => {
    const transfer = api.tx['balances']?.['transferKeepAlive']?.(pair('//Bob').address, AMOUNT)
    transfer
      ?.signAndSend(pair('//Alice'), ({ status, dispatchError }) => {
        if (dispatchError) failed(new Error(dispatchError.toString()))
        if (status.isFinalized) done()
      })
      .catch(failed)
  })
  const after = await free()
  await api.disconnect()
  return { before, after }
}

const withPolkadotApi = async () => {
  const client = createClient(getWsProvider(devnet.url, { websocketClass: Socket }))
  const api = client.getUnsafeApi()
  const alice = pair('//Alice')
  const signer = getPolkadotSigner(alice.publicKey, 'Sr25519', (bytes) => alice.sign(bytes))
  const free = async (): Promise<bigint> => {
    const info: unknown = await api.query['System']?.['Account']?.getValue(pair('//Bob').address)
    return (info as { data: { free: bigint } }).data.free
  }
  const before = await free()
  const dest = { type: 'Id', value: pair('//Bob').address }
  const result = await api.tx['Balances']
    ?.['transfer_keep_alive']?.({ dest, value: AMOUNT })
    .signAndSubmit(signer)
  expect(result?.ok).toBe(true)
  const after = await free()
  client.destroy()
  return { before, after }
}

const withDedot = (Client: typeof DedotClient | typeof LegacyClient) => async () => {
  const client = await Client.new(new DedotWs(devnet.url))
  const free = async (): Promise<bigint> => {
    const info: unknown = await client.query['system']?.['account']?.(pair('//Bob').address)
    return (info as { data: { free: bigint } }).data.free
  }
  const before = await free()
  const transfer = client.tx['balances']?.['transferKeepAlive']?.(pair('//Bob').address, AMOUNT)
  const result = await transfer?.signAndSend(pair('//Alice')).untilFinalized()
  expect(result?.dispatchError).toBeUndefined()
  const after = await free()
  await client.disconnect()
  return { before, after }
}

describe('a devnet with the new and the legacy RPC', () => {
  beforeEach(() => {
    devnet = full
  })
  it('serves @polkadot/api', () => movesMoney(withPolkadotJs))
  it('serves polkadot-api over chainHead', () => movesMoney(withPolkadotApi))
  it('serves dedot over chainHead', () => movesMoney(withDedot(DedotClient)))
  it('serves the legacy client of dedot', () => movesMoney(withDedot(LegacyClient)))
})

describe('a devnet with the legacy RPC only', () => {
  beforeEach(() => {
    devnet = legacy
  })
  it('serves @polkadot/api', () => movesMoney(withPolkadotJs))
  it('serves polkadot-api', () => movesMoney(withPolkadotApi))
  it('serves the legacy client of dedot', () => movesMoney(withDedot(LegacyClient)))
})
