/** Findings of many calls as those of one request: none is lost, and the same thing is said once, with all its places. */
import type { Finding, Level } from '../domain/description.ts'

export interface Found {
  /** Empty for the call itself. */
  readonly path: string
  readonly finding: Finding
}

const WEIGHT: Readonly<Record<Level, number>> = { refuse: 0, danger: 1, caution: 2, note: 3 }

export function gather(found: readonly Found[]): readonly Finding[] {
  const groups = new Map<string, { readonly finding: Finding; readonly paths: string[] }>()
  for (const { path, finding } of found) {
    const name = path === '' ? `/${groups.size}` : nameOf(finding)
    const group = groups.get(name)
    if (group === undefined) groups.set(name, { finding, paths: [path] })
    else group.paths.push(path)
  }
  return [...groups.values()].map(({ finding, paths: [first = '', ...more] }) =>
    first === ''
      ? finding
      : {
          ...finding,
          id: `${first}/${finding.id}`,
          text: [`${places(first, more)}: `, ...finding.text],
        },
  )
}

export function heaviest(levels: readonly Level[]): Level | undefined {
  return levels.toSorted((a, b) => WEIGHT[a] - WEIGHT[b])[0]
}

/** Findings that have no namesake among the others. */
export function without(findings: readonly Finding[], others: readonly Finding[]): readonly Finding[] {
  const ids = new Set(others.map(({ id }) => id))
  return findings.filter(({ id }) => !ids.has(id))
}

const NAMED = 3

function places(first: string, more: readonly string[]): string {
  const named = [first, ...more.slice(0, NAMED - 1)].join(', ')
  return more.length < NAMED ? named : `${named} and ${more.length + 1 - NAMED} more`
}

function nameOf({ id, level, text }: Finding): string {
  return JSON.stringify([id, level, text], (_key, value: unknown) =>
    typeof value === 'bigint' ? `${value}n` : value,
  )
}
