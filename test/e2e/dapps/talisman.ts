/** A page that uses @talismn/connect-wallets. Its list of wallets is fixed: ours is added the way its own are made. */
import { BaseDotsamaWallet, getWallets } from '@talismn/connect-wallets'
import { firstTold, KEY, NAME, offer, type Told } from './dapp.ts'
import { sendWithApi, signWithSigner } from './with-api.ts'

class OurWallet extends BaseDotsamaWallet {
  override extensionName = KEY
  override title = 'Taokey'
}
const wallet = new OurWallet()

function signer() {
  if (wallet.signer === undefined) throw new Error('not connected')
  return wallet.signer
}

offer({
  connect: async () => {
    // None of the names it knows is taken by ours.
    const mistaken = getWallets().filter(({ installed }) => installed)
    if (mistaken.length > 0) throw new Error(`found as ${mistaken.map(({ title }) => title).join()}`)
    if (!wallet.installed) throw new Error('not found')
    await wallet.enable(NAME)
  },
  accounts: () => wallet.getAccounts(),
  subscribe: () =>
    firstTold(
      (listen: (accounts: readonly Told[]) => void) =>
        wallet.subscribeAccounts((accounts) => listen(accounts ?? [])),
      (stop) => stop(),
    ),
  send: (sending) => sendWithApi(signer(), sending),
  sign: (address, text) => signWithSigner(signer(), address, text),
  disconnect: async () => undefined,
})
