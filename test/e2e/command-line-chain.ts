/** The chain's side of the command line: the payload it makes, in its own form, and the extrinsic it makes of the signature. */
import { ApiPromise, WsProvider } from '@polkadot/api'
import type { ApiOptions } from '@polkadot/api/types'
import { fromHex, type Hex } from '#shared/domain/bytes.ts'

/** Exactly the fields it sends: no block number, and nothing said of a whole transaction. */
type CliPayload = Readonly<Record<string, unknown>> & { readonly address: string }

export interface CliChain {
  transfer(from: string, to: string, rao: bigint): Promise<CliPayload>
  /** What the chain holds the signature against. */
  signingBytes(payload: CliPayload): Uint8Array
  /** Puts both together, sends it, and waits until it is final. */
  send(payload: CliPayload, signature: Hex): Promise<void>
  close(): Promise<void>
}

const PERIOD = 128
const hex = (value: bigint | number, bytes: number) =>
  `0x${value.toString(16).padStart(2 * bytes, '0')}` as const

export async function connectCommandLine(url: string): Promise<CliChain> {
  const provider = new WsProvider(url) as NonNullable<ApiOptions['provider']>
  const api = await ApiPromise.create({ provider, noInitWarn: true })
  const payloadOf = (payload: CliPayload) =>
    api.registry.createType('ExtrinsicPayload', payload, { version: 4 })
  const methodOf = (payload: CliPayload) => api.registry.createType('Call', payload['method'])

  return {
    transfer: async (from, to, rao) => {
      const head = await api.rpc.chain.getHeader()
      const current = head.number.toNumber()
      const method = api.tx['balances']?.['transferKeepAlive']?.(to, rao).method.toHex()
      const nonce = await api.rpc.system.accountNextIndex(from)
      const { specVersion, transactionVersion } = api.runtimeVersion
      return {
        address: from,
        blockHash: head.hash.toHex(),
        genesisHash: api.genesisHash.toHex(),
        method,
        nonce: hex(nonce.toNumber(), 4),
        specVersion: hex(specVersion.toNumber(), 4),
        tip: hex(0, 16),
        transactionVersion: hex(transactionVersion.toNumber(), 4),
        era: api.registry.createType('ExtrinsicEra', { current, period: PERIOD }).toHex(),
        version: 4,
        signedExtensions: api.registry.signedExtensions,
        mode: 0,
        metadataHash: null,
      }
    },
    signingBytes: (payload) => payloadOf(payload).toU8a({ method: true }),
    send: async (payload, signature) => {
      const extrinsic = api.tx(methodOf(payload))
      extrinsic.addSignature(payload.address, fromHex(signature), payloadOf(payload).toHex())
      await new Promise<void>((done, failed) => {
        extrinsic
          .send(({ status, dispatchError }) => {
            if (dispatchError) failed(new Error(dispatchError.toString()))
            if (status.isFinalized) done()
          })
          .catch(failed)
      })
    },
    close: () => api.disconnect(),
  }
}
