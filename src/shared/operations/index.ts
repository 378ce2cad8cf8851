/** Everything the wallet can do or explain, and what a decoded call means in those terms. */
import { fits } from '../codec.ts'
import type { Call } from '../domain/extrinsic.ts'
import type { DecodedCall } from '../runtime/metadata.ts'
import { addStake } from './add-stake.ts'
import type { CallName, Operation } from './define.ts'
import { removeStake } from './remove-stake.ts'
import { transfer } from './transfer.ts'

/** One line each, in alphabetical order. */
export const operations = {
  'add-stake': addStake,
  'remove-stake': removeStake,
  transfer,
} as const

export type OperationId = keyof typeof operations
// biome-ignore lint/suspicious/noExplicitAny: operations differ in every type parameter; each file has its own checked
export type AnyOperation = Operation<OperationId, any, any, any, any>

export type Intent =
  | { readonly kind: 'operation'; readonly operation: AnyOperation; readonly params: unknown }
  | { readonly kind: 'carrier'; readonly call: DecodedCall; readonly branches: readonly IntentBranch[] }
  | { readonly kind: 'unknown'; readonly call: Call }
interface IntentBranch {
  readonly path: string
  readonly intent: Intent
}

export function operationOf(id: OperationId): AnyOperation {
  return operations[id]
}

export function isOperationId(id: string): id is OperationId {
  return Object.hasOwn(operations, id)
}

/** The call an operation's params make. */
export function buildCall(operation: AnyOperation, params: unknown): Call {
  const { name, args } = operation.build(params)
  return { name, args: args as Call['args'] }
}

/** What a call means. Arguments that do not check are never guessed at: the call stays unknown. */
export function readCall(
  call: DecodedCall,
  among: Readonly<Record<string, AnyOperation>> = operations,
): Intent {
  if (call.branches.length > 0)
    return {
      kind: 'carrier',
      call,
      branches: call.branches.map((branch) => ({ path: branch.path, intent: readCall(branch.call, among) })),
    }
  for (const operation of Object.values(among)) {
    const shape = operation.calls[call.name as CallName]
    if (shape !== undefined && fits(shape, call.args))
      return { kind: 'operation', operation, params: operation.parse({ name: call.name, args: call.args }) }
  }
  return { kind: 'unknown', call }
}
