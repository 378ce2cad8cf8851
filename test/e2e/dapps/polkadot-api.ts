/** A page that uses polkadot-api alone. */
import {
  connectInjectedExtension,
  getInjectedExtensions,
  type InjectedExtension,
} from 'polkadot-api/pjs-signer'
import { createKept, KEY, NAME, offer } from './dapp.ts'
import { sendWithPapi, signerAmong, signWithPapi } from './with-papi.ts'

const { keep, there: extension } = createKept<InjectedExtension>()

offer({
  connect: async () => {
    if (!getInjectedExtensions().includes(KEY)) throw new Error('not found')
    keep(await connectInjectedExtension(KEY, NAME))
  },
  accounts: async () => extension().getAccounts(),
  // It tells of changes only; what there is it knows from when it connected.
  subscribe: async () => {
    extension().subscribe(() => undefined)()
    return extension().getAccounts()
  },
  send: (sending) => sendWithPapi(signerAmong(extension().getAccounts(), sending.from), sending),
  sign: (address, text) => signWithPapi(signerAmong(extension().getAccounts(), address), text),
  disconnect: async () => extension().disconnect(),
})
