/** What was agreed to, on its way: from signed to final. */
import { Button } from '../../ui/button.tsx'
import { Note } from '../../ui/note.tsx'
import { Screen } from '../../ui/screen.tsx'
import type { Names } from '../../ui/spans.tsx'
import { useTopic } from '../../use-topic.ts'
import { titleOf } from '../activity/result.ts'
import { headsOf } from '../activity/steps.ts'
import { Told } from '../activity/told.tsx'
import { NetworkPill, NetworkStrip } from '../home/network-pill.tsx'
import { ReadingShape } from './reading-shape.tsx'

export interface AgreedProps {
  /** Its record; absent until the wallet has told of it. */
  readonly id: string | undefined
  readonly names: Names
  readonly onLeave: () => void
  /** To the form it came from, as it was filled in. */
  readonly onAgain: () => void
}

export function Agreed({ id, names, onLeave, onAgain }: AgreedProps) {
  const tx = useTopic('activity')?.find((record) => record.id === id)
  const heads = headsOf(useTopic('chain'))
  const isSafe = tx !== undefined && tx.state.kind !== 'signed'
  // Whether to try once more, and whether openly, is for a person to say.
  const isMissed = tx?.state.kind === 'expired' && tx.envelope !== undefined
  return (
    <Screen
      title={tx === undefined ? 'Sending' : titleOf(tx)}
      aside={tx && <NetworkPill network={tx.network} />}
      foot={
        <>
          {isMissed && <Button onClick={onAgain}>Try again</Button>}
          <Button kind="primary" onClick={onLeave}>
            Done
          </Button>
        </>
      }
    >
      {tx && <NetworkStrip network={tx.network} />}
      {isMissed && (
        <Note level="caution">
          It was not carried out. Try again? The form is as you left it: shielded once more, or with the
          shield off, where everybody sees it before its block.
        </Note>
      )}
      {tx === undefined ? <ReadingShape /> : <Told tx={tx} heads={heads} names={names} />}
      {isSafe && tx.open && (
        <Note level="note">You can close this. The wallet keeps following it, and Activity tells.</Note>
      )}
    </Screen>
  )
}
