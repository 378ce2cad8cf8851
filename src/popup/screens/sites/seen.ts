/** What a site sees of the wallet, in words. */
import type { Account } from '#shared/domain/account.ts'
import type { Origin, Site } from '#shared/domain/site.ts'

export function siteOf(sites: readonly Site[], origin: Origin): Site | undefined {
  return sites.find((site) => site.origin === origin)
}

/** The accounts of the wallet that a site sees. Of those that it was once shown, some may be gone. */
export function seenBy(site: Site | undefined, accounts: readonly Account[]): readonly Account[] {
  if (site?.kind !== 'connected') return []
  return accounts.filter(({ address }) => site.accounts.includes(address))
}

export function saySeen(site: Site | undefined, accounts: readonly Account[]): string {
  if (site === undefined) return 'not connected'
  if (site.kind === 'blocked') return 'blocked'
  const [first, ...more] = seenBy(site, accounts)
  if (first === undefined) return 'sees nothing'
  return more.length === 0 ? `sees ${first.name}` : `sees ${more.length + 1} accounts`
}

/** Connected ones first, those that were there last before the others; then the blocked, newest first. */
export function inOrder(sites: readonly Site[]): readonly Site[] {
  const rank = (site: Site): number => (site.kind === 'connected' ? 0 : 1)
  const moment = (site: Site): number => (site.kind === 'connected' ? site.used : site.since)
  return sites.toSorted((a, b) => rank(a) - rank(b) || moment(b) - moment(a))
}

/** Without what every site of the web has; what is served from this computer keeps its scheme. */
export function hostOf(origin: Origin): string {
  return origin.replace(/^https:\/\//, '')
}
