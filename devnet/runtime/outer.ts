// The runtime's outer enums: RuntimeCall, RuntimeEvent and RuntimeError, put together from the pallets.
import type { Outer, Pallet } from './declare.ts'
import { generics, lateVariant, variantsOf } from './named.ts'
import type { AnyTy, Ty } from './node.ts'
import { spelt } from './ty.ts'

export type Part = 'calls' | 'events' | 'errors'

const ENUM = { calls: 'Call', events: 'Event', errors: 'Error' } as const

const known = new WeakMap<Pallet, Partial<Record<Part, AnyTy>>>()

/** A pallet's own Call, Event or Error enum; `undefined` if it declares none. */
export function enumOf(pallet: Pallet, part: Part): AnyTy | undefined {
  const shapes = pallet[part]
  if (!shapes) return undefined
  if (pallet.path === undefined) throw new Error(`${pallet.name} declares ${part} but no path`)
  const enums = known.get(pallet) ?? {}
  known.set(pallet, enums)
  enums[part] ??= lateVariant(
    `${pallet.path}::pallet::${ENUM[part]}`,
    () => variantsOf(shapes),
    (part === 'events' ? pallet.eventParams : undefined) ?? pallet.params ?? generics('T'),
  )
  return enums[part]
}

export interface OuterEnums {
  readonly call: Ty<Outer>
  readonly event: Ty<Outer>
  readonly error: Ty<Outer>
}

/** The outer enums of a list of pallets that is asked for on first use, because calls may hold calls. */
export function outerEnums(root: string, pallets: () => readonly Pallet[]): OuterEnums {
  const outer = (part: Part): Ty<Outer> =>
    lateVariant(`${root}::Runtime${ENUM[part]}`, () =>
      pallets().flatMap((pallet) => {
        const ty = enumOf(pallet, part)
        if (!ty) return []
        const fields = [{ name: undefined, ty: spelt(ty, spellingOf(pallet, ty, part)) }]
        return [{ name: pallet.name, index: pallet.index, fields }]
      }),
    )
  return { call: outer('calls'), event: outer('events'), error: outer('errors') }
}

/** Outer enums for declarations that mention them before the pallets are there; `join` says which pallets. */
export function joinLater(
  root: string,
): OuterEnums & { readonly join: (pallets: readonly Pallet[]) => void } {
  const joined: Pallet[] = []
  const enums = outerEnums(root, () => {
    if (joined.length === 0) throw new Error(`${root} was used before its pallets were joined`)
    return joined
  })
  return { ...enums, join: (pallets) => void joined.push(...pallets) }
}

// As the macro that builds the runtime writes them (frame_support::construct_runtime!).
function spellingOf(pallet: Pallet, ty: AnyTy, part: Part): string {
  if (part === 'calls')
    return `self::sp_api_hidden_includes_construct_runtime::hidden_include::dispatch\n::CallableCallFor<${pallet.name}, Runtime>`
  const generic = ty.params.length === 0 ? '' : '<Runtime>'
  return `${pallet.crate ?? ty.path[0]}::${ENUM[part]}${generic}`
}
