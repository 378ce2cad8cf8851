// From a decoded call to its handler: origins, call filters, and the loud failure of a call that nobody handles.
import type { CallArgs, Outer, Pallet } from '../runtime/declare.ts'
import { System } from '../runtime/declared/system.ts'
import type { Tagged } from '../runtime/named.ts'
import type { Erased } from '../runtime/node.ts'
import { type AccountId, type Context, DispatchFailure, fail } from './context.ts'

type CallFilter = (call: Outer) => boolean

export type Origin =
  | { readonly kind: 'root' }
  | { readonly kind: 'none' }
  | { readonly kind: 'signed'; readonly account: AccountId; readonly filters: readonly CallFilter[] }

/** What a handler used in the end, in picoseconds, where that is less than was paid for. */
export interface Outcome {
  readonly refTime?: bigint
}

/** Everything a handler may reach besides its arguments. */
export interface Calls {
  /** Runs another call with an origin, in a layer of its own. Throws DispatchFailure. */
  readonly dispatch: (c: Context, origin: Origin, call: Outer) => Outcome
  /** The call as bytes, as a client encodes it. */
  readonly encode: (call: Outer) => Uint8Array
  /** A call that was kept as bytes; undefined where they are none of this runtime's. */
  readonly decode: (bytes: Uint8Array) => Outer | undefined
  readonly refTime: (call: Outer) => bigint
}

type Handler<A> = (c: Context, origin: Origin, args: A, calls: Calls) => Outcome | undefined
type Handlers<P extends Pallet> = {
  readonly [C in keyof P['calls'] & string]?: Handler<CallArgs<P, C>>
}

export interface PalletCalls {
  readonly pallet: string
  readonly handlers: Readonly<Record<string, Handler<Erased> | undefined>>
}

/** The behaviour of a pallet's calls; arguments are typed by the declaration. */
export function behaviour<P extends Pallet>(pallet: P, handlers: Handlers<P>): PalletCalls {
  return { pallet: pallet.name, handlers }
}

/** A declared call without a handler: a devnet must never let it look as if it had worked. */
export class NotSimulated extends Error {
  readonly call: string
  constructor(call: string) {
    super(`devnet does not simulate ${call}`)
    this.call = call
  }
}

export const nameOf = (call: Outer): string => `${call.type}.${call.value.type}`

export function signed(origin: Origin): AccountId {
  if (origin.kind !== 'signed') throw new DispatchFailure({ type: 'BadOrigin' })
  return origin.account
}

export function requireRoot(origin: Origin): void {
  if (origin.kind !== 'root') throw new DispatchFailure({ type: 'BadOrigin' })
}

/** The account behind an address; anything but a plain id is not looked up. */
export function lookup(address: Tagged): AccountId {
  if (address.type !== 'Id' || typeof address.value !== 'string')
    throw new DispatchFailure({ type: 'CannotLookup' })
  return address.value
}

type Told = { type: 'Ok'; value: undefined } | { type: 'Err'; value: DispatchFailure['error'] }

/** Runs a call and tells how it went; only a fault of the simulator goes on. */
export function told(c: Context, origin: Origin, call: Outer, calls: Calls): Told {
  try {
    calls.dispatch(c, origin, call)
    return { type: 'Ok', value: undefined }
  } catch (error) {
    if (!(error instanceof DispatchFailure)) throw error
    return { type: 'Err', value: error.error }
  }
}

export interface Dispatcher extends Calls {
  /** Names the first call in here, itself included, that has no handler. */
  readonly unhandled: (call: Outer) => string | undefined
}

interface Deps extends Omit<Calls, 'dispatch'> {
  readonly tables: readonly PalletCalls[]
  readonly baseFilter: (c: Context, call: Outer) => boolean
  /** Refuses what an account may not do now, by throwing. */
  readonly guard: (c: Context, account: AccountId, call: Outer) => void
}

export function createDispatcher({ tables, baseFilter, guard, encode, decode, refTime }: Deps): Dispatcher {
  const byPallet = new Map(tables.map((table) => [table.pallet, table.handlers]))
  const handlerOf = (call: Outer): Handler<Erased> | undefined => byPallet.get(call.type)?.[call.value.type]

  const calls: Dispatcher = {
    encode,
    decode,
    refTime,
    dispatch: (c, origin, call) => {
      const passes =
        origin.kind === 'root' ||
        (baseFilter(c, call) && (origin.kind === 'none' || origin.filters.every((filter) => filter(call))))
      if (!passes) throw fail(System, 'CallFiltered')
      if (origin.kind === 'signed') guard(c, origin.account, call)
      const handler = handlerOf(call)
      if (!handler) throw new NotSimulated(nameOf(call))
      return c.transaction(() => handler(c, origin, call.value.value, calls)) ?? {}
    },
    unhandled: (call) => (handlerOf(call) ? undefined : nameOf(call)),
  }
  return calls
}
