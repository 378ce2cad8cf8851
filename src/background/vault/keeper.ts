/** Keeps the sealed vault in two stores that fail apart, and never mistakes a lost vault for a new wallet. */
import { decode, encode, type Json } from '#shared/codec.ts'
import type { Account } from '#shared/domain/account.ts'
import { WalletError } from '#shared/domain/errors.ts'
import { SealedVault } from '#shared/domain/vault.ts'
import { type Store, value } from '../storage/area.ts'
import type { WithLock } from '../storage/browser.ts'
import { keys } from '../storage/keys.ts'
import type { Shelf } from '../storage/shelf.ts'
import { type Copy, judge, type Kept } from './copies.ts'

export interface Keeper {
  /** What is kept. Read once in a worker's life: the keeper is the one writer. */
  kept(): Promise<Kept>
  /** The vault, or null when there never was one. @throws WalletError `vault-damaged` */
  read(): Promise<SealedVault | null>
  /** The accounts of the stored vault; none while it is absent or damaged. */
  accounts(): Promise<readonly Account[]>
  /**
   * Keeps a vault in both stores and reads each back.
   * Asked again for the one that is kept it does the same again.
   * @throws WalletError `stale` for another vault, an older revision or an empty one over one that is not;
   * `storage-full` when either store would not keep it, and the vault before is then still the one that is kept
   */
  store(sealed: SealedVault): Promise<void>
  /** The newest revision was opened: the one before is no longer needed. */
  opened(): Promise<void>
  /** All copies as they lie, for a person to keep. */
  rawCopies(): Promise<readonly string[]>
  /** Forgets every copy. */
  reset(): Promise<void>
  onChange(listener: () => void): () => void
}

interface Deps {
  readonly store: Store
  /** `newest`, `previous` and `sentinel`, in IndexedDB. */
  readonly shelf: Shelf
  readonly withLock: WithLock
  readonly onDamage: (name: string, cause: unknown) => void
}

const SHELF = ['newest', 'previous', 'sentinel'] as const
/** Copies that did not read when another took their place: nothing a person could still need is destroyed. */
const SET_ASIDE = 'set-aside'

