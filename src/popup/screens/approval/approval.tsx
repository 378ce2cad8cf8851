/** The document of reviews: the approval in front, from asked to decided, and what became of it. */
import { useState } from 'react'
import { type Approval as ApprovalData, originOf } from '#shared/domain/approval.ts'
import { lazyScreen } from '../../lazy-screen.tsx'
import { useKnown } from '../../reading/known.ts'
import { Screen } from '../../ui/screen.tsx'
import { useTopic } from '../../use-topic.ts'
import { useTouch } from '../../use-touch.ts'
import { namesOf } from '../home/names.ts'
import { useNow } from '../home/use-now.ts'
import { Unlock, type UnlockProps } from '../unlock.tsx'
import { chooseApproval, countWaiting, type Scope } from './choose.ts'
import { Ended } from './ended.tsx'
import { Pending } from './pending.tsx'
import type { ReviewRooms } from './read-approval.ts'
import { ReadingShape } from './reading-shape.tsx'
import { SiteApproval, type SiteApprovalProps } from './site-approval.tsx'
import '../home/home.css'

/** What a review does not need to be read. */
const Agreed = lazyScreen(
  () => import('./agreed.tsx'),
  (module) => module.Agreed,
  <Screen title="Sending">
    <ReadingShape />
  </Screen>,
)
const NoVault = lazyScreen(
  () => import('./no-vault.tsx'),
  (module) => module.NoVault,
)

export interface ApprovalProps {
  readonly rooms: ReviewRooms & Pick<SiteApprovalProps, 'background'>
  readonly door: Pick<UnlockProps, 'onOpen' | 'onUnlock'>
  readonly scope: Scope
  /** Puts off the automatic lock. */
  readonly onTouch: () => void
  /** To the wallet's first screen. */
  readonly onLeave: () => void
  /** To where the review was opened. */
  readonly onRejected: () => void
}

export function Approval({ rooms, door, scope, onTouch, onLeave, onRejected }: ApprovalProps) {
  const approvals = useTopic('approvals')
  const vault = useTopic('vault')
  const accounts = useTopic('accounts') ?? []
  const contacts = useTopic('contacts') ?? []
  const now = useNow()
  const [front, next] = useFront(approvals, scope)
  const known = useKnown(front?.network ?? 'finney')
  const [agreed, setAgreed] = useState<{ readonly tx: string | undefined }>()
  const [isRoomLocked, setRoomLocked] = useState(false)
  useTouch(vault?.kind === 'unlocked', onTouch)
  const names = namesOf(accounts, contacts)

  if (approvals === undefined || vault === undefined)
    return (
      <Screen title="Review">
        <ReadingShape />
      </Screen>
    )
  if (front === undefined) return <Ended why="nothing" onLeave={onLeave} />
  const { state, request } = front
  const waiting = countWaiting(approvals, scope)
  // What a site asked is left for the next that waits, and only then the window.
  const onSiteLeft = () => (waiting > 0 ? next() : onLeave())
  const isSite = request.kind !== 'proposal'
  if (!isSite && (state.kind === 'approved' || agreed !== undefined))
    return (
      <Agreed
        id={state.kind === 'approved' ? state.tx : agreed?.tx}
        names={names}
        onLeave={onLeave}
        onAgain={onRejected}
      />
    )
  if (!isSite && state.kind === 'rejected') return <Ended why={state.why} onLeave={onLeave} />
  if (state.kind === 'pending' && now >= front.expiresAt)
    return <Ended why="expired" onLeave={isSite ? onSiteLeft : onLeave} isSite={isSite} />
  if (state.kind === 'pending' && (vault.kind === 'absent' || vault.kind === 'damaged'))
    return <NoVault kind={vault.kind} origin={originOf(front)} onLeave={onLeave} />
  if (state.kind === 'pending' && (vault.kind !== 'unlocked' || isRoomLocked))
    return (
      <Unlock
        retryAt={vault.kind === 'locked' ? vault.retryAt : 0}
        onOpen={door.onOpen}
        onUnlock={async (password) => {
          const answer = await door.onUnlock(password)
          if (answer.kind === 'unlocked') setRoomLocked(false)
          return answer
        }}
        waits={`${originOf(front) ?? 'Something'} waits for your decision. The password opens the keys; it does not agree to anything.`}
      />
    )
  const shared = { rooms, waiting, names, known, onLocked: () => setRoomLocked(true) }
  if (isSite)
    return (
      <SiteApproval
        key={front.id}
        {...shared}
        approval={front}
        background={rooms.background}
        accounts={accounts}
        onLeft={onSiteLeft}
      />
    )
  return (
    <Pending
      key={front.id}
      {...shared}
      approval={front}
      onAgreed={(tx) => setAgreed({ tx })}
      onRejected={onRejected}
    />
  )
}

/** The one in front stays in front, also after it has left the list, until the next one is asked for. */
function useFront(
  approvals: readonly ApprovalData[] | undefined,
  scope: Scope,
): readonly [ApprovalData | undefined, () => void] {
  const [last, setLast] = useState<ApprovalData>()
  const chosen = approvals && chooseApproval(approvals, last?.id, scope)
  const isGone = last !== undefined && chosen?.id !== last.id
  // State from an earlier render, as React asks for it: set while drawing, not in an effect.
  if (!isGone && chosen !== undefined && chosen !== last) setLast(chosen)
  const next = () => setLast(approvals && chooseApproval(approvals, undefined, scope))
  if (isGone && approvals !== undefined && last.state.kind === 'pending')
    return [{ ...last, state: { kind: 'rejected', why: 'expired' } }, next]
  return [isGone ? last : chosen, next]
}
