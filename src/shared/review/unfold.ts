/** A call with all the calls inside it: each with its place, for whom it acts, and what it means to the wallet. */
import type { Address } from '../domain/address.ts'
import { type AnyOperation, operations, readCall } from '../operations/index.ts'
import type { Branch, DecodedCall } from '../runtime/metadata.ts'
import { type Actor, signing } from './actors.ts'
import { type Carrier, carrierOf } from './carriers.ts'

type Meaning =
  | { readonly kind: 'operation'; readonly operation: AnyOperation; readonly params: unknown }
  | { readonly kind: 'carrier'; readonly carrier: Carrier }
  | { readonly kind: 'unknown' }

export interface Node {
  /** Empty for the call itself, else like `batch[36]` or `batch[1] › proxy`. */
  readonly path: string
  readonly depth: number
  readonly call: DecodedCall
  readonly actor: Actor
  readonly meaning: Meaning
  readonly inner: readonly Node[]
}

type Registry = Readonly<Record<string, AnyOperation>>

export function unfold(call: DecodedCall, signer: Address, among: Registry = operations): Node {
  return unfoldAt(call, { path: '', depth: 0, actor: signing(signer) }, among)
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

function unfoldAt(call: DecodedCall, at: Pick<Node, 'path' | 'depth' | 'actor'>, among: Registry): Node {
  if (call.branches.length === 0) return { ...at, call, meaning: meaningOf(call, among), inner: [] }
  const carrier = carrierOf(call.name)
  const actor = carrier.acts(call.args, at.actor)
  return {
    ...at,
    call,
    meaning: { kind: 'carrier', carrier },
    inner: call.branches.map((branch) => {
      const place = placeOf(call, branch)
      const path = at.path === '' ? place : `${at.path} › ${place}`
      return unfoldAt(branch.call, { path, depth: at.depth + 1, actor }, among)
    }),
  }
}

function meaningOf(call: DecodedCall, among: Registry): Meaning {
  const intent = readCall(call, among)
  return intent.kind === 'operation' ? intent : { kind: 'unknown' }
}

/** `batch[36]` for one of several, `if_else.fallback` for one of two, `proxy` for the only one. */
function placeOf({ name }: DecodedCall, { path }: Branch): string {
  const method = name.slice(name.indexOf('.') + 1)
  const [argument = '', at, ...more] = path.split('.')
  if (argument === 'call' && at === undefined) return method
  if (argument === 'calls' && at !== undefined && more.length === 0) return `${method}[${at}]`
  return `${method}.${path}`
}
