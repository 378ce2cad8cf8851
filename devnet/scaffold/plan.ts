// Decides what everything that is declared is called, and which file declares it.
import type { V16 } from '@polkadot-api/substrate-bindings'
import * as declare from '../runtime/declare.ts'
import * as decode from '../runtime/decode.ts'
import * as named from '../runtime/named.ts'
import * as ty from '../runtime/ty.ts'
import type { Source } from './express.ts'
import { entryOf, lift } from './lift.ts'
import { kebab } from './literal.ts'
import type { Origins } from './module.ts'
import { nameTypes, palletName } from './naming.ts'
import { planTypes } from './types-plan.ts'

/** What declarations are written with. */
const MACHINERY = { '../ty.ts': ty, '../named.ts': named, '../declare.ts': declare, '../decode.ts': decode }
/** Names that the printed files import beside what `Origins` knows. */
const IMPORTED = ['Runtime', 'Pallet', 'Out']

export const OUTER = { call: 'RuntimeCall', event: 'RuntimeEvent', error: 'RuntimeError' } as const

export const palletFile = (name: string): string => `${kebab(name)}.ts`
export const apiFile = (name: string): string => `apis/${kebab(name)}.ts`

export interface Plan {
  readonly source: Source
  readonly origins: Origins
  /** The types that each file declares, in their order. */
  readonly types: ReadonlyMap<string, readonly number[]>
}

export function planDeclarations(metadata: V16): Plan {
  const { pallets, apis, lookup, outerEnums } = metadata
  const origins = new Map<string, string>()
  for (const [file, exported] of Object.entries(MACHINERY))
    for (const name of Object.keys(exported)) origins.set(name, file)
  for (const { name } of pallets) origins.set(palletName(name), palletFile(name))
  for (const { name } of apis) origins.set(name, apiFile(name))

  const names = new Map(nameTypes(lookup, new Set([...origins.keys(), ...IMPORTED])))
  // A pallet's own enums are part of its declaration; nothing but the outer enums may mention them.
  for (const { calls, events, errors } of pallets)
    for (const ref of [calls, events, errors]) if (ref) names.delete(ref.type)
  names.set(outerEnums.call, OUTER.call).set(outerEnums.event, OUTER.event).set(outerEnums.error, OUTER.error)
  for (const name of Object.values(OUTER)) origins.set(name, 'outer.ts')
  origins.set('Era', '../era.ts')

  const era = lookup.find((entry) => entry.path.join('::') === 'sp_runtime::generic::era::Era')
  const elsewhere = new Set([...Object.values(outerEnums), ...(era ? [era.id] : [])])
  const source: Source = { metadata, lifted: lift(metadata), names }
  const types = planTypes(source, elsewhere)
  for (const [file, ids] of types) for (const id of ids) origins.set(names.get(id) ?? '', file)
  return { source, origins, types }
}

/** The crate of the runtime itself. */
export const rootOf = ({ lookup, outerEnums }: V16): string => entryOf(lookup, outerEnums.call).path[0] ?? ''
