// For tests: the three outside clients behind one small face, so that each rule is asked of all of them.
import { ApiPromise, Keyring, WsProvider as PolkadotWs } from '@polkadot/api'
import type { ApiOptions } from '@polkadot/api/types'
import { DedotClient, WsProvider as DedotWs, LegacyClient } from 'dedot'
import { createClient } from 'polkadot-api'
import { getPolkadotSigner } from 'polkadot-api/signer'
import { getWsProvider } from 'polkadot-api/ws'
import { WebSocket } from 'ws'

interface Client {
  /** The free balance the client reads of an account such as `//Bob`, at what it takes for the newest block. */
  readonly free: (name: string) => Promise<bigint>
  /** Sends a transfer of Alice to Bob; done when the client saw it final, and failed when it saw it fail. */
  readonly transfer: (amount: bigint) => Promise<void>
  readonly close: () => Promise<void>
}

export type OpenClient = (url: string) => Promise<Client>

// Node 20 has no WebSocket of its own; the one of `ws` has what polkadot-api uses of it.
const Socket = WebSocket as unknown as typeof globalThis.WebSocket

const pair = (name: string) => new Keyring({ type: 'sr25519', ss58Format: 42 }).addFromUri(name)

interface AccountInfo {
  readonly data: { readonly free: bigint | number | string }
}
const freeOf = (info: unknown): bigint => BigInt((info as AccountInfo).data.free)

export const openPolkadotJs: OpenClient = async (url) => {
  const provider = new PolkadotWs(url) as NonNullable<ApiOptions['provider']>
  const api = await ApiPromise.create({ provider, noInitWarn: true })
  return {
    close: () => api.disconnect(),
    free: async (name) => {
      const info = await api.query['system']?.['account']?.(pair(name).address)
      return freeOf(info?.toJSON())
    },
    transfer: (amount) =>
      new Promise((done, failed) => {
        const transfer = api.tx['balances']?.['transferKeepAlive']?.(pair('//Bob').address, amount)
        transfer
          ?.signAndSend(pair('//Alice'), ({ status, dispatchError }) => {
            if (dispatchError) failed(new Error(dispatchError.toString()))
            if (status.isFinalized) done()
          })
          .catch(failed)
      }),
  }
}

export const openPolkadotApi: OpenClient = async (url) => {
  const client = createClient(getWsProvider(url, { websocketClass: Socket }))
  const api = client.getUnsafeApi()
  const alice = pair('//Alice')
  const signer = getPolkadotSigner(alice.publicKey, 'Sr25519', (bytes) => alice.sign(bytes))
  return {
    close: async () => client.destroy(),
    free: async (name) =>
      freeOf(await api.query['System']?.['Account']?.getValue(pair(name).address, { at: 'best' })),
    transfer: async (value) => {
      const dest = { type: 'Id', value: pair('//Bob').address }
      const result = await api.tx['Balances']
        ?.['transfer_keep_alive']?.({ dest, value })
        .signAndSubmit(signer)
      if (!result?.ok) throw new Error('the transfer failed')
    },
  }
}

const openDedotWith =
  (Kind: typeof DedotClient | typeof LegacyClient): OpenClient =>
  async (url) => {
    const client = await Kind.new(new DedotWs(url))
    return {
      close: () => client.disconnect(),
      free: async (name) => freeOf(await client.query['system']?.['account']?.(pair(name).address)),
      transfer: async (amount) => {
        const transfer = client.tx['balances']?.['transferKeepAlive']?.(pair('//Bob').address, amount)
        const result = await transfer?.signAndSend(pair('//Alice')).untilFinalized()
        if (!result || result.dispatchError) throw new Error('the transfer failed')
      },
    }
  }

export const openDedot: OpenClient = openDedotWith(DedotClient)
export const openDedotLegacy: OpenClient = openDedotWith(LegacyClient)
