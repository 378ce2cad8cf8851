/** A page that uses @polkadot-onboard/injected-wallets. */
import type { Signer } from '@polkadot/api/types'
import { type BaseWallet, WalletAggregator } from '@polkadot-onboard/core'
import { InjectedWalletProvider } from '@polkadot-onboard/injected-wallets'
import { createKept, firstTold, KEY, NAME, offer, type Told } from './dapp.ts'
import { sendWithApi, signWithSigner } from './with-api.ts'

const { keep, there: wallet } = createKept<BaseWallet>()

function signer(): Signer {
  const found = wallet().signer
  if (found === undefined) throw new Error('no signer')
  return found as unknown as Signer
}

offer({
  connect: async () => {
    const wallets = await new WalletAggregator([new InjectedWalletProvider({}, NAME)]).getWallets()
    const found = wallets.find(({ metadata }) => metadata.id === KEY)
    if (found === undefined) throw new Error('not found')
    await found.connect()
    keep(found)
  },
  accounts: () => wallet().getAccounts(),
  subscribe: () =>
    firstTold(
      (listen: (accounts: readonly Told[]) => void) => wallet().subscribeAccounts(listen),
      (stop) => stop(),
    ),
  send: (sending) => sendWithApi(signer(), sending),
  sign: (address, text) => signWithSigner(signer(), address, text),
  disconnect: () => wallet().disconnect(),
})
