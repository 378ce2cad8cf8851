/** A page that uses dedot, which leaves finding the wallet to the page. */
import type { InjectedSigner } from 'dedot/types'
import { createKept, firstTold, KEY, NAME, offer, type Told } from './dapp.ts'
import { signWithSigner } from './with-api.ts'
import { sendWithDedot } from './with-dedot.ts'

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
const { keep, there: wallet } = createKept<Injected>()

offer({
  connect: async () => {
    const found = await page.injectedWeb3?.[KEY]?.enable(NAME)
    if (found === undefined) throw new Error('not found')
    keep(found)
  },
  accounts: () => wallet().accounts.get(),
  subscribe: () => firstTold(wallet().accounts.subscribe, (stop) => stop()),
  send: (sending) => sendWithDedot(wallet().signer, sending),
  sign: (address, text) => signWithSigner(wallet().signer, address, text),
  disconnect: async () => undefined,
})
