// For tests of staking: calls with their arguments named, positions as they stand, and runtime APIs asked by name.

import { join } from '../../chain/bytes.ts'
import { slotsOf } from '../../chain/slots.ts'
import type { Api, ApiAnswer, ApiArgs, Outer } from '../../runtime/declare.ts'
import { SubtensorModule } from '../../runtime/declared/subtensor-module.ts'
import { call, errorNamed, field, type Key, type Shown, type TestNode } from '../../testkit.ts'
import type { Context } from '../context.ts'
import { type Position, stakeOf } from './shares.ts'

export const slots = slotsOf(SubtensorModule)

/** A call of SubtensorModule. */
export const subtensor = (name: string, args: Readonly<Record<string, unknown>>): Outer =>
  call('SubtensorModule', name, args)

/** A look at the state after the newest block. */
export const now = (test: TestNode): Context => test.node.view()

export const stakeNow = (test: TestNode, coldkey: Key, rest: Omit<Position, 'coldkey'>): bigint =>
  stakeOf(now(test), { coldkey: coldkey.account, ...rest })

type ErrorName = Parameters<typeof errorNamed<typeof SubtensorModule>>[1]
export const subtensorError = (name: ErrorName) => errorNamed(SubtensorModule, name)

/** What a runtime API answers after the newest block. */
export function ask<A extends Api, F extends keyof A['methods'] & string>(
  test: TestNode,
  api: A,
  method: F,
  args: ApiArgs<A, F>,
): ApiAnswer<A, F> {
  const { inputs, output } = api.methods[method] as Api['methods'][string]
  const given = args as Readonly<Record<string, unknown>>
  const encoded = Object.entries(inputs).map(([name, ty]) => ty.codec.enc(given[name]))
  const bytes = test.node.callApi(`${api.name}_${method}`, join(...encoded), test.node.chain.best())
  return output.codec.dec(bytes.slice())
}

/** The fields of an event that has no names for them. */
export const fieldsOf = (events: readonly Shown[] | undefined, name: string): readonly unknown[] => {
  const found = field(events, `SubtensorModule.${name}`)
  return Array.isArray(found) ? found : [found]
}

/** Changes the state from outside, in a block of its own. */
export const meddle = (test: TestNode, change: (c: Context) => void): void =>
  void test.node.seal({ intervene: change })

/** Makes blocks. */
export const wait = (test: TestNode, blocks: number): void => {
  for (let i = 0; i < blocks; i++) test.node.seal()
}
