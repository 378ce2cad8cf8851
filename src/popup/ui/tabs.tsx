/** One of a few, all in view: the browser's own radio buttons, drawn as the parts of one bar. */
import { useId } from 'react'

export interface TabsProps<T extends string> {
  readonly label: string
  readonly options: readonly { readonly value: T; readonly label: string; readonly disabled?: boolean }[]
  readonly value: T
  readonly onChange: (value: T) => void
}

export function Tabs<T extends string>({ label, options, value, onChange }: TabsProps<T>) {
  const name = useId()
  return (
    <div className="tabs" role="radiogroup" aria-label={label}>
      {options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            name={name}
            checked={option.value === value}
            disabled={option.disabled}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </div>
  )
}
