// Gives every printed type one fixed name, which depends on its path and parameters and not on the order of printing.
import type { V14Lookup } from '@polkadot-api/substrate-bindings'

type Entry = V14Lookup[number]

/** Paths whose types are written as constructors, and never get a name of their own. */
const BUILT_IN: ReadonlySet<string> = new Set([
  'Option',
  'Result',
  'BTreeMap',
  'BTreeSet',
  'bounded_collections::bounded_vec::BoundedVec',
  'bounded_collections::weak_bounded_vec::WeakBoundedVec',
])

/** Names by id for all types with a path. Throws if two would have the same name. */
export function nameTypes(lookup: V14Lookup, reserved: ReadonlySet<string>): ReadonlyMap<number, string> {
  const entries = lookup.filter((entry) => entry.path.length > 0 && !BUILT_IN.has(entry.path.join('::')))
  const pathsByLast = new Map<string, Set<string>>()
  const entriesByPath = new Map<string, Entry[]>()
  for (const entry of entries) {
    const path = entry.path.join('::')
    const last = lastOf(entry)
    pathsByLast.set(last, (pathsByLast.get(last) ?? new Set()).add(path))
    entriesByPath.set(path, [...(entriesByPath.get(path) ?? []), entry])
  }

  const names = new Map<number, string>()
  const taken = new Set(reserved)
  for (const [path, same] of entriesByPath)
    for (const entry of same) {
      const last = lastOf(entry)
      const clashes = reserved.has(last) || (pathsByLast.get(last)?.size ?? 0) > 1
      const number = typeNumber(entry.id, lookup)
      if (number) {
        names.set(entry.id, `Typenum${number}`)
        continue
      }
      const plain = clashes ? pathName(path, [...(pathsByLast.get(last) ?? [])]) : last
      const name = same.length === 1 ? plain : numbered(plain + paramName(entry, same, lookup), taken)
      if (taken.has(name)) throw new Error(`two types are called ${name} (${path})`)
      taken.add(name)
      names.set(entry.id, name)
    }
  return names
}

const lastOf = (entry: Entry): string => entry.path.at(-1) ?? ''

/** The last word after as few of the words before it as tell it apart from the others: crate first. */
function pathName(path: string, others: readonly string[]): string {
  const words = path.split('::')
  const short = (text: string) => {
    const parts = text.split('::')
    return camel(crateOf(parts[0] ?? '')) + (parts.at(-1) ?? '')
  }
  const isUnique = others.every((other) => other === path || short(other) !== short(path))
  return isUnique
    ? short(path)
    : words.map((word, index) => camel(index === 0 ? crateOf(word) : word)).join('')
}

const crateOf = (name: string): string => name.replace(/^(pallet|sp|frame)_/, '')

const camel = (text: string): string =>
  text
    .split('_')
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('')

/** What tells instances of one generic type apart: the parameters in which they differ. */
function paramName(entry: Entry, same: readonly Entry[], lookup: V14Lookup): string {
  return entry.params
    .filter((_, index) => new Set(same.map((other) => other.params[index]?.type)).size > 1)
    .map((param) => (param.type === undefined ? '' : brief(param.type, lookup)))
    .join('')
}

/** The value of a number that is a type: `UInt<UInt<UTerm, B1>, B0>` is 2. */
function typeNumber(id: number, lookup: V14Lookup): number | undefined {
  const entry = lookup[id]
  if (!entry || !/typenum/.test(entry.path[0] ?? '')) return undefined
  if (lastOf(entry) === 'UTerm') return 0
  const [high, low] = entry.params
  if (high?.type === undefined || low?.type === undefined) return undefined
  const rest = typeNumber(high.type, lookup)
  return rest === undefined ? undefined : rest * 2 + (lookup[low.type]?.path.at(-1) === 'B1' ? 1 : 0)
}

function brief(id: number, lookup: V14Lookup): string {
  const entry = lookup[id]
  if (!entry) return ''
  const number = typeNumber(id, lookup)
  if (number !== undefined) return String(number)
  const inner = entry.params[0]?.type
  if (entry.path.length > 0)
    return lastOf(entry) + (inner === undefined || entry.path.length > 1 ? '' : brief(inner, lookup))
  switch (entry.def.tag) {
    case 'primitive':
      return camel(entry.def.value.tag)
    case 'compact':
      return `Compact${brief(entry.def.value, lookup)}`
    case 'sequence':
      return `Vec${brief(entry.def.value, lookup)}`
    case 'array':
      return `Array${entry.def.value.len}`
    case 'tuple':
      return entry.def.value.length === 0
        ? 'Unit'
        : entry.def.value.map((part) => brief(part, lookup)).join('And')
    default:
      return camel(entry.def.tag)
  }
}

function numbered(name: string, taken: ReadonlySet<string>): string {
  let free = name
  for (let count = 2; taken.has(free); count += 1) free = `${name}_${count}`
  return free
}

/** The constant that declares a pallet; `Proxy` alone would hide the language's own. */
export const palletName = (name: string): string => (name in globalThis ? `${name}Pallet` : name)
