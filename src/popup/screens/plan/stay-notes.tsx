/** What stays, and why: what the plan leaves out, and what the chain would refuse. */
import type { Span } from '#shared/domain/description.ts'
import { stakeIn } from '#shared/domain/price.ts'
import { Note } from '../../ui/note.tsx'
import { type Names, Spans } from '../../ui/spans.tsx'
import { concealed } from '../home/concealed.tsx'
import { usePreference } from '../home/preferences.ts'
import type { PositionRow } from '../positions/rows.ts'
import type { Stay, Why } from './exit.ts'

const WHY: Readonly<Record<Why, string>> = {
  closed: ' stays: its subnet has not started trading.',
  locked: ' stays: it is locked, or held as collateral.',
  refused: ' stays: it is worth nothing at the price now.',
  dust: ' stays: it brings less than it adds to the fee.',
}

export interface StayNotesProps {
  readonly stays: readonly Stay[]
  readonly barred: readonly { readonly row: PositionRow; readonly text: readonly Span[] }[]
  readonly later: number
  readonly names: Names
}

/** More than these are counted, each being marked in the list. */
const MOST_NOTES = 5

export function StayNotes({ stays, barred, later, names }: StayNotesProps) {
  const isHidden = usePreference('hide-amounts')
  const all: readonly { readonly key: string; readonly spans: readonly Span[] }[] = [
    ...stays.map(({ id, row, alpha, why }) => ({
      key: id,
      spans: [stakeIn(row.position.netuid, alpha), ...placeOf(row), WHY[why]],
    })),
    ...barred.map(({ row, text }) => ({
      key: row.id,
      spans: ['Stake', ...placeOf(row), ' stays. ', ...text],
    })),
  ]
  const more = all.length - MOST_NOTES
  if (all.length === 0 && later === 0) return null
  return (
    <Note level="caution">
      {all.slice(0, MOST_NOTES).map(({ key, spans }) => (
        <p key={key}>
          <Spans spans={isHidden ? concealed(spans) : spans} names={names} />
        </p>
      ))}
      {more > 0 && <p>{more} more stay, marked in the list.</p>}
      {later > 0 && (
        <p>
          {later === 1 ? 'One more does' : `${later} more do`} not fit into one plan: take out the rest after
          this.
        </p>
      )}
    </Note>
  )
}

function placeOf({ position }: PositionRow): readonly Span[] {
  return [' on ', { netuid: position.netuid }]
}
