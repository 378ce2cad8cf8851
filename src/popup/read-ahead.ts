/** The review of what will be in front, read while React is: a person waits for it. */
import { chooseApproval, type Scope } from './screens/approval/choose.ts'
import { type Reviewing, type ReviewRooms, readApproval } from './screens/approval/read-approval.ts'
import type { Topics } from './use-topic.ts'

export type Ahead = NonNullable<ReviewRooms['ahead']>

export function readAhead(rooms: ReviewRooms, topics: Topics, scope: Promise<Scope>): Ahead {
  let read: { readonly id: string; readonly reviewing: Promise<Reviewing> } | undefined
  let isOver = false
  const begin = (of: Scope): void => {
    const approvals = topics.get('approvals')
    const vault = topics.get('vault')
    if (isOver || approvals === undefined || vault === undefined) return
    isOver = true
    for (const stop of stops) stop()
    const front = chooseApproval(approvals, undefined, of)
    // Locked, it would be of a moment that is past when the password has been typed.
    if (front === undefined || front.request.kind === 'connect' || vault.kind !== 'unlocked') return
    read = { id: front.id, reviewing: readApproval(rooms, front) }
  }
  const stops = (['approvals', 'vault'] as const).map((name) =>
    topics.watch(name, () => void scope.then(begin)),
  )
  void scope.then(begin)
  return ({ id }) => {
    const found = read?.id === id ? read.reviewing : undefined
    isOver = true
    read = undefined
    return found
  }
}
