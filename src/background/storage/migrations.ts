/** Brings what an earlier version stored into today's shape: one pure step per version, in order. */
import type { Json } from '#shared/codec.ts'
import type { StorageArea, WithLock } from './browser.ts'

/** Everything in local storage, by name. */
export type Stored = Readonly<Record<string, Json>>
/** From version n to n + 1. Gets a copy, and returns all of it. */
export type Step = (stored: Stored) => Stored

/** `STEPS[0]` leads from version 1 to version 2. */
const STEPS: readonly Step[] = [
  // The picture of what is held gained what is staked. It is read again at the next block.
  ({ portfolio: _, ...rest }) => rest,
]

const VERSION = 'schema'

/**
 * The stored values in the newest shape.
 * @throws when they are of a version that is not known yet: an older wallet must not write over a newer one's
 */
export function migrated(stored: Stored, steps: readonly Step[] = STEPS): Stored {
  const newest = steps.length + 1
  const version = stored[VERSION] ?? newest
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1 || version > newest)
    throw new Error('stored by a version of the wallet that this one does not know')
  const after = steps.slice(version - 1).reduce((before, step) => step(before), structuredClone(stored))
  return { ...after, [VERSION]: newest }
}

/** Migrates local storage in one write; a step that throws leaves everything as it was. */
export async function migrate(
  local: StorageArea,
  withLock: WithLock,
  steps: readonly Step[] = STEPS,
): Promise<void> {
  const isDone = async (): Promise<boolean> => (await local.get([VERSION]))[VERSION] === steps.length + 1
  // The newest version is written in the one step that migrates: who finds it there has no lock to wait for.
  if (await isDone()) return
  await withLock('migration', async () => {
    if (await isDone()) return
    const before = (await local.get(null)) as Stored
    const after = migrated(before, steps)
    await local.set(after)
    const gone = Object.keys(before).filter((name) => !(name in after))
    if (gone.length > 0) await local.remove(gone)
  })
}
