/** A switch with its words: the whole line can be pressed. */
import { useId } from 'react'

export interface ToggleProps {
  readonly label: string
  readonly hint?: string | undefined
  readonly value: boolean
  readonly onChange: (value: boolean) => void
}

export function Toggle({ label, hint, value, onChange }: ToggleProps) {
  const id = useId()
  return (
    <button
      type="button"
      role="switch"
      className="toggle-row"
      aria-checked={value}
      aria-labelledby={id}
      aria-describedby={hint === undefined ? undefined : `${id}-hint`}
      onClick={() => onChange(!value)}
    >
      <span className="grow">
        <span id={id}>{label}</span>
        {hint !== undefined && (
          <span id={`${id}-hint`} className="hint">
            <br />
            {hint}
          </span>
        )}
      </span>
      <span className="toggle" />
    </button>
  )
}
