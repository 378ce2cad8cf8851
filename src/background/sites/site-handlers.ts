/** The methods of a page: what it is told at once, and what a person is asked for. */

import type { Address } from '#shared/domain/address.ts'
import type { Approval, ApprovalOf, ApprovalRequest } from '#shared/domain/approval.ts'
import { isOf } from '#shared/domain/approval.ts'
import { WalletError } from '#shared/domain/errors.ts'
import { CLAIM_LIMIT, type Origin, type ReplyAddress } from '#shared/domain/site.ts'
import { readSiteMessage } from '#shared/domain/site-message.ts'
import { readSitePayload } from '#shared/domain/site-payload.ts'
import type { SiteRefusal } from '#shared/domain/site-refusal.ts'
import { cleanText } from '#shared/domain/untrusted.ts'
import {
  BUSY,
  blocked,
  CONNECT_REJECTED,
  notEnabled,
  notShared,
  type SiteAnswer,
  type SiteError,
  type SiteMethod,
  UNSUPPORTED,
} from '#shared/protocol/site-contract.ts'
import { wrapCollision } from '#shared/runtime/wrap-collision.ts'
import type { Approvals } from '../approvals/approvals.ts'
import { Crowded, checkRoom, lengthOf, MOST_PER_SITE } from '../approvals/crowding.ts'
import { isAway } from '../away.ts'
import type { Chain, LiveRuntime } from '../chain/chain.ts'
import type { SiteCaller } from '../doors/site-caller.ts'
import { type PayloadChain, readPayload } from '../signing/read-payload.ts'
import type { Store } from '../storage/area.ts'
import type { WithLock } from '../storage/browser.ts'
import { keys } from '../storage/keys.ts'
import { answer, errorOf, injected, refusal } from './answers.ts'
import type { Permissions } from './permissions.ts'
import type { Refusals } from './refusals.ts'
import type { Subscribers } from './subscribers.ts'

/** One request of one document. `input` is what the page gave, as plain data. */
interface Asking {
  readonly caller: SiteCaller
  readonly id: string
  readonly input: unknown
}

/** The answer, or `taken`: it is stored, and a person decides. */
type Outcome = SiteAnswer | 'taken'
export type SiteHandlers = Readonly<Record<SiteMethod, (asking: Asking) => Promise<Outcome>>>

interface Deps {
  readonly chain: PayloadChain & Pick<Chain, 'live' | 'status'>
  readonly approvals: Approvals
  readonly permissions: Permissions
  readonly refusals: Refusals
  readonly subscribers: Subscribers
  readonly store: Store
  readonly withLock: WithLock
}

