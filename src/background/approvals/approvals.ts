/** What waits for a person's decision, as data in session storage: it outlives worker and window, and not the browser. */
import {
  APPROVAL_LIFE_MS,
  type Approval,
  type ApprovalId,
  type ApprovalRequest,
  type ApprovalState,
  settle,
} from '#shared/domain/approval.ts'
import { toHex } from '#shared/domain/bytes.ts'
import { WalletError } from '#shared/domain/errors.ts'
import type { NetworkId } from '#shared/domain/network.ts'
import type { ReplyAddress } from '#shared/domain/site.ts'
import type { Store } from '../storage/area.ts'
import type { WithLock } from '../storage/browser.ts'
import { keys } from '../storage/keys.ts'
import { pruned } from './crowding.ts'

export type Settled = Exclude<ApprovalState, { kind: 'pending' }>
export type Why = Extract<ApprovalState, { kind: 'rejected' }>['why']

export interface Approvals {
  list(): Promise<readonly Approval[]>
  /** @throws WalletError `not-found` */
  get(id: ApprovalId): Promise<Approval>
  /**
   * Stores a request that nobody decided on yet.
   * @param mayAsk is told of all that is there, in the same step as the request is added. @throws what it throws
   */
  ask(
    request: ApprovalRequest,
    network: NetworkId,
    mayAsk?: (all: readonly Approval[]) => void,
  ): Promise<Approval>
  /** Lets one more document wait for the answer to a request to connect; false when it is decided meanwhile. */
  join(id: ApprovalId, reply: ReplyAddress): Promise<boolean>
  /** Takes documents that have heard the answer, or never will, off the lists. */
  forgetReplies(which: (reply: ReplyAddress, approval: Approval) => boolean): Promise<void>
  /** Gives up signatures that no document has heard and none will. */
  discard(which: (approval: Approval) => boolean): Promise<void>
  /** Runs `work` while nobody else decides on, rejects or signs for this approval. */
  alone<T>(id: ApprovalId, work: () => Promise<T>): Promise<T>
  /** What the approval then is: only a pending one changes. To be called within `alone`. */
  settle(id: ApprovalId, state: Settled): Promise<Approval>
  /** Rejects what the wallet itself proposed and nobody decided on. Sites' requests stay. */
  rejectOwn(why: Extract<Why, 'lock' | 'switch'>): Promise<void>
  /** Rejects of what nobody decided on all that `which` names. */
  reject(which: (approval: Approval) => boolean, why: Why): Promise<void>
  /** Rejects what waited too long. */
  expire(): Promise<void>
  onChange(listener: () => void): () => void
}

interface Deps {
  readonly store: Store
  readonly withLock: WithLock
  readonly clock: () => number
  readonly random: (length: number) => Uint8Array
  /** To be woken at that time, in ms since 1970: `expire` is then called. */
  readonly wakeAt: (when: number) => void
}

const ID_LENGTH = 16

export function createApprovals({ store, withLock, clock, random, wakeAt }: Deps): Approvals {
  const alone = <T>(id: ApprovalId, work: () => Promise<T>): Promise<T> => withLock(`approval:${id}`, work)

  const settleNow = async (id: ApprovalId, state: Settled): Promise<Approval> => {
    const after = await store.update(keys.approvals, (all) =>
      pruned(all.map((each) => (each.id === id ? settle(each, state) : each))),
    )
    return find(after, id)
  }

  const reject = async (which: (approval: Approval) => boolean, why: Why): Promise<void> => {
    const all = await store.get(keys.approvals)
    const waiting = all.filter((approval) => approval.state.kind === 'pending' && which(approval))
    for (const { id } of waiting) await alone(id, () => settleNow(id, { kind: 'rejected', why }))
  }

  return {
    list: () => store.get(keys.approvals),
    get: async (id) => find(await store.get(keys.approvals), id),
    ask: async (request, network, mayAsk) => {
      const askedAt = clock()
      const approval: Approval = {
        id: toHex(random(ID_LENGTH)).slice(2) as ApprovalId,
        network,
        request,
        askedAt,
        expiresAt: askedAt + APPROVAL_LIFE_MS,
        state: { kind: 'pending' },
      }
      await store.update(keys.approvals, (all) => {
        mayAsk?.(all)
        return pruned([...all, approval])
      })
      wakeAt(approval.expiresAt)
      return approval
    },
    join: async (id, reply) => {
      const after = await store.update(keys.approvals, (all) =>
        all.map((each) => (each.id === id && each.state.kind === 'pending' ? withReply(each, reply) : each)),
      )
      return after.some((each) => each.id === id && each.state.kind === 'pending')
    },
    forgetReplies: async (which) => {
      await store.update(keys.approvals, (all) => {
        const after = all.map((each) => withoutReplies(each, (reply) => which(reply, each)))
        return after.every((each, at) => each === all[at]) ? all : pruned(after)
      })
    },
    discard: async (which) => {
      await store.update(keys.approvals, (all) => {
        const after = all.map((each) => (isOwed(each) && which(each) ? undelivered(each) : each))
        return after.every((each, at) => each === all[at]) ? all : after
      })
    },
    alone,
    settle: settleNow,
    reject,
    rejectOwn: (why) => reject(({ request }) => request.kind === 'proposal', why),
    expire: async () => {
      await reject(({ expiresAt }) => expiresAt <= clock(), 'expired')
      const waiting = (await store.get(keys.approvals)).filter(({ state }) => state.kind === 'pending')
      if (waiting.length > 0) wakeAt(Math.min(...waiting.map(({ expiresAt }) => expiresAt)))
    },
    onChange: (listener) => store.watch(keys.approvals, listener),
  }
}

function find(all: readonly Approval[], id: ApprovalId): Approval {
  const found = all.find((each) => each.id === id)
  if (found === undefined) throw new WalletError('not-found', { kind: 'approval' })
  return found
}

function withReply(approval: Approval, reply: ReplyAddress): Approval {
  const { request } = approval
  if (request.kind !== 'connect') return approval
  const isThere = request.replies.some(
    ({ id, documentId }) => id === reply.id && documentId === reply.documentId,
  )
  return isThere ? approval : { ...approval, request: { ...request, replies: [...request.replies, reply] } }
}

function withoutReplies(approval: Approval, isGone: (reply: ReplyAddress) => boolean): Approval {
  const { request } = approval
  if (request.kind === 'proposal' || !request.replies.some(isGone)) return approval
  return { ...approval, request: { ...request, replies: request.replies.filter((each) => !isGone(each)) } }
}

/** Signed, and not heard yet. */
function isOwed({ state, request }: Approval): boolean {
  return state.kind === 'answered' && request.kind !== 'proposal' && request.replies.length > 0
}

function undelivered(approval: Approval): Approval {
  return { ...withoutReplies(approval, () => true), state: { kind: 'undelivered' } }
}
