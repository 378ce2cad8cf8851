/** Whether a runtime's types read the same for whoever digests them (RFC-78) and whoever decodes with them. */
import type { V14Lookup } from '@polkadot-api/substrate-bindings'
import { WalletError } from '../domain/errors.ts'

type Entry = V14Lookup[number]

// The digest (merkleize-metadata 1.3) finds a type by the id it bears, and what an Option holds in its variants. The
// decoder (metadata-builders 0.15) finds a type by its place in the list, and what an Option holds in its parameters,
// which are in no digest. Metadata that says two things could have the chain's own digest and show another call.
/**
 * @throws WalletError `unreadable` where the two readings could differ, or bytes could be read without end; in what a runtime says
 * of itself neither is ever so
 */
export function checkRegistry(lookup: V14Lookup): void {
  const isPlain = lookup.every((entry, place) => entry.id === place && hasOneReading(entry, lookup))
  if (!isPlain) throw new WalletError('unreadable', { why: 'metadata that can be read in two ways' })
  const isNothing = emptyTypes(lookup)
  if (lookup.some(({ def }) => def.tag === 'sequence' && isNothing(def.value)))
    throw new WalletError('unreadable', { why: 'metadata with lists of nothing' })
}

/** Whether a type takes no bytes: a list of such is as long as its number says, and no end of bytes ends it. */
function emptyTypes(lookup: V14Lookup): (id: number) => boolean {
  const known = new Map<number, boolean>()
  const isNothing = (id: number): boolean => {
    const present = known.get(id)
    if (present !== undefined) return present
    // Of itself it is made of nothing else.
    known.set(id, true)
    const found = look(lookup[id]?.def)
    known.set(id, found)
    return found
  }
  const look = (def: Entry['def'] | undefined): boolean => {
    switch (def?.tag) {
      case 'composite':
        return def.value.every(({ type }) => isNothing(type))
      case 'tuple':
        return def.value.every(isNothing)
      case 'array':
        return def.value.len === 0 || isNothing(def.value.type)
      case 'compact':
        return isNothing(def.value)
      case 'variant':
        return def.value.length === 0
      default:
        return false
    }
  }
  return isNothing
}

/** Of each enum the decoder knows by name: its variants in order, with the places of the parameters they hold. */
const GENERIC: Readonly<Record<string, readonly (readonly [name: string, ...of: number[]])[]>> = {
  Option: [['None'], ['Some', 0]],
  Result: [
    ['Ok', 0],
    ['Err', 1],
  ],
}

function hasOneReading({ path, params, def }: Entry, lookup: V14Lookup): boolean {
  if (def.tag === 'bitSequence') {
    const order = lookup[def.value.bitOrderType]?.path ?? []
    return order.filter(isBitOrder).length === 1 && order.slice(-1).every(isBitOrder)
  }
  const [name = '', ...deeper] = path
  if (def.tag !== 'variant' || deeper.length > 0 || !Object.hasOwn(GENERIC, name)) return true
  const variants = GENERIC[name] ?? []
  return (
    def.value.length === variants.length &&
    variants.every(([its, ...of], index) => {
      const held = def.value.find((variant) => variant.index === index && variant.name === its)
      return held?.fields.map(({ type }) => type).join() === of.map((place) => params[place]?.type).join()
    })
  )
}

function isBitOrder(name: string): boolean {
  return name === 'Lsb0' || name === 'Msb0'
}
