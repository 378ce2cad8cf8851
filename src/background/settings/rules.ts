/** What may be set: endpoints the policy lets the worker reach, accounts that are there, trust that was given elsewhere. */
import type { Account } from '#shared/domain/account.ts'
import { WalletError } from '#shared/domain/errors.ts'
import { isOnThisComputer, NETWORKS, type NetworkId } from '#shared/domain/network.ts'
import type { Settings } from '#shared/domain/settings.ts'

const MOST_LOCAL = 8

/** @throws WalletError `invalid-input` naming the setting and the rule it breaks */
export function checkSettings(next: Settings, before: Settings, accounts: readonly Account[]): void {
  for (const network of ['finney', 'test', 'local'] as const) checkEndpoints(network, next.endpoints[network])
  if (next.account !== before.account && !accounts.some(({ address }) => address === next.account))
    refuse('account', 'no account of this wallet')
  // Trust in a node is given where its genesis is shown, and only taken back here.
  for (const [endpoint, genesis] of Object.entries(next.trustedLocal))
    if (before.trustedLocal[endpoint] !== genesis) refuse('trustedLocal', 'only taken back')
}

function checkEndpoints(network: NetworkId, endpoints: readonly string[]): void {
  const field = `endpoints.${network}`
  if (endpoints.length === 0) refuse(field, 'at least one')
  if (new Set(endpoints).size !== endpoints.length) refuse(field, 'each once')
  if (network === 'local') {
    if (endpoints.length > MOST_LOCAL) refuse(field, `at most ${MOST_LOCAL}`)
    if (!endpoints.every(isOnThisComputer)) refuse(field, 'a node on this computer')
  } else {
    const builtIn: readonly string[] = NETWORKS[network].endpoints
    if (!endpoints.every((url) => builtIn.includes(url))) refuse(field, 'one of the built-in endpoints')
  }
}

function refuse(field: string, rule: string): never {
  throw new WalletError('invalid-input', { field, rule })
}
