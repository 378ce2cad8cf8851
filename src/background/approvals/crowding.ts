/** How many requests of sites may wait, and how much of the browser's memory they may take, so that none of them takes it from another. */
import { type Approval, originOf } from '#shared/domain/approval.ts'
import type { Origin } from '#shared/domain/site.ts'

export const MOST_PER_SITE = 10
const MOST = 50
/** In letters. The browser keeps 10 MB for all approvals together, and an answer may be as long as what was asked (Chromium 156). */
const LONGEST_PER_SITE = 1024 * 1024
const LONGEST = 4 * 1024 * 1024

/** Nothing more may wait now. */
export class Crowded extends Error {
  override readonly name = 'Crowded'
}

/** @throws Crowded when too much waits already, of this site or of all */
export function checkRoom(all: readonly Approval[], { origin, length }: Asked): void {
  // What was decided takes its place in memory until the page has heard it, but keeps no person from deciding.
  const awaited = all.filter(isAwaited)
  const ofSite = awaited.filter((approval) => originOf(approval) === origin)
  if (
    waitingIn(awaited) >= MOST ||
    waitingIn(ofSite) >= MOST_PER_SITE ||
    lengthOf(awaited) + length > LONGEST ||
    lengthOf(ofSite) + length > LONGEST_PER_SITE
  )
    throw new Crowded()
}

interface Asked {
  readonly origin: Origin
  readonly length: number
}

function waitingIn(all: readonly Approval[]): number {
  return all.reduce((sum, { state, request }) => {
    const isWaiting = state.kind === 'pending' && request.kind !== 'proposal'
    return isWaiting ? sum + request.replies.length : sum
  }, 0)
}

/** How long what was asked is, and what was answered, in letters. */
export function lengthOf(all: readonly Pick<Approval, 'request' | 'state'>[]): number {
  return all.reduce((sum, { request, state }) => {
    const transaction = state.kind === 'answered' ? state.transaction : undefined
    return sum + textOf(request).length + (transaction?.length ?? 0)
  }, 0)
}

function textOf(request: Approval['request']): string {
  switch (request.kind) {
    case 'payload':
      return request.payload.call
    case 'message':
      return request.message.data
    case 'proposal':
      return request.proposal.call
    case 'connect':
      return request.claimed
  }
}

/** Settled ones stay for the window that shows how it ended. */
const MOST_SETTLED = 32
const LONGEST_SETTLED = 1024 * 1024

/** An answer that is still owed to a page is never dropped here. */
export function pruned(all: readonly Approval[]): readonly Approval[] {
  const gone = new Set<Approval>()
  let kept = 0
  let length = 0
  for (const approval of all.toReversed()) {
    if (approval.state.kind === 'pending' || isAwaited(approval)) continue
    kept += 1
    length += lengthOf([approval])
    if (kept > MOST_SETTLED || (kept > 1 && length > LONGEST_SETTLED)) gone.add(approval)
  }
  return gone.size === 0 ? all : all.filter((each) => !gone.has(each))
}

/** Whether a page waits for it, decided or not. */
function isAwaited({ request }: Approval): boolean {
  return request.kind !== 'proposal' && request.replies.length > 0
}
