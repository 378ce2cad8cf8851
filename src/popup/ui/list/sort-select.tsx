/** By what a list is sorted, where there is room for a word only. */
import type { SortOption } from './sort.ts'

export interface SortSelectProps<T, K extends string> {
  readonly options: readonly SortOption<T, K>[]
  readonly value: K
  readonly onChange: (by: K) => void
}

export function SortSelect<T, K extends string>({ options, value, onChange }: SortSelectProps<T, K>) {
  return (
    <span className="sort-select">
      <select
        aria-label="Sort by"
        value={value}
        onChange={({ target }) => {
          const chosen = options.find(({ by }) => by === target.value)
          if (chosen !== undefined) onChange(chosen.by)
        }}
      >
        {options.map(({ by, label }) => (
          <option key={by} value={by}>
            {label}
          </option>
        ))}
      </select>
      <span aria-hidden>{options.find(({ by }) => by === value)?.goes === 'up' ? '↑' : '↓'}</span>
    </span>
  )
}
