/** What a runtime tells of many coldkeys in one call, asked once for each coldkey and block whoever asks, and for how many. */
import type { AccountKey } from '#shared/domain/address.ts'
import type { PlainReader, ReadingAt } from './plain.ts'
import { AVAILABILITY, type AvailabilityRow, type PlainApi, STAKES, type StakeRow } from './plain-reads.ts'
import type { Reading } from './reading.ts'

type Ask<T> = (of: readonly AccountKey[], at: ReadingAt) => Promise<readonly T[] | undefined>

/** Undefined where the runtime does not tell. */
export interface PerAccount {
  readonly stakes: Ask<StakeRow>
  readonly availability: Ask<AvailabilityRow>
}

export function createPerAccount(plain: PlainReader): PerAccount {
  return { stakes: oncePerBlock(STAKES, plain), availability: oncePerBlock(AVAILABILITY, plain) }
}

function oncePerBlock<T extends { readonly coldkey: AccountKey }>(
  read: PlainApi<readonly AccountKey[], readonly T[]>,
  plain: PlainReader,
): Ask<T> {
  const known = new WeakMap<Reading, Map<AccountKey, Promise<readonly T[] | undefined>>>()
  return async (of, at) => {
    const here = known.get(at.reading) ?? new Map<AccountKey, Promise<readonly T[] | undefined>>()
    known.set(at.reading, here)
    const missing = [...new Set(of)].filter((coldkey) => !here.has(coldkey))
    if (missing.length > 0) {
      const asked = plain.ask(read, missing, at)
      for (const coldkey of missing) {
        here.set(coldkey, asked)
        asked.catch(() => here.delete(coldkey))
      }
    }
    const wanted = new Set(of)
    const told: T[] = []
    for (const answer of await Promise.all(new Set(of.map((coldkey) => here.get(coldkey))))) {
      if (answer === undefined) return undefined
      told.push(...answer.filter(({ coldkey }) => wanted.has(coldkey)))
    }
    return told
  }
}
