/** Marks something as a favourite, to find it again on top. */
import { Star as Outline } from 'lucide-react'

export interface StarProps {
  /** What is marked, for who cannot see the row. */
  readonly name: string
  readonly isOn: boolean
  readonly tabIndex?: 0 | -1
  readonly onChange: (isOn: boolean) => void
}

export function Star({ name, isOn, tabIndex, onChange }: StarProps) {
  return (
    <button
      type="button"
      className="star"
      tabIndex={tabIndex}
      aria-pressed={isOn}
      aria-label={`Favourite: ${name}`}
      title={isOn ? 'No longer a favourite' : 'Make it a favourite'}
      onClick={() => onChange(!isOn)}
    >
      <Outline strokeWidth={1.75} aria-hidden />
    </button>
  )
}
