/** What a site asks, from asked to delivered. */
import { useEffect } from 'react'
import type { Account } from '#shared/domain/account.ts'
import { type Approval, isOf } from '#shared/domain/approval.ts'
import type { Client } from '#shared/protocol/contract.ts'
import type { approveMethods } from '#shared/protocol/popup-contract.ts'
import { lazyScreen } from '../../lazy-screen.tsx'
import { Screen } from '../../ui/screen.tsx'
import type { Names } from '../../ui/spans.tsx'
import { useTopic } from '../../use-topic.ts'
import { reject } from './decide.ts'
import { Ended } from './ended.tsx'
import type { Claims } from './facts.ts'
import { Pending } from './pending.tsx'
import type { ReviewRooms } from './read-approval.ts'
import { ReadingShape } from './reading-shape.tsx'

const Connect = lazyScreen(
  () => import('./connect.tsx'),
  (module) => module.Connect,
)
const Delivered = lazyScreen(
  () => import('./delivered.tsx'),
  (module) => module.Delivered,
)

export interface SiteApprovalProps {
  readonly rooms: ReviewRooms
  readonly background: Pick<Client<typeof approveMethods>, 'approvals.connect' | 'approvals.block'>
  readonly approval: Approval
  readonly waiting: number
  readonly accounts: readonly Account[]
  readonly names: Names
  readonly known: Claims
  readonly onLocked: () => void
  /** Over: to the next one, or away. */
  readonly onLeft: () => void
}

export function SiteApproval(props: SiteApprovalProps) {
  const { rooms, background, approval, waiting, accounts, names, known, onLocked, onLeft } = props
  const settings = useTopic('settings')
  const isKnown = useTopic('accounts') !== undefined && settings !== undefined
  const { id, state, request } = approval
  const isOver = isSettled(approval)
  const isGone = state.kind === 'rejected' && state.why === 'gone'
  useEffect(() => {
    // Nothing is left to say: the page goes on by itself.
    if (isOver) onLeft()
  }, [isOver])
  useEffect(() => {
    if (!isGone) return
    const timer = setTimeout(onLeft, GONE_MS)
    return () => clearTimeout(timer)
  }, [isGone])

  if (state.kind === 'rejected') return <Ended why={state.why} onLeave={onLeft} isSite />
  if (state.kind === 'outdated') return <Ended why="outdated" onLeave={onLeft} isSite />
  if (state.kind === 'connected' || state.kind === 'answered' || state.kind === 'undelivered')
    return (
      <Delivered state={state} origin={request.kind === 'proposal' ? '' : request.origin} onLeave={onLeft} />
    )
  // What is ticked to begin with is chosen once: not before it is known what there is.
  if (isOf(approval, 'connect') && !isKnown)
    return (
      <Screen title="Connect">
        <ReadingShape />
      </Screen>
    )
  if (isOf(approval, 'connect'))
    return (
      <Connect
        approval={approval}
        waiting={waiting}
        accounts={accounts}
        front={settings?.account ?? null}
        onConnect={(ticked) => background['approvals.connect']({ id, accounts: ticked })}
        onReject={() => reject(rooms, id, undefined)}
        onBlock={() => background['approvals.block']({ id })}
      />
    )
  return (
    <Pending
      rooms={rooms}
      approval={approval}
      waiting={waiting}
      names={names}
      known={known}
      onAgreed={() => undefined}
      onRejected={() => undefined}
      onLocked={onLocked}
    />
  )
}

/** How long it stands that a page is gone, for who was just reading what it asked. */
const GONE_MS = 6_000

/** What a person has just decided themselves, once the page knows. */
function isSettled({ state, request }: Approval): boolean {
  const isHeard = request.kind !== 'proposal' && request.replies.length === 0
  switch (state.kind) {
    case 'connected':
      return true
    case 'answered':
      return isHeard
    case 'rejected':
      return state.why === 'user' || state.why === 'blocked'
    default:
      return false
  }
}
