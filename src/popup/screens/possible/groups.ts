/** What can be done, by what it is about, in the order a person looks for it. Some of it has a page of its own. */
import { HandCoins, KeyRound, ListChecks, type LucideIcon, Scale, UsersRound } from 'lucide-react'
import type { Place } from '../../place.ts'

interface Page {
  readonly icon: LucideIcon
  readonly place: Place
  readonly title: string
  readonly about: string
  /** It is there where one of these can be done. */
  readonly needs: readonly string[]
}

export interface Group {
  readonly title: string
  readonly pages: readonly Page[]
  /** Of operations, each by its own form. */
  readonly ids: readonly string[]
}

/** Before the calls that do the same at any price. */
const PLANS: readonly Page[] = [
  {
    icon: ListChecks,
    place: { kind: 'plan', of: 'exit' },
    title: 'Take out several',
    about: 'A price limit for each, signed once',
    needs: ['remove-stake'],
  },
  {
    icon: Scale,
    place: { kind: 'plan', of: 'rebalance' },
    title: 'Rebalance',
    about: 'To shares you name, with limits',
    needs: ['add-stake', 'remove-stake', 'swap-stake'],
  },
]

/** Each stands for its operations: they begin on it, and not in this list. */
const PAGES: readonly Page[] = [
  {
    icon: UsersRound,
    place: { kind: 'powers' },
    title: 'Who may act for it',
    about: 'Proxies, and what each may do',
    needs: ['add-proxy', 'remove-proxy'],
  },
  {
    icon: KeyRound,
    place: { kind: 'key-swap' },
    title: 'Move to a new key',
    about: 'When this one may have been seen',
    needs: ['announce-coldkey-swap', 'swap-coldkey', 'clear-coldkey-swap', 'dispute-coldkey-swap'],
  },
  {
    icon: HandCoins,
    place: { kind: 'crowdloans' },
    title: 'Crowdloans',
    about: 'TAO gathered for one thing',
    needs: ['crowdloan-contribute', 'crowdloan-withdraw'],
  },
]

const GROUPS: readonly Group[] = [
  { title: 'TAO', pages: [], ids: ['transfer'] },
  {
    title: 'Stake',
    pages: PLANS,
    ids: ['add-stake', 'remove-stake', 'move-stake', 'swap-stake', 'transfer-stake', 'unstake-all'],
  },
  {
    title: 'Earnings',
    pages: [],
    ids: ['claim-root', 'claim-root-with-hotkey', 'stake-into-basket', 'set-auto-stake'],
  },
  {
    title: 'Locks',
    pages: [],
    ids: ['lock-stake', 'move-lock', 'set-perpetual-lock', 'set-reject-locked-alpha'],
  },
  { title: 'Hotkeys', pages: [], ids: ['register-hotkey', 'associate-hotkey'] },
]

/** What belongs to none of them stands last: nothing that can be done is left out. */
export function groupsOf(ids: readonly string[]): readonly Group[] {
  const known = new Set([...GROUPS.flatMap((group) => group.ids), ...PAGES.flatMap(({ needs }) => needs)])
  return [...GROUPS, { title: 'This account', pages: PAGES, ids: ids.filter((id) => !known.has(id)) }]
    .map(({ title, pages, ids: all }) => ({
      title,
      pages: pages.filter(({ needs }) => needs.some((id) => ids.includes(id))),
      ids: all.filter((id) => ids.includes(id)),
    }))
    .filter((group) => group.ids.length + group.pages.length > 0)
}
