/** One of a few, all in view. Arrows move and choose at once, as in the browser's own radio buttons. */
import { moveFocus } from './menu.tsx'

export interface TabsProps<T extends string> {
  readonly label: string
  readonly options: readonly { readonly value: T; readonly label: string }[]
  readonly value: T
  readonly onChange: (value: T) => void
}

export function Tabs<T extends string>({ label, options, value, onChange }: TabsProps<T>) {
  return (
    <div
      className="tabs"
      role="radiogroup"
      aria-label={label}
      onKeyDown={(event) => {
        if (!moveFocus(event.key, event.currentTarget)) return
        event.preventDefault()
        if (document.activeElement instanceof HTMLElement) document.activeElement.click()
      }}
    >
      {options.map((option) => (
        // biome-ignore lint/a11y/useSemanticElements: a native radio cannot be drawn as a part of one bar
        <button
          key={option.value}
          type="button"
          role="radio"
          aria-checked={option.value === value}
          tabIndex={option.value === value ? 0 : -1}
          onClick={() => onChange(option.value)}
        >
          {option.label}
        </button>
      ))}
    </div>
  )
}
