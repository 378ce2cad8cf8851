/** `vault.*` of the popup contract: what is stored, and the lock. None of it carries a secret in the clear. */
import type { Handlers } from '#shared/protocol/contract.ts'
import type { walletMethods } from '#shared/protocol/popup-contract.ts'
import type { Store } from '../storage/area.ts'
import { keys } from '../storage/keys.ts'
import type { Keeper } from './keeper.ts'
import type { LockState } from './lock-state.ts'

type Names =
  | 'vault.read'
  | 'vault.attempts'
  | 'vault.store'
  | 'vault.lock'
  | 'vault.rawCopies'
  | 'vault.reset'

interface Deps {
  readonly keeper: Keeper
  readonly store: Store
  readonly lockState: LockState
  /** Tells pages that what they wait for will not come; after it nobody would know of them. */
  readonly turnAway: () => Promise<void>
  /** What lies apart from the store, and goes with it. */
  readonly caches: readonly { clear(): Promise<void> }[]
}

export function vaultHandlers({
  keeper,
  store,
  lockState,
  turnAway,
  caches,
}: Deps): Handlers<Pick<typeof walletMethods, Names>, unknown> {
  return {
    'vault.read': async () => ({ sealed: await keeper.read(), attempts: await store.get(keys.attempts) }),
    'vault.attempts': async ({ attempts }) => {
      await store.set(keys.attempts, attempts)
    },
    'vault.store': async ({ sealed }) => {
      await keeper.store(sealed)
    },
    'vault.lock': async () => {
      await lockState.lock()
    },
    'vault.rawCopies': async () => ({ copies: await keeper.rawCopies() }),
    'vault.reset': async () => {
      // A room that does not answer must not keep a person from starting over.
      const locking = lockState.lock()
      await Promise.allSettled([locking, turnAway()])
      await keeper.reset()
      for (const cache of caches) await cache.clear()
      await locking
    },
  }
}
