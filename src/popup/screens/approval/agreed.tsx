/** What was agreed to, on its way: from signed to final. */
import type { TxRecord } from '#shared/domain/transaction.ts'
import { Button } from '../../ui/button.tsx'
import { Note } from '../../ui/note.tsx'
import { Screen } from '../../ui/screen.tsx'
import type { Names } from '../../ui/spans.tsx'
import type { Heads } from '../activity/steps.ts'
import { Told } from '../activity/told.tsx'
import { NetworkPill, NetworkStrip } from '../home/network-pill.tsx'
import { ReadingShape } from './reading-shape.tsx'

export interface AgreedProps {
  /** Absent until the wallet has told of it. */
  readonly tx: TxRecord | undefined
  readonly heads: Heads | undefined
  readonly names: Names
  readonly onLeave: () => void
}

export function Agreed({ tx, heads, names, onLeave }: AgreedProps) {
  const isSafe = tx !== undefined && tx.state.kind !== 'signed'
  return (
    <Screen
      title={tx?.description.verb ?? 'Sending'}
      aside={tx && <NetworkPill network={tx.network} />}
      foot={
        <Button kind="primary" onClick={onLeave}>
          Done
        </Button>
      }
    >
      {tx && <NetworkStrip network={tx.network} />}
      {tx === undefined ? <ReadingShape /> : <Told tx={tx} heads={heads} names={names} />}
      {isSafe && tx.open && (
        <Note level="note">You can close this. The wallet keeps following it, and Activity tells.</Note>
      )}
    </Screen>
  )
}
