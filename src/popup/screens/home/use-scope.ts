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
  /** Whether the one in front can sign, or any of them where all are. */
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
  const scope = wantsAll && accounts.length > 1 ? 'all' : (front?.address ?? 'all')
  return {
    accounts,
    front,
    scope,
    network: settings?.network ?? 'finney',
    canSign: (scope === 'all' ? accounts : [front]).some((account) => account?.kind === 'local'),
    isNone: known !== undefined && accounts.length === 0,
  }
}
