/** The entry of the wallet's screens: paints the last picture and wakes the worker, then has React read. */

import { walletMethods } from '#shared/protocol/popup-contract.ts'
import { chromePort, createBackground } from './background.ts'
import { paintFirstPicture } from './first-picture.ts'
import { recall } from './memory.ts'

const now = Date.now()
void paintFirstPicture({
  memory: recall(now),
  now,
  read: (names) => chrome.storage.local.get(names),
  preference: (name) => localStorage.getItem(name),
  document,
})

const background = createBackground(walletMethods, {
  open: () => chromePort('wallet'),
  after: (ms, run) => void setTimeout(run, ms),
})
// Asked for before React is there, so that the answer and React arrive together.
for (const topic of ['vault', 'settings', 'accounts', 'portfolio', 'chain'] as const)
  background.watch(topic, () => undefined)

void import('./start.tsx').then(({ start }) => start(background))
