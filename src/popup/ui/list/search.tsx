/** What is typed to find something in a long list; how much was found is read out. */
import { Search as Lens, X } from 'lucide-react'
import { useEffect, useRef } from 'react'

export interface SearchProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** How many rows are left, and what they are. */
  readonly found: string
  readonly autoFocus?: boolean
}

export function Search({ label, value, onChange, found, autoFocus = false }: SearchProps) {
  const field = useRef<HTMLInputElement>(null)
  // Only where a dialog was opened to search in.
  useEffect(() => {
    if (autoFocus) field.current?.focus()
  }, [autoFocus])
  const clear = () => {
    onChange('')
    field.current?.focus()
  }
  return (
    <div className="input search">
      <Lens strokeWidth={1.75} aria-hidden />
      <input
        ref={field}
        type="text"
        inputMode="search"
        aria-label={label}
        placeholder={label}
        spellCheck={false}
        autoComplete="off"
        autoCorrect="off"
        autoCapitalize="off"
        value={value}
        onChange={({ target }) => onChange(target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || value === '') return
          // Emptied first; the next one closes the dialog around it.
          event.preventDefault()
          event.stopPropagation()
          clear()
        }}
      />
      {value !== '' && (
        <button type="button" className="icon-button" aria-label="Clear" title="Clear" onClick={clear}>
          <X strokeWidth={1.75} aria-hidden />
        </button>
      )}
      <span className="unseen" aria-live="polite">
        {value !== '' && found}
      </span>
    </div>
  )
}
