/** A call with all the calls inside it: each with its place, for whom it acts, and what it means to the wallet. */
import type { Address } from '../domain/address.ts'
import { type AnyOperation, operations, readCall } from '../operations/index.ts'
import type { DecodedCall } from '../runtime/metadata.ts'
import { signing } from './actors.ts'
import { type Carrier, carrierOf } from './carriers.ts'
import { type Place, placesIn } from './places.ts'

type Meaning =
  | { readonly kind: 'operation'; readonly operation: AnyOperation; readonly params: unknown }
  | { readonly kind: 'carrier'; readonly carrier: Carrier }
  | { readonly kind: 'unknown' }

export interface Node extends Place {
  readonly meaning: Meaning
  readonly inner: readonly Node[]
}

type Registry = Readonly<Record<string, AnyOperation>>

export function unfold(call: DecodedCall, signer: Address, among: Registry = operations): Node {
  return unfoldAt({ path: '', depth: 0, call, actor: signing(signer) }, among)
}

/** All of them in the order they run, each before what is inside it. */
export function nodesOf(node: Node): readonly Node[] {
  const all: Node[] = []
  const visit = (each: Node): void => {
    all.push(each)
    for (const inner of each.inner) visit(inner)
  }
  visit(node)
  return all
}

function unfoldAt(place: Place, among: Registry): Node {
  const { call } = place
  const meaning: Meaning =
    call.branches.length === 0 ? meaningOf(call, among) : { kind: 'carrier', carrier: carrierOf(call.name) }
  return { ...place, meaning, inner: placesIn(place).map((inner) => unfoldAt(inner, among)) }
}

function meaningOf(call: DecodedCall, among: Registry): Meaning {
  const intent = readCall(call, among)
  return intent.kind === 'operation' ? intent : { kind: 'unknown' }
}