export function siteHandlers(deps: Deps): SiteHandlers {
  const { chain, approvals, permissions, refusals, subscribers, store, withLock } = deps

  /** Why a site that is not connected is not served; undefined for one that is. */
  const notServed = async (origin: Origin): Promise<SiteError | undefined> => {
    const site = await permissions.of(origin)
    if (site?.kind === 'blocked') return blocked(origin)
    if ((await permissions.accounts(origin)).length === 0) return notEnabled(origin)
    await permissions.touch(origin)
    return undefined
  }

  const ask = async (request: ApprovalRequest, origin: Origin): Promise<Outcome> => {
    const { network } = await store.get(keys.settings)
    try {
      const length = lengthOf([{ request, state: { kind: 'pending' } }])
      await approvals.ask(request, network, (all) => checkRoom(all, { origin, length }))
      return 'taken'
    } catch (cause) {
      if (cause instanceof Crowded || (cause instanceof WalletError && cause.code === 'storage-full'))
        return refusal(BUSY)
      throw cause
    }
  }

  const connect = async ({ caller, id, input }: Asking): Promise<Outcome> => {
    const { origin } = caller
    // What waits is looked up first: if it is decided meanwhile, what was decided is seen next.
    const present = (await approvals.list()).find((each) => isConnectOf(each, origin))
    const site = await permissions.of(origin)
    if (site?.kind === 'blocked') return refusal(blocked(origin))
    if ((await permissions.accounts(origin)).length > 0) {
      await permissions.touch(origin)
      return answer(null)
    }
    if (await refusals.isSilent(origin)) return refusal(CONNECT_REJECTED)
    const reply = replyTo(caller, id)
    if (present !== undefined) {
      if (present.request.replies.length >= MOST_PER_SITE) return refusal(BUSY)
      return (await approvals.join(present.id, reply)) ? 'taken' : connect({ caller, id, input })
    }
    const claimed = typeof input === 'string' ? cleanText(input, CLAIM_LIMIT) : ''
    return ask({ kind: 'connect', origin, replies: [reply], claimed }, origin)
  }

  /** Whether the site may have this account sign. Watched, hidden from it, or not there at all: it hears the same. */
  const mayUse = async (origin: Origin, address: Address): Promise<boolean> =>
    (await permissions.accounts(origin)).some((each) => each.address === address && each.kind === 'local')

  /** Undefined while no node can be asked. */
  const liveNow = async (): Promise<LiveRuntime | undefined> => {
    try {
      return await chain.live()
    } catch (cause) {
      if (isAway(cause)) return undefined
      throw cause
    }
  }

  const signPayload = async ({ caller, id, input }: Asking): Promise<Outcome> => {
    const { origin } = caller
    const refused = (cause: SiteRefusal): Outcome => refusal(errorOf(cause, origin))
    const shape = readSitePayload(input)
    if (!shape.ok) return refused(shape.error)
    if (!(await mayUse(origin, shape.value.address))) return refusal(notShared(origin))
    const read = await readPayload(input, chain)
    if (!read.ok) return refused(read.error)
    const { payload, live, birth } = read.value
    const { checksMetadata } = live
    const replies = [replyTo(caller, id)]
    return ask({ kind: 'payload', origin, replies, payload, checksMetadata, birth }, origin)
  }

  const signRaw = async ({ caller, id, input }: Asking): Promise<Outcome> => {
    const { origin } = caller
    const read = readSiteMessage(input)
    if (!read.ok) return refusal(errorOf(read.error, origin))
    const message = read.value
    if (!(await mayUse(origin, message.address))) return refusal(notShared(origin))
    // Not waited for: without a network a message is signed as well, and its review looks again.
    const live = chain.status().kind === 'online' ? await liveNow() : undefined
    if (live !== undefined && wrapCollision(live.runtime) !== undefined) return refusal(UNSUPPORTED)
    return ask({ kind: 'message', origin, replies: [replyTo(caller, id)], message }, origin)
  }

  /** For sites that are connected. */
  const served =
    (handle: (asking: Asking) => Promise<Outcome>) =>
    async (asking: Asking): Promise<Outcome> => {
      const error = await notServed(asking.caller.origin)
      return error === undefined ? handle(asking) : refusal(error)
    }

  const networks = async (): Promise<readonly object[]> => {
    const live = await liveNow()
    return live === undefined ? [] : [{ genesisHash: live.genesis, specVersion: live.spec }]
  }

  return {
    // One after the other: what a site's calls have in common is one request.
    enable: (asking) => withLock(`connect:${asking.caller.origin}`, () => connect(asking)),
    'accounts.get': served(async ({ caller, input }) =>
      answer(injected(await permissions.accounts(caller.origin), input === true)),
    ),
    'accounts.subscribe': async ({ caller }) => {
      await subscribers.add(caller)
      return answer(injected(await permissions.accounts(caller.origin)))
    },
    'accounts.unsubscribe': async ({ caller: { documentId } }) => {
      await subscribers.remove((each) => each.documentId === documentId)
      return answer(null)
    },
    'metadata.get': served(async () => answer(await networks())),
    // Metadata decides what a person reads, so it comes from the chain and never from a page.
    'metadata.provide': served(async () => answer(false)),
    signPayload: served(signPayload),
    signRaw: served(signRaw),
  }
}

function replyTo({ tabId, documentId }: SiteCaller, id: string): ReplyAddress {
  return { tabId, documentId, id }
}

function isConnectOf(approval: Approval, origin: Origin): approval is ApprovalOf<'connect'> {
  return approval.state.kind === 'pending' && isOf(approval, 'connect') && approval.request.origin === origin
}
