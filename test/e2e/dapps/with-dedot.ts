/** Transfers by dedot, with the signer of whichever library found the wallet. */
import { DedotClient, WsProvider } from 'dedot'
import type { InjectedSigner } from 'dedot/types'
import { nodeUrl, type Sending } from './dapp.ts'

/** Until it is final; the states that were passed. */
export async function sendWithDedot(
  signer: InjectedSigner,
  { from, to, rao }: Sending,
): Promise<readonly string[]> {
  const client = await DedotClient.new(new WsProvider(nodeUrl()))
  const states: string[] = []
  try {
    await client.tx['balances']
      ?.['transferKeepAlive']?.(to, rao)
      .signAndSend(from, { signer }, ({ status, dispatchError }) => {
        if (dispatchError) throw new Error('the transfer failed')
        states.push(status.type === 'Finalized' ? 'final' : status.type)
      })
      .untilFinalized()
  } finally {
    await client.disconnect()
  }
  return states
}
