/** Changes to the list of accounts, each as the whole list that the room is asked to agree to. */
import type { Account } from '#shared/domain/account.ts'
import type { Address } from '#shared/domain/address.ts'

/** One place up (-1) or down (1); the same list at an end. */
export function moved<T>(list: readonly T[], at: number, step: -1 | 1): readonly T[] {
  const to = at + step
  const item = list[at]
  if (item === undefined || to < 0 || to >= list.length) return list
  const rest = list.toSpliced(at, 1)
  return rest.toSpliced(to, 0, item)
}

/** To the head of the list; the others keep their order. */
export function toTop<T>(list: readonly T[], at: number): readonly T[] {
  return [...list.slice(at, at + 1), ...list.toSpliced(at, 1)]
}

export function renamed(accounts: readonly Account[], address: Address, name: string): readonly Account[] {
  return accounts.map((account) => (account.address === address ? { ...account, name } : account))
}

export function withHidden(
  accounts: readonly Account[],
  address: Address,
  hidden: boolean,
): readonly Account[] {
  return accounts.map((account) => (account.address === address ? { ...account, hidden } : account))
}

export function without(accounts: readonly Account[], address: Address): readonly Account[] {
  return accounts.filter((account) => account.address !== address)
}

/** What goes with an account: nothing for a watched one, its secret for the last account of one. */
export function whatGoes(accounts: readonly Account[], account: Account): 'address' | 'path' | 'secret' {
  if (account.kind === 'watch') return 'address'
  const kin = accounts.filter((other) => other.kind === 'local' && other.secret === account.secret)
  return kin.length > 1 ? 'path' : 'secret'
}

/** Secrets to derive from, each by the name of its first account. */
export function secretsOf(
  accounts: readonly Account[],
): readonly { readonly secret: Extract<Account, { kind: 'local' }>['secret']; readonly name: string }[] {
  const seen = new Map<string, { secret: Extract<Account, { kind: 'local' }>['secret']; name: string }>()
  for (const account of accounts)
    if (account.kind === 'local' && !seen.has(account.secret))
      seen.set(account.secret, { secret: account.secret, name: account.name })
  return [...seen.values()]
}

/** `//1`, `//2`, …: the first hard number this secret has no account at yet. */
export function nextPath(accounts: readonly Account[], secret: string): string {
  const taken = new Set(
    accounts.flatMap((account) =>
      account.kind === 'local' && account.secret === secret ? [account.path] : [],
    ),
  )
  let number = 1
  while (taken.has(`//${number}`)) number += 1
  return `//${number}`
}
