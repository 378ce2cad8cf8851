/** What the room reads in an approval, for the screen. */
import { useLayoutEffect, useState } from 'react'
import type { Approval } from '#shared/domain/approval.ts'
import { type Reviewing, type ReviewRooms, readApproval } from './read-approval.ts'

/** `again` reads anew: after a failure, or when the room was another. */
export function useReviewing(
  rooms: ReviewRooms,
  approval: Approval,
): { readonly reviewing: Reviewing; readonly again: () => void } {
  const [attempt, setAttempt] = useState(0)
  const [answer, setAnswer] = useState<{ readonly to: string; readonly reviewing: Reviewing }>()
  const question = `${approval.id}/${attempt}`
  // Before the skeleton is painted: what was read ahead may be there already.
  useLayoutEffect(() => {
    let isOver = false
    void readNow(rooms, approval).then((reviewing) => {
      if (!isOver) setAnswer({ to: question, reviewing })
    })
    return () => {
      isOver = true
    }
  }, [rooms, question])
  return {
    reviewing: answer?.to === question ? answer.reviewing : { kind: 'reading' },
    again: () => setAttempt(attempt + 1),
  }
}

/** What was read ahead counts where it was read: a failure may be over by now. */
async function readNow(rooms: ReviewRooms, approval: Approval): Promise<Reviewing> {
  const ahead = await rooms.ahead?.(approval)
  return ahead?.kind === 'read' ? ahead : readApproval(rooms, approval)
}
