/** Small positions: how many there are, and whether they are shown. */
import type { ReactNode } from 'react'
import { WholeAmount } from '../../ui/amount.tsx'
import { counted } from '../../ui/list/counted.ts'
import { setPreference } from '../home/preferences.ts'
import { DUST } from './rows.ts'

export interface DustNoteProps {
  readonly count: number
  readonly isHidden: boolean
  /** What they are worth together. */
  readonly worth: ReactNode
}

export function DustNote({ count, isHidden, worth }: DustNoteProps) {
  if (count === 0) return null
  return (
    <p className="quiet dust">
      <span className="grow">
        {counted(count, 'position')} under <WholeAmount value={DUST} />, together {worth}
      </span>
      <button type="button" className="chip" onClick={() => setPreference('hide-dust', !isHidden)}>
        {isHidden ? 'Show' : 'Hide'}
      </button>
    </p>
  )
}
