/** By what a list is sorted. Pressing the one that holds turns the order round. */
import type { Sort, SortOption } from './sort.ts'

export interface SortTabsProps<T, K extends string> {
  readonly options: readonly SortOption<T, K>[]
  readonly value: Sort<K>
  readonly onChange: (value: Sort<K>) => void
}

export function SortTabs<T, K extends string>({ options, value, onChange }: SortTabsProps<T, K>) {
  return (
    <fieldset className="tabs" aria-label="Sort by">
      {options.map(({ by, label, goes }) => {
        const isOn = by === value.by
        const isFalling = (goes === 'down') !== (isOn && value.isTurned)
        return (
          <button
            key={by}
            type="button"
            aria-pressed={isOn}
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
    </fieldset>
  )
}
