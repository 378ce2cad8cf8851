/** Says that something waits for a decision, and leads there. */
import { openReview } from '../../navigation.ts'
import { Button } from '../../ui/button.tsx'
import { Note } from '../../ui/note.tsx'
import { useTopic } from '../../use-topic.ts'
import { countWaiting } from '../approval/choose.ts'

export function WaitingNote() {
  const count = countWaiting(useTopic('approvals') ?? [])
  if (count === 0) return null
  return (
    <Note level="note">
      <p>
        {count === 1 ? 'One request waits for your decision.' : `${count} requests wait for your decision.`}
      </p>
      <div className="note-actions">
        <Button small onClick={() => openReview()}>
          Review
        </Button>
      </div>
    </Note>
  )
}
