/** Operations by what they are about, in the order a person looks for them. */

interface Group {
  readonly title: string
  readonly ids: readonly string[]
}

const GROUPS: readonly Group[] = [
  { title: 'TAO', ids: ['transfer'] },
  {
    title: 'Stake',
    ids: [
      'add-stake',
      'remove-stake',
      'unstake-all',
      'unstake-all-alpha',
      'move-stake',
      'swap-stake',
      'transfer-stake',
    ],
  },
  {
    title: 'Earnings',
    ids: ['claim-root', 'claim-root-with-hotkey', 'stake-into-basket', 'set-auto-stake', 'auto-stake'],
  },
  { title: 'Locks', ids: ['lock-stake', 'move-lock', 'set-perpetual-lock', 'accept-locked'] },
  { title: 'Hotkeys', ids: ['register', 'register-hotkey', 'associate-hotkey'] },
]

/** What belongs to none of them stands last: nothing that can be done is left out. */
export function groupsOf(ids: readonly string[]): readonly Group[] {
  const named = GROUPS.map(({ title, ids: all }) => ({ title, ids: all.filter((id) => ids.includes(id)) }))
  const known = new Set(GROUPS.flatMap((group) => group.ids))
  return [...named, { title: 'This account', ids: ids.filter((id) => !known.has(id)) }].filter(
    (group) => group.ids.length > 0,
  )
}
