/** A page with @polkadot/extension-dapp that finds three wallets: ours, one that is broken, and one that works. */
import { web3Enable } from '@polkadot/extension-dapp'
import { NAME } from './dapp.ts'

const other = {
  accounts: { get: async () => [], subscribe: () => () => undefined },
  signer: {},
}
const page = globalThis as typeof globalThis & { injectedWeb3?: object }
Object.assign(page.injectedWeb3 ?? {}, {
  broken: { version: '1.0.0', enable: () => Promise.reject(new Error('broken')) },
  other: { version: '1.0.0', enable: async () => other },
})

/** The names of those the library comes back with. */
async function enable(): Promise<readonly string[]> {
  return (await web3Enable(NAME)).map(({ name }) => name)
}
Object.assign(globalThis, { enable })
