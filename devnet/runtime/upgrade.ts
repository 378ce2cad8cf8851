// Other releases of a runtime: the next spec version, and metadata that lies about a call.
import type { Pallet, Runtime } from './declare.ts'
import { derive } from './derive.ts'
import { at, isAt, type VariantShapes, variantsOf } from './named.ts'
import type { AnyTy } from './node.ts'
import { u64 } from './ty.ts'

/**
 * The runtime of another spec version: the constant System.Version is raised, and Balances gains an event at the end of its
 * list, so that metadata, digest and the type of events differ as after a real upgrade.
 */
export function upgrade(runtime: Runtime, specVersion: number): Runtime {
  return derive(runtime, {
    pallet: (pallet) => {
      if (pallet.name === 'System') return withVersion(pallet, specVersion)
      if (pallet.name !== 'Balances') return pallet
      return { ...pallet, events: { ...pallet.events, Reconciled: { spec: u64 } } }
    },
  })
}

/** System with another spec version in its constant. */
function withVersion(pallet: Pallet, specVersion: number): Pallet {
  const version = pallet.constants?.['Version']
  if (!version) throw new Error('System has no constant Version')
  const raised = { ...version, value: { ...version.value, spec_version: specVersion } }
  return { ...pallet, constants: { ...pallet.constants, Version: raised } }
}

export interface Lie {
  readonly pallet: string
  readonly call: string
}

/** Metadata in which two calls of a pallet have exchanged their indexes: who trusts it signs one and means the other. */
export function exchangeCalls(
  runtime: Runtime,
  { pallet, call, other }: Lie & { readonly other: string },
): Runtime {
  return changeCalls(runtime, pallet, (calls) => {
    const indexes = new Map(variantsOf(calls).map((variant) => [variant.name, variant.index]))
    const index = (name: string): number => {
      const found = indexes.get(name === call ? other : name === other ? call : name)
      if (found === undefined) throw new Error(`${pallet} has no call ${call} or ${other}`)
      return found
    }
    return Object.fromEntries(
      Object.entries(calls).map(([name, entry]) => [
        name,
        at(index(name), isAt(entry) ? entry.shape : entry),
      ]),
    )
  })
}

/** Metadata in which an argument of a call has another name: who reads it shows the wrong words for right bytes. */
export function renameArgument(
  runtime: Runtime,
  { pallet, call, from, to }: Lie & { readonly from: string; readonly to: string },
): Runtime {
  return changeCalls(runtime, pallet, (calls) => {
    const found = variantsOf(calls).find((variant) => variant.name === call)
    if (!found?.fields.some((field) => field.name === from))
      throw new Error(`${pallet}.${call} has no ${from}`)
    const shape: Record<string, AnyTy> = {}
    for (const { name, ty } of found.fields) shape[name === from ? to : (name ?? '')] = ty
    return { ...calls, [call]: at(found.index, shape) }
  })
}

/** Calls by `Pallet.call`, as a new release may have other ones than the last. */
export interface CallChanges {
  readonly removed?: readonly string[]
  /** Each takes one number. */
  readonly added?: readonly string[]
  /** Each is given one more argument, a number, behind its others. */
  readonly extended?: readonly string[]
  /** The heaviest extrinsic it takes, in picoseconds. */
  readonly heaviest?: bigint
}

/** A runtime with other calls, and perhaps another limit to them: what is removed leaves its index free, what is added stands behind all others. */
export function withCalls(
  runtime: Runtime,
  { removed = [], added = [], extended = [], heaviest }: CallChanges,
): Runtime {
  const bounded = heaviest === undefined ? runtime : withHeaviest(runtime, heaviest)
  const fewer = removed.reduce((from, named) => editCall(from, named, () => undefined), bounded)
  const wider = extended.reduce(
    (from, named) => editCall(from, named, ({ index, shape }) => at(index, { ...shape, extra: u64 })),
    fewer,
  )
  return added.reduce((from, named) => {
    const [pallet, call] = split(named)
    return changeCalls(from, pallet, (calls) => {
      if (calls[call]) throw new Error(`${named} is there already`)
      const last = Math.max(...variantsOf(calls).map(({ index }) => index))
      return { ...calls, [call]: at(last + 1, { amount: u64 }) }
    })
  }, wider)
}

function withHeaviest(runtime: Runtime, heaviest: bigint): Runtime {
  return derive(runtime, {
    pallet: (pallet) => {
      const limits = pallet.name === 'System' ? pallet.constants?.['BlockWeights'] : undefined
      if (!limits) return pallet
      const { per_class, ...blocks } = limits.value
      const max_extrinsic = { ref_time: heaviest, proof_size: per_class.normal.max_extrinsic.proof_size }
      const normal = { ...per_class.normal, max_extrinsic }
      const value = { ...blocks, per_class: { ...per_class, normal } }
      return { ...pallet, constants: { ...pallet.constants, BlockWeights: { ...limits, value } } }
    },
  })
}

function split(named: string): readonly [pallet: string, call: string] {
  const [pallet, call, ...more] = named.split('.')
  if (!pallet || !call || more.length > 0) throw new Error(`a call is named Pallet.call, not ${named}`)
  return [pallet, call]
}

interface NamedCall {
  readonly index: number
  readonly shape: Readonly<Record<string, AnyTy>>
}

/** Makes another call of one, or none. The others keep the indexes they have. */
function editCall(
  runtime: Runtime,
  named: string,
  edit: (call: NamedCall) => VariantShapes[string] | undefined,
): Runtime {
  const [pallet, call] = split(named)
  return changeCalls(runtime, pallet, (calls) => {
    if (!calls[call]) throw new Error(`there is no ${named}`)
    const entries = variantsOf(calls).flatMap(({ name, index, fields }) => {
      const shape = Object.fromEntries(fields.map((field) => [field.name ?? '', field.ty]))
      const entry = name === call ? edit({ index, shape }) : at(index, shape)
      return entry === undefined ? [] : [[name, entry] as const]
    })
    return Object.fromEntries(entries)
  })
}

function changeCalls(
  runtime: Runtime,
  name: string,
  change: (calls: VariantShapes) => VariantShapes,
): Runtime {
  if (!runtime.pallets.some((pallet) => pallet.name === name && pallet.calls))
    throw new Error(`no pallet ${name} with calls`)
  return derive(runtime, {
    pallet: (pallet) =>
      pallet.name === name && pallet.calls ? { ...pallet, calls: change(pallet.calls) } : pallet,
  })
}
