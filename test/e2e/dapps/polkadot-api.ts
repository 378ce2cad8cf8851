/** A page that uses polkadot-api alone. */
import {
  connectInjectedExtension,
  getInjectedExtensions,
  type InjectedExtension,
} from 'polkadot-api/pjs-signer'
import { KEY, NAME, offer } from './dapp.ts'
import { sendWithPapi, signWithPapi } from './with-papi.ts'

const kept: { extension?: InjectedExtension } = {}

function extension(): InjectedExtension {
  if (kept.extension === undefined) throw new Error('not connected')
  return kept.extension
}

function signerOf(address: string) {
  const account = extension()
    .getAccounts()
    .find((each) => each.address === address)
  if (account === undefined) throw new Error('no such account')
  return account.polkadotSigner
}

offer({
  connect: async () => {
    if (!getInjectedExtensions().includes(KEY)) throw new Error('not found')
    kept.extension = await connectInjectedExtension(KEY, NAME)
  },
  accounts: async () => extension().getAccounts(),
  // It tells of changes only; what there is it knows from when it connected.
  subscribe: async () => {
    extension().subscribe(() => undefined)()
    return extension().getAccounts()
  },
  send: (sending) => sendWithPapi(signerOf(sending.from), sending),
  sign: (address, text) => signWithPapi(signerOf(address), text),
  disconnect: async () => extension().disconnect(),
})
