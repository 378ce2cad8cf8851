/** Transfers and messages by @polkadot/api, with the signer of whichever library found the wallet. */
import { ApiPromise, WsProvider } from '@polkadot/api'
import type { ApiOptions, Signer } from '@polkadot/api/types'
import { nodeUrl, type Sending } from './dapp.ts'

/** Until it is final; the states that were passed. */
export async function sendWithApi(signer: Signer, { from, to, rao }: Sending): Promise<readonly string[]> {
  const provider = new WsProvider(nodeUrl()) as NonNullable<ApiOptions['provider']>
  const api = await ApiPromise.create({ provider, noInitWarn: true })
  const states: string[] = []
  try {
    await new Promise<void>((done, failed) => {
      const transfer = api.tx['balances']?.['transferKeepAlive']?.(to, rao)
      transfer
        ?.signAndSend(from, { signer }, ({ status, dispatchError }) => {
          if (dispatchError) failed(new Error(dispatchError.toString()))
          states.push(status.isFinalized ? 'final' : status.type)
          if (status.isFinalized) done()
        })
        .catch(failed)
    })
  } finally {
    await api.disconnect()
  }
  return states
}

export async function signWithSigner(
  signer: Pick<Signer, 'signRaw'>,
  address: string,
  text: string,
): Promise<string> {
  const signed = await signer.signRaw?.({ address, data: text, type: 'bytes' })
  if (signed === undefined) throw new Error('it signs no messages')
  return signed.signature
}
