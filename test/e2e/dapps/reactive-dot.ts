/** A page that uses @reactive-dot/core over polkadot-api. */
import { type InjectedWallet, InjectedWalletProvider } from '@reactive-dot/core/wallets.js'
import { firstTold, KEY, NAME, offer } from './dapp.ts'
import { sendWithPapi, signWithPapi } from './with-papi.ts'

const kept: { wallet?: InjectedWallet } = {}

function wallet(): InjectedWallet {
  if (kept.wallet === undefined) throw new Error('not connected')
  return kept.wallet
}

function signerOf(address: string) {
  const account = wallet()
    .getAccounts()
    .find((each) => each.address === address)
  if (account === undefined) throw new Error('no such account')
  return account.polkadotSigner
}

offer({
  connect: async () => {
    const wallets = await new InjectedWalletProvider({ originName: NAME }).getWallets()
    const found = wallets.find(({ name }) => name === KEY)
    if (found === undefined) throw new Error('not found')
    await found.connect()
    kept.wallet = found
  },
  accounts: async () => wallet().getAccounts(),
  subscribe: () =>
    firstTold(
      (listen: (accounts: ReturnType<InjectedWallet['getAccounts']>) => void) =>
        wallet().accounts$.subscribe((accounts) => listen(accounts as never)),
      (subscription) => subscription.unsubscribe(),
    ),
  send: (sending) => sendWithPapi(signerOf(sending.from), sending),
  sign: (address, text) => signWithPapi(signerOf(address), text),
  disconnect: async () => wallet().disconnect(),
})
