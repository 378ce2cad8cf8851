/** Where the built documents and the worker stand in the extension; every check of a sender compares with these exact paths. */

import type { RoomRole } from './room-messages.ts'

/** The worker's script, in the root: its scope is then the whole extension. */
export const WORKER_SCRIPT = '/worker.js'

/** What the worker loads after its first answers. */
export const LATER_SCRIPT = '/worker-later.js'

/** The bridge, which is the offscreen document. */
export const BRIDGE_PAGE = '/bridge/bridge.html'

/** The sandboxed page that starts the room's worker; only the bridge frames it. */
export const VAULT_PAGE = '/vault/page.html'

/** The wallet's own screens. */
export const WALLET_PAGE = '/popup/index.html'

/** The review of anything to be signed. */
export const APPROVE_PAGE = '/popup/approve.html'

/** Which role a document of ours has, by its exact path; undefined for one that has none. */
export function roleOfPath(path: string): RoomRole | undefined {
  if (path === WALLET_PAGE) return 'wallet'
  if (path === APPROVE_PAGE) return 'approve'
  return undefined
}
