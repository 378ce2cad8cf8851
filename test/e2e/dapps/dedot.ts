/** A page that uses dedot, which leaves finding the wallet to the page. */
import { DedotClient, WsProvider } from 'dedot'
import type { InjectedSigner } from 'dedot/types'
import { firstTold, KEY, NAME, nodeUrl, offer, type Told } from './dapp.ts'
import { signWithSigner } from './with-api.ts'

interface Injected {
  readonly accounts: {
    get(): Promise<readonly Told[]>
    subscribe(listen: (accounts: readonly Told[]) => void): () => void
  }
  readonly signer: InjectedSigner
}

const page = globalThis as typeof globalThis & {
  injectedWeb3?: Record<string, { enable(name: string): Promise<Injected> } | undefined>
}
const kept: { wallet?: Injected } = {}

function wallet(): Injected {
  if (kept.wallet === undefined) throw new Error('not connected')
  return kept.wallet
}

offer({
  connect: async () => {
    const found = await page.injectedWeb3?.[KEY]?.enable(NAME)
    if (found === undefined) throw new Error('not found')
    kept.wallet = found
  },
  accounts: () => wallet().accounts.get(),
  subscribe: () => firstTold(wallet().accounts.subscribe, (stop) => stop()),
  send: async ({ from, to, rao }) => {
    const client = await DedotClient.new(new WsProvider(nodeUrl()))
    const states: string[] = []
    try {
      const { signer } = wallet()
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
  },
  sign: (address, text) => signWithSigner(wallet().signer, address, text),
  disconnect: async () => undefined,
})
