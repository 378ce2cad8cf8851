/** A page that uses @luno-kit/core. Its list of wallets is fixed: ours is a connector made the way its own are. */
import { InjectConnector, polkadotjsConnector, talismanConnector } from '@luno-kit/core/connectors'
import type { InjectedSigner } from 'dedot/types'
import { KEY, NAME, offer, type Told } from './dapp.ts'
import { sendWithDedot } from './with-dedot.ts'

const connector = new InjectConnector({ id: KEY, name: 'Taokey', icon: '', links: {} })
const heard: { told?: readonly Told[] } = {}
connector.on('connect', (accounts: readonly Told[]) => {
  heard.told = accounts
})

offer({
  connect: async () => {
    // None of the names it knows is taken by ours.
    if (polkadotjsConnector().isInstalled() || talismanConnector().isInstalled())
      throw new Error('found as another')
    if (!connector.isInstalled()) throw new Error('not found')
    await connector.connect(NAME)
  },
  accounts: () => connector.getAccounts(),
  // It subscribes by itself, and tells of what it saw first when it is connected.
  subscribe: async () => heard.told ?? [],
  send: async (sending) => {
    const signer = await connector.getSigner()
    if (signer === undefined) throw new Error('not connected')
    return sendWithDedot(signer as InjectedSigner, sending)
  },
  sign: async (address, text) => {
    const signature = await connector.signMessage(text, address)
    if (signature === undefined) throw new Error('it signs no messages')
    return signature
  },
  disconnect: async () => {
    await connector.disconnect()
    if ((await connector.getAccounts()).length > 0) throw new Error('still connected')
  },
})
