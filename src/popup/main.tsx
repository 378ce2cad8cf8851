/** The entry of the wallet's screens: wakes the worker, then has React read. */

import { walletMethods } from '#shared/protocol/popup-contract.ts'
import { chromePort, createBackground } from './background.ts'

const background = createBackground(walletMethods, {
  open: () => chromePort('wallet'),
  after: (ms, run) => void setTimeout(run, ms),
})
// Asked for before React is there, so that the answer and React arrive together.
for (const topic of ['vault', 'settings', 'accounts', 'portfolio', 'chain'] as const)
  background.watch(topic, () => undefined)

void import('./start.tsx').then(({ start }) => start(background))
