/** Whose holdings are in view: one account's, or those of all that are shown. */
import type { Account } from '#shared/domain/account.ts'
import type { NetworkId } from '#shared/domain/network.ts'
import { useTopic } from '../../use-topic.ts'
import { frontOf, type Scope, shownAccounts } from './holdings.ts'
import { usePreference } from './preferences.ts'

export interface InView {
  /** Those that are shown, in their order. */
  readonly accounts: readonly Account[]
  readonly front: Account | undefined
  readonly scope: Scope
  readonly network: NetworkId
  /** Whether any of them can sign. */
  readonly canSign: boolean
  /** Known to be none at all, which is more than not being known. */
  readonly isNone: boolean
}

export function useScope(): InView {
  const settings = useTopic('settings')
  const known = useTopic('accounts')
  const all = known ?? []
  const wantsAll = usePreference('all-accounts')
  const accounts = shownAccounts(all)
  const front = frontOf(all, settings?.account ?? null)
  return {
    accounts,
    front,
    scope: wantsAll && accounts.length > 1 ? 'all' : (front?.address ?? 'all'),
    network: settings?.network ?? 'finney',
    canSign: accounts.some(({ kind }) => kind === 'local'),
    isNone: known !== undefined && accounts.length === 0,
  }
}
