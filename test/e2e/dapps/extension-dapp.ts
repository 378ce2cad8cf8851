/** A page that uses @polkadot/extension-dapp and @polkadot/api. */

import type { Signer } from '@polkadot/api/types'
import {
  web3Accounts,
  web3AccountsSubscribe,
  web3Enable,
  web3FromAddress,
  web3FromSource,
} from '@polkadot/extension-dapp'
import { firstTold, KEY, NAME, offer, type Told } from './dapp.ts'
import { sendWithApi, signWithSigner } from './with-api.ts'

const told = (accounts: readonly { address: string; meta: { name?: string | undefined } }[]): Told[] =>
  accounts.map(({ address, meta: { name } }) => ({ address, name }))

const signerOf = async (address: string): Promise<Signer> =>
  (await web3FromAddress(address)).signer as unknown as Signer

offer({
  connect: async () => {
    const [found, ...more] = await web3Enable(NAME)
    if (found?.name !== KEY || more.length > 0) throw new Error('not found')
    const { version } = await web3FromSource(KEY)
    if (version !== found.version) throw new Error('another version')
  },
  accounts: async () => told(await web3Accounts()),
  subscribe: async () =>
    told(
      await firstTold(
        (listen: Parameters<typeof web3AccountsSubscribe>[0]) => web3AccountsSubscribe(listen),
        (stop) => stop(),
      ),
    ),
  send: async (sending) => sendWithApi(await signerOf(sending.from), sending),
  sign: async (address, text) => signWithSigner(await signerOf(address), address, text),
  disconnect: async () => undefined,
})