export function createKeeper({ store, shelf, withLock, onDamage }: Deps): Keeper {
  const listeners = new Set<() => void>()
  let examined: Promise<Kept> | undefined

  const copies = async (): Promise<readonly Copy[]> => {
    const [shelved, stored] = await Promise.all([readShelf(shelf), readStored(store)])
    return [...shelved, ...stored]
  }

  const examine = async (): Promise<Kept> => {
    const all = await copies()
    for (const copy of all) if (copy.kind === 'unread') onDamage(copy.name, copy.cause)
    const kept = judge(all)
    if (kept.kind !== 'whole') return kept
    if (kept.behind.length > 0)
      await heal(kept.sealed).catch((cause: unknown) => onDamage('healing a copy', cause))
    return kept
  }

  const heal = (sealed: SealedVault): Promise<void> =>
    withLock('vault', async () => {
      // What another write has brought meanwhile is newer than what this one read.
      const all = await copies()
      const now = judge(all)
      if (now.kind !== 'whole' || now.sealed.rev !== sealed.rev) return
      const garbage = all.flatMap((copy) => (copy.kind === 'garbage' ? [copy.raw] : []))
      if (garbage.length > 0) await shelf.put({ [SET_ASIDE]: garbage })
      if (now.behind.includes('shelf'))
        await shelf.put({ newest: encode(SealedVault, sealed), sentinel: true })
      if (now.behind.includes('stored')) await putStored(store, sealed)
    })

  const kept = (): Promise<Kept> => {
    examined ??= examine()
    return examined
  }

  const changed = (): void => {
    examined = undefined
    for (const listener of listeners) listener()
  }

  const read = async (): Promise<SealedVault | null> => {
    const now = await kept()
    if (now.kind === 'damaged') throw new WalletError('vault-damaged')
    return now.kind === 'whole' ? now.sealed : null
  }

  return {
    kept,
    read,
    accounts: async () => {
      const now = await kept()
      return now.kind === 'whole' ? now.sealed.accounts : []
    },
    store: (given) =>
      withLock('vault', async () => {
        const now = judge(await copies())
        // A worker that died between the two stores, or before it could answer: its window asks once more.
        const isAgain = now.kind === 'whole' && isSame(now.sealed, given)
        const sealed = isAgain ? now.sealed : given
        if (!isAgain && !mayFollow(now, sealed)) throw new WalletError('stale', { moved: 'vault' })
        const before = now.kind === 'whole' ? encode(SealedVault, now.sealed) : undefined
        const previous = isAgain ? {} : { previous: before }
        try {
          await shelf.put({ newest: encode(SealedVault, sealed), ...previous, sentinel: true })
          await checkBack(shelf.get(['newest']), sealed)
          await putStored(store, sealed)
          await checkBack(
            store.raw(keys.vault).then((raw) => [raw]),
            sealed,
          )
        } catch (cause) {
          // Both stores or neither: a person who is told that it failed must find the vault as it was.
          await Promise.all([
            shelf.put({ newest: before, sentinel: before === undefined ? undefined : true }),
            now.kind === 'whole' ? putStored(store, now.sealed) : putNothing(store),
          ]).catch((alsoFailed: unknown) => onDamage('taking a vault back', alsoFailed))
          throw new WalletError('storage-full', undefined, { cause })
        } finally {
          changed()
        }
      }),
    opened: () => withLock('vault', () => shelf.put({ previous: undefined })),
    rawCopies: async () => {
      const all = await copies()
      const [setAside] = await shelf.get([SET_ASIDE]).catch(() => [])
      const raws = all.flatMap((copy) => ('raw' in copy ? [copy.raw] : []))
      return [...raws, ...(Array.isArray(setAside) ? setAside : [])].map((raw) => JSON.stringify(raw))
    },
    reset: () =>
      withLock('vault', async () => {
        await shelf.clear()
        await store.reset()
        changed()
      }),
    onChange: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

/** Whether a vault may be kept after what is kept now. */
function mayFollow(now: Kept, next: SealedVault): boolean {
  if (now.kind !== 'whole') return now.kind === 'absent'
  const { vid, rev, items, accounts } = now.sealed
  const empties = next.items.length + next.accounts.length === 0 && items.length + accounts.length > 0
  return next.vid === vid && next.rev > rev && !empties
}

async function readShelf(shelf: Shelf): Promise<readonly Copy[]> {
  try {
    const [newest, previous, sentinel] = await shelf.get(SHELF)
    return [
      copyOf('shelf', newest),
      ...(previous === undefined ? [] : [copyOf('previous', previous)]),
      { kind: 'sentinel', name: 'shelf', had: sentinel !== undefined },
    ]
  } catch (cause) {
    return [{ kind: 'unread', name: 'shelf', cause }]
  }
}

async function readStored(store: Store): Promise<readonly Copy[]> {
  try {
    const [raw, had] = await Promise.all([store.raw(keys.vault), store.raw(keys.hadVault)])
    const sentinel = { kind: 'sentinel', name: 'stored', had: had !== undefined && had !== false } as const
    return [copyOf('stored', raw ?? undefined), sentinel]
  } catch (cause) {
    return [{ kind: 'unread', name: 'stored', cause }]
  }
}

function copyOf(name: 'shelf' | 'stored' | 'previous', raw: unknown): Copy {
  if (raw === undefined) return { kind: 'empty', name }
  try {
    return { kind: 'sealed', name, sealed: decode(SealedVault, raw), raw }
  } catch {
    return { kind: 'garbage', name, raw }
  }
}

function putStored(store: Store, sealed: SealedVault): Promise<void> {
  return store.setTogether('local', [
    value(keys.vault, encode(SealedVault, sealed)),
    value(keys.hadVault, true),
  ])
}

function putNothing(store: Store): Promise<void> {
  return store.setTogether('local', [value(keys.vault, null), value(keys.hadVault, false)])
}

/** Revision and MAC tell any two vaults apart. */
function isSame(a: SealedVault, b: SealedVault): boolean {
  return a.rev === b.rev && a.mac === b.mac
}

/** What was written must read as what it was. */
async function checkBack(reading: Promise<readonly unknown[]>, sealed: SealedVault): Promise<void> {
  const [raw] = await reading
  if (!isSame(decode(SealedVault, raw as Json), sealed)) throw new Error('read back as another vault')
}
