/** `sites.*` of the popup contract: what a person lets sites see, and takes back. */
import type { Origin } from '#shared/domain/site.ts'
import type { Handlers } from '#shared/protocol/contract.ts'
import type { walletMethods } from '#shared/protocol/popup-contract.ts'
import type { Approvals } from '../approvals/approvals.ts'
import type { Permissions } from './permissions.ts'

type Names = 'sites.setAccounts' | 'sites.setRules' | 'sites.forget' | 'sites.block' | 'sites.inFront'

interface Deps {
  readonly permissions: Permissions
  readonly approvals: Pick<Approvals, 'reject'>
  /** The site in the tab in front, as the browser names it; null for a page that cannot use the wallet. */
  readonly inFront: () => Promise<Origin | null>
}

export function sitesHandlers({
  permissions,
  approvals,
  inFront,
}: Deps): Handlers<Pick<typeof walletMethods, Names>> {
  return {
    // What a site may no longer have signed is rejected by whoever hears of the change.
    'sites.setAccounts': async ({ origin, accounts }) => {
      await permissions.setAccounts(origin, accounts)
    },
    'sites.setRules': async ({ origin, rules }) => {
      await permissions.setRules(origin, rules)
    },
    'sites.forget': async ({ origin }) => {
      await permissions.forget(origin)
    },
    'sites.block': async ({ origin }) => {
      await permissions.block(origin)
      await approvals.reject(
        ({ request }) => request.kind !== 'proposal' && request.origin === origin,
        'blocked',
      )
    },
    'sites.inFront': async () => ({ origin: await inFront() }),
  }
}
