/** What can be done, by what it is about, in the order a person looks for it. Some of it has a page of its own. */
import type { Place } from '../../place.ts'

/** A page stands for the operations that begin on it. */
interface Page {
  readonly place: Place
  readonly title: string
  readonly about: string
  readonly ids: readonly string[]
}

export interface Group {
  readonly title: string
  /** Of operations, each by its own form. */
  readonly ids: readonly string[]
  readonly pages: readonly Page[]
}

const PAGES: readonly Page[] = [
  {
    place: { kind: 'powers' },
    title: 'Who may act for it',
    about: 'Proxies: keys that sign what counts as yours, and what each may do',
    ids: ['add-proxy', 'remove-proxy'],
  },
  {
    place: { kind: 'key-swap' },
    title: 'Move to a new key',
    about: 'When a key may have been seen: announce, wait, carry out, or stop it',
    ids: ['announce-coldkey-swap', 'swap-coldkey', 'clear-coldkey-swap', 'dispute-coldkey-swap'],
  },
  {
    place: { kind: 'crowdloans' },
    title: 'Crowdloans',
    about: 'TAO gathered for one thing, a subnet for instance',
    ids: ['crowdloan-contribute', 'crowdloan-withdraw'],
  },
]

const GROUPS: readonly { readonly title: string; readonly ids: readonly string[] }[] = [
  { title: 'TAO', ids: ['transfer'] },
  {
    title: 'Stake',
    ids: ['add-stake', 'remove-stake', 'unstake-all', 'move-stake', 'swap-stake', 'transfer-stake'],
  },
  { title: 'Earnings', ids: ['claim-root', 'claim-root-with-hotkey', 'stake-into-basket', 'set-auto-stake'] },
  { title: 'Locks', ids: ['lock-stake', 'move-lock', 'set-perpetual-lock', 'set-reject-locked-alpha'] },
  { title: 'Hotkeys', ids: ['register-hotkey', 'associate-hotkey'] },
]

/** What belongs to none of them stands last: nothing that can be done is left out. */
export function groupsOf(ids: readonly string[]): readonly Group[] {
  const pages = PAGES.filter((page) => page.ids.some((id) => ids.includes(id)))
  const known = new Set([...GROUPS, ...PAGES].flatMap((each) => each.ids))
  return [
    ...GROUPS.map(({ title, ids: all }) => ({ title, ids: all.filter((id) => ids.includes(id)), pages: [] })),
    { title: 'This account', ids: ids.filter((id) => !known.has(id)), pages },
  ].filter((group) => group.ids.length + group.pages.length > 0)
}
