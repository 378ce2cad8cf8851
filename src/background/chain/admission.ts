/** Which chain is talked to: pinned for the public networks, agreed to by a person for nodes on this computer. */
import type { Hash } from '#shared/domain/bytes.ts'
import { WalletError } from '#shared/domain/errors.ts'
import { NETWORKS, type Url } from '#shared/domain/network.ts'
import type { ChainStatus } from '#shared/domain/portfolio.ts'
import type { ChainChoice } from './chain.ts'

export type Refused = Extract<ChainStatus, { kind: 'wrong-chain' | 'untrusted' }>

/** A chain that is not to be talked to, and how it is told. */
export class NotAdmitted extends Error {
  readonly status: Refused
  constructor(status: Refused) {
    super(status.kind)
    this.status = status
  }
}

/** @throws NotAdmitted unless this is the chain that was meant */
export function admit({ network, trustedLocal }: ChainChoice, endpoint: Url, got: Hash): void {
  const pinned = NETWORKS[network].genesis
  if (pinned !== undefined) {
    if (got === pinned) return
    throw new NotAdmitted({ kind: 'wrong-chain', network, endpoint, expected: pinned, got })
  }
  const before = Object.hasOwn(trustedLocal, endpoint) ? (trustedLocal[endpoint] ?? null) : null
  if (before !== got) throw new NotAdmitted({ kind: 'untrusted', network, endpoint, genesis: got, before })
}

/** Whether a connection to `url` made under one choice has to be made anew under another. */
export function differs(before: ChainChoice, next: ChainChoice, url: Url): boolean {
  return (
    before.network !== next.network ||
    before.endpoints.join() !== next.endpoints.join() ||
    (NETWORKS[next.network].genesis === undefined && before.trustedLocal[url] !== next.trustedLocal[url])
  )
}

/** What a question is answered with while there is no connection. */
export function failureOf(status: ChainStatus): WalletError {
  if (status.kind === 'wrong-chain')
    return new WalletError('wrong-chain', { expected: status.expected, got: status.got })
  if (status.kind === 'untrusted')
    return new WalletError('wrong-chain', {
      expected: status.before ?? 'none agreed to',
      got: status.genesis,
    })
  return new WalletError('offline')
}

/** Why an endpoint did not come into question, in the few words a status has room for. */
export function wordsOf(cause: unknown): string {
  if (cause instanceof WalletError && cause.code === 'timeout') return 'no answer'
  return cause instanceof NotAdmitted ? 'another chain' : 'no connection'
}
