/** A page that uses @reactive-dot/core over polkadot-api. */
import { type InjectedWallet, InjectedWalletProvider } from '@reactive-dot/core/wallets.js'
import { createKept, firstTold, KEY, NAME, offer } from './dapp.ts'
import { sendWithPapi, signerAmong, signWithPapi } from './with-papi.ts'

const { keep, there: wallet } = createKept<InjectedWallet>()

offer({
  connect: async () => {
    const wallets = await new InjectedWalletProvider({ originName: NAME }).getWallets()
    const found = wallets.find(({ name }) => name === KEY)
    if (found === undefined) throw new Error('not found')
    await found.connect()
    keep(found)
  },
  accounts: async () => wallet().getAccounts(),
  subscribe: () =>
    firstTold(
      (listen: (accounts: ReturnType<InjectedWallet['getAccounts']>) => void) =>
        wallet().accounts$.subscribe((accounts) => listen(accounts as never)),
      (subscription) => subscription.unsubscribe(),
    ),
  send: (sending) => sendWithPapi(signerAmong(wallet().getAccounts(), sending.from), sending),
  sign: (address, text) => signWithPapi(signerAmong(wallet().getAccounts(), address), text),
  disconnect: async () => wallet().disconnect(),
})
