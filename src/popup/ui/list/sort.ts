/** In which order the rows of a list stand. */

type SortKey = bigint | number | string | undefined

/** One way to sort. Numbers stand with the largest first and texts from A to Z, unless `goes` says otherwise. */
export interface SortOption<T, K extends string> {
  readonly by: K
  readonly label: string
  readonly goes: 'down' | 'up'
  /** What is compared; undefined where it is not known. */
  readonly of: (row: T) => SortKey
}

export interface Sort<K extends string> {
  readonly by: K
  /** Against the way it usually goes. */
  readonly isTurned: boolean
}

/** What is not known stands last, whichever way it goes; what is equal keeps its place. */
export function sorted<T, K extends string>(
  rows: readonly T[],
  { by, isTurned }: Sort<K>,
  options: readonly SortOption<T, K>[],
): readonly T[] {
  const option = options.find((each) => each.by === by)
  if (option === undefined) return rows
  const sign = (option.goes === 'down') === isTurned ? 1 : -1
  return rows
    .map((row) => ({ row, key: option.of(row) }))
    .sort((a, b) => {
      if (a.key === undefined || b.key === undefined)
        return a.key === b.key ? 0 : a.key === undefined ? 1 : -1
      return sign * compare(a.key, b.key)
    })
    .map(({ row }) => row)
}

function compare(a: bigint | number | string, b: bigint | number | string): number {
  if (typeof a === 'string' && typeof b === 'string') return a.localeCompare(b)
  return a < b ? -1 : a > b ? 1 : 0
}

/** Whether any of the texts holds what was typed, capitals aside. */
export function holds(typed: string, ...texts: readonly string[]): boolean {
  const plain = typed.trim().toLowerCase()
  return plain === '' || texts.some((text) => text.toLowerCase().includes(plain))
}
