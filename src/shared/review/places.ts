/** Where the calls inside a call stand, and for whom each acts. */
import type { Branch, DecodedCall } from '../runtime/metadata.ts'
import { type Actor, actorWithin } from './actors.ts'

export interface Place {
  /** Empty for the call itself, else like `batch[36]` or `batch[1] › proxy`. */
  readonly path: string
  readonly depth: number
  readonly call: DecodedCall
  readonly actor: Actor
}

/** Those directly inside. */
export function placesIn({ path, depth, call, actor }: Place): readonly Place[] {
  if (call.branches.length === 0) return []
  const within = actorWithin(call, actor)
  return call.branches.map((branch) => {
    const place = placeOf(call, branch)
    const inner = path === '' ? place : `${path} › ${place}`
    return { path: inner, depth: depth + 1, call: branch.call, actor: within }
  })
}

/** It and all inside it, in the order they run, each before what is inside it. */
export function placesFrom(place: Place): readonly Place[] {
  return [place, ...placesIn(place).flatMap(placesFrom)]
}

/** `batch[36]` for one of several, `if_else.fallback` for one of two, `proxy` for the only one. */
function placeOf({ name }: DecodedCall, { path }: Branch): string {
  const method = name.slice(name.indexOf('.') + 1)
  const [argument = '', at, ...more] = path.split('.')
  if (argument === 'call' && at === undefined) return method
  if (argument === 'calls' && at !== undefined && more.length === 0) return `${method}[${at}]`
  return `${method}.${path}`
}
