/** The document of reviews: the approval in front, from asked to decided, and what became of it. */
import { useState } from 'react'
import type { Approval as ApprovalData } from '#shared/domain/approval.ts'
import { Screen } from '../../ui/screen.tsx'
import { useTopic } from '../../use-topic.ts'
import { useTouch } from '../../use-touch.ts'
import { headsOf } from '../activity/steps.ts'
import { namesOf } from '../home/names.ts'
import { useNow } from '../home/use-now.ts'
import { Unlock, type UnlockProps } from '../unlock.tsx'
import { Agreed } from './agreed.tsx'
import { chooseApproval, countWaiting } from './choose.ts'
import { Ended } from './ended.tsx'
import { Pending } from './pending.tsx'
import { ReadingShape } from './reading-shape.tsx'
import type { ReviewRooms } from './use-reviewing.ts'
import '../home/home.css'

export interface ApprovalProps {
  readonly rooms: ReviewRooms
  readonly door: Pick<UnlockProps, 'onOpen' | 'onUnlock'>
  /** Puts off the automatic lock. */
  readonly onTouch: () => void
  /** To the wallet's first screen. */
  readonly onLeave: () => void
  /** To where the review was opened. */
  readonly onRejected: () => void
}

export function Approval({ rooms, door, onTouch, onLeave, onRejected }: ApprovalProps) {
  const approvals = useTopic('approvals')
  const vault = useTopic('vault')
  const accounts = useTopic('accounts') ?? []
  const contacts = useTopic('contacts') ?? []
  const records = useTopic('activity')
  const heads = headsOf(useTopic('chain'))
  const now = useNow()
  const front = useFront(approvals)
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
  const { state } = front
  if (state.kind === 'approved' || agreed !== undefined) {
    const id = state.kind === 'approved' ? state.tx : agreed?.tx
    const tx = records?.find((record) => record.id === id)
    return <Agreed tx={tx} heads={heads} names={names} onLeave={onLeave} />
  }
  if (state.kind === 'rejected') return <Ended why={state.why} onLeave={onLeave} />
  if (now >= front.expiresAt) return <Ended why="expired" onLeave={onLeave} />
  if (vault.kind !== 'unlocked' || isRoomLocked)
    return (
      <Unlock
        retryAt={vault.kind === 'locked' ? vault.retryAt : 0}
        onOpen={door.onOpen}
        onUnlock={async (password) => {
          const answer = await door.onUnlock(password)
          if (answer.kind === 'unlocked') setRoomLocked(false)
          return answer
        }}
        waits="Something waits for your decision. The password opens the keys; it does not agree to anything."
      />
    )
  return (
    <Pending
      key={front.id}
      rooms={rooms}
      approval={front}
      waiting={countWaiting(approvals)}
      names={names}
      onAgreed={(tx) => setAgreed({ tx })}
      onRejected={onRejected}
      onLocked={() => setRoomLocked(true)}
    />
  )
}

/** The one in front stays in front, also after it has left the list. */
function useFront(approvals: readonly ApprovalData[] | undefined): ApprovalData | undefined {
  const [last, setLast] = useState<ApprovalData>()
  const chosen = approvals && chooseApproval(approvals, last?.id)
  const isGone = last !== undefined && chosen?.id !== last.id
  // State from an earlier render, as React asks for it: set while drawing, not in an effect.
  if (!isGone && chosen !== undefined && chosen !== last) setLast(chosen)
  if (isGone && approvals !== undefined && last.state.kind === 'pending')
    return { ...last, state: { kind: 'rejected', why: 'expired' } }
  return isGone ? last : chosen
}
