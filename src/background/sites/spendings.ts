/** What has left for each site today: counted where it is signed, so that a limit of the day can be kept to. */
import type { ApprovalId } from '#shared/domain/approval.ts'
import type { Origin } from '#shared/domain/site.ts'
import { dayOf, type Ruled, spentOn, withSpent } from '#shared/domain/site-rules.ts'
import type { Rao } from '#shared/domain/units.ts'
import type { Store } from '../storage/area.ts'
import { keys } from '../storage/keys.ts'
import type { Permissions } from './permissions.ts'

export interface Spendings {
  /** The rules of a site and what has left for it today; null where it has none. */
  ruled(origin: Origin): Promise<Ruled | null>
  /** Counts what a site had signed; the same approval once. */
  note(origin: Origin, id: ApprovalId, amount: Rao): Promise<void>
}

interface Deps {
  readonly store: Store
  readonly permissions: Pick<Permissions, 'of'>
  readonly clock: () => number
}

export function createSpendings({ store, permissions, clock }: Deps): Spendings {
  return {
    ruled: async (origin) => {
      const site = await permissions.of(origin)
      if (site?.kind !== 'connected' || site.rules === undefined) return null
      const spending = (await store.get(keys.spendings))[origin]
      return { rules: site.rules, spent: spentOn(dayOf(clock()), spending) }
    },
    note: async (origin, id, amount) => {
      const day = dayOf(clock())
      await store.update(keys.spendings, (all) => {
        const today = Object.entries(all).filter(([, spending]) => spending.day === day)
        return { ...Object.fromEntries(today), [origin]: withSpent(all[origin], { day, id, amount }) }
      })
    },
  }
}
