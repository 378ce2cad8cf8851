/** TAO for a new account on somebody's node: from //Alice, whom every development chain funds. */
import { ApiPromise, WsProvider } from '@polkadot/api'
import type { ApiOptions } from '@polkadot/api/types'
import { Keyring } from '@polkadot/keyring'

/** Sends rao from //Alice and waits until it is in a block. @throws when the node refuses it or //Alice has none */
export async function fundFromAlice(endpoint: string, address: string, rao: bigint): Promise<void> {
  // The library's own types disagree with each other where `undefined` is told from absence.
  const options = { provider: new WsProvider(endpoint), noInitWarn: true } as ApiOptions
  const api = await ApiPromise.create(options)
  try {
    const alice = new Keyring({ type: 'sr25519' }).addFromUri('//Alice')
    const transfer = api.tx['balances']?.['transferKeepAlive']
    if (transfer === undefined) throw new Error('this node has no Balances.transfer_keep_alive')
    await new Promise<void>((resolve, reject) => {
      transfer(address, rao)
        .signAndSend(alice, ({ status, dispatchError }) => {
          if (dispatchError !== undefined)
            reject(new Error(`the chain refused it: ${dispatchError.toString()}`))
          else if (status.isInBlock) resolve()
          else if (status.isInvalid || status.isDropped)
            reject(new Error(`the node dropped it: ${status.type}`))
        })
        .catch(reject)
    })
  } finally {
    await api.disconnect()
  }
}
