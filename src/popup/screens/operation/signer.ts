/** Whose form an operation's is. */
import type { Account } from '#shared/domain/account.ts'
import type { Address } from '#shared/domain/address.ts'
import { frontOf, shownAccounts } from '../home/holdings.ts'

/** The account in front, or where all are in view the first that can sign if that one cannot. */
export function signerOf(
  accounts: readonly Account[],
  { chosen, isAnyones }: { readonly chosen: Address | null; readonly isAnyones: boolean },
): Account | undefined {
  const front = frontOf(accounts, chosen)
  if (front?.kind === 'local' || !isAnyones) return front
  return shownAccounts(accounts).find(({ kind }) => kind === 'local') ?? front
}
