/** Sites that a person keeps turning away: after three times in ten minutes nobody is asked for ten more. */
import type { Origin } from '#shared/domain/site.ts'
import type { Store } from '../storage/area.ts'
import { keys, type Refused } from '../storage/keys.ts'

export interface Refusals {
  /** A request to connect was turned away. */
  note(origin: Origin): Promise<void>
  isSilent(origin: Origin): Promise<boolean>
  /** The site was let in. */
  forget(origin: Origin): Promise<void>
}

const MOST = 3
const WITHIN_MS = 10 * 60_000
const SILENCE_MS = 10 * 60_000

export function createRefusals({
  store,
  clock,
}: {
  readonly store: Store
  readonly clock: () => number
}): Refusals {
  const still = (all: Readonly<Record<string, Refused>>): Record<string, Refused> =>
    Object.fromEntries(
      Object.entries(all).flatMap(([origin, { times, silentUntil }]) => {
        const recent = times.filter((time) => clock() - time < WITHIN_MS)
        return recent.length > 0 || silentUntil > clock() ? [[origin, { times: recent, silentUntil }]] : []
      }),
    )
  return {
    note: async (origin) => {
      await store.update(keys.refusals, (all) => {
        const kept = still(all)
        const { times, silentUntil } = kept[origin] ?? { times: [], silentUntil: 0 }
        const now = [...times, clock()]
        const isEnough = now.length >= MOST
        const next = isEnough ? { times: [], silentUntil: clock() + SILENCE_MS } : { times: now, silentUntil }
        return { ...kept, [origin]: next }
      })
    },
    isSilent: async (origin) => ((await store.get(keys.refusals))[origin]?.silentUntil ?? 0) > clock(),
    forget: async (origin) => {
      await store.update(keys.refusals, ({ [origin]: gone, ...rest }) => rest)
    },
  }
}
