/** By what a list is sorted. Pressing the one that holds turns the order round. */
import { moveFocus } from '../menu.tsx'
import type { Sort, SortOption } from './sort.ts'

export interface SortTabsProps<T, K extends string> {
  readonly options: readonly SortOption<T, K>[]
  readonly value: Sort<K>
  readonly onChange: (value: Sort<K>) => void
}

export function SortTabs<T, K extends string>({ options, value, onChange }: SortTabsProps<T, K>) {
  return (
    <div
      className="tabs"
      role="radiogroup"
      aria-label="Sort by"
      onKeyDown={(event) => {
        const before = document.activeElement
        if (!moveFocus(event.key, event.currentTarget)) return
        event.preventDefault()
        const now = document.activeElement
        if (now !== before && now instanceof HTMLElement) now.click()
      }}
    >
      {options.map(({ by, label, goes }) => {
        const isOn = by === value.by
        const isFalling = (goes === 'down') !== (isOn && value.isTurned)
        return (
          // biome-ignore lint/a11y/useSemanticElements: a native radio cannot be drawn as a part of one bar
          <button
            key={by}
            type="button"
            role="radio"
            aria-checked={isOn}
            tabIndex={isOn ? 0 : -1}
            onClick={() => onChange({ by, isTurned: isOn && !value.isTurned })}
          >
            {label}
            {isOn && (
              <>
                <span aria-hidden> {isFalling ? '↓' : '↑'}</span>
                <span className="unseen">{isFalling ? ', falling' : ', rising'}</span>
              </>
            )}
          </button>
        )
      })}
    </div>
  )
}
