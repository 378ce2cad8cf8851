/** The entry of the review: its own role, and nothing in its address. Asks worker and room for what is in front, then has React read. */

import { approveMethods } from '#shared/protocol/popup-contract.ts'
import { vaultApproveMethods } from '#shared/protocol/vault-contract.ts'
import { chromePort, createBackground } from './background.ts'
import { readAhead } from './read-ahead.ts'
import { createVault } from './vault.ts'

const background = createBackground(approveMethods, {
  open: () => chromePort('approve'),
  after: (ms, run) => void setTimeout(run, ms),
})
const room = createVault(vaultApproveMethods)
const scope = background.call['approvals.here'](undefined).then((here) =>
  here.ok && here.value.isOwnWindow ? 'sites' : 'all',
)
// Asked for before React is there, so that the answers and React arrive together.
for (const topic of ['accounts', 'contacts', 'settings'] as const) background.watch(topic, () => undefined)
void room.open()
const ahead = readAhead({ background: background.call, room: room.call }, background, scope)

void Promise.all([import('./review-start.tsx'), scope]).then(([{ start }, known]) =>
  start({ background, room, scope: known, ahead }),
)
