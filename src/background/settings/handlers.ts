/** `settings.set`, and what a person agrees to about the chain. */
import { WalletError } from '#shared/domain/errors.ts'
import type { Settings } from '#shared/domain/settings.ts'
import type { Handlers } from '#shared/protocol/contract.ts'
import type { walletMethods } from '#shared/protocol/popup-contract.ts'
import type { Approvals } from '../approvals/approvals.ts'
import type { Chain } from '../chain/chain.ts'
import type { Store } from '../storage/area.ts'
import { keys } from '../storage/keys.ts'
import type { Keeper } from '../vault/keeper.ts'
import { checkSettings } from './rules.ts'

type Names = 'settings.set' | 'chain.trustLocal' | 'chain.reconnect'

interface Deps {
  readonly store: Store
  readonly keeper: Keeper
  readonly approvals: Approvals
  readonly chain: Pick<Chain, 'status' | 'reconnect'>
}

export function settingsHandlers({
  store,
  keeper,
  approvals,
  chain,
}: Deps): Handlers<Pick<typeof walletMethods, Names>> {
  return {
    'settings.set': async ({ settings }) => {
      const accounts = await keeper.accounts()
      const before = await store.get(keys.settings)
      const wanted = merged(before, settings)
      checkSettings(wanted, before, accounts)
      // Before anything changes: nothing may be agreed to on another network or account than it was asked on.
      if (wanted.network !== before.network || wanted.account !== before.account)
        await approvals.rejectOwn('switch')
      await store.update(keys.settings, (now) => {
        const next = merged(now, settings)
        checkSettings(next, now, accounts)
        return next
      })
    },
    'chain.trustLocal': async ({ endpoint, genesis }) => {
      const status = chain.status()
      const isShown =
        status.kind === 'untrusted' && status.endpoint === endpoint && status.genesis === genesis
      if (!isShown) throw new WalletError('stale', { moved: 'consent' })
      await store.update(keys.settings, (now) => ({
        ...now,
        trustedLocal: { ...now.trustedLocal, [endpoint]: genesis },
      }))
    },
    'chain.reconnect': async () => {
      chain.reconnect()
    },
  }
}

type Some = { readonly [K in keyof Settings]?: Settings[K] | undefined }

/** A field that was left out stays as it is. */
function merged(now: Settings, some: Some): Settings {
  const given = Object.entries(some).filter(([, value]) => value !== undefined)
  return { ...now, ...(Object.fromEntries(given) as Partial<Settings>) }
}
