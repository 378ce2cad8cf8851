// What an RPC family is made of: methods by name, their errors, and subscriptions that start after the reply.
import { fromHex, type Hex, isHex } from '../chain/bytes.ts'

export interface Call {
  /**
   * Opens a subscription. `start` runs after the reply with the id has left (a client that does not know the id yet would
   * drop or crash on a notification); what it returns is run when the subscription ends.
   */
  readonly subscribe: (notification: string, start: (notify: (result: unknown) => void) => () => void) => Hex
  readonly unsubscribe: (id: unknown) => boolean
  /** Runs after the reply has left. */
  readonly afterReply: (work: () => void) => void
  /** Runs when the connection ends. */
  readonly onClose: (work: () => void) => void
  /** Stands for the connection: the same object in every call on it. */
  readonly connection: object
}

export type Method = (params: readonly unknown[], call: Call) => unknown
export type Methods = Readonly<Record<string, Method>>

export class RpcError extends Error {
  readonly code: number
  readonly data: unknown
  constructor(code: number, message: string, data?: unknown) {
    super(message)
    this.code = code
    this.data = data
  }
}

export const invalidParams = (message: string): RpcError => new RpcError(-32602, 'Invalid params', message)

/** A required hex parameter. */
export function hexParam(value: unknown, name: string): Hex {
  if (!isHex(value)) throw invalidParams(`${name} must be 0x hex`)
  return value.toLowerCase() as Hex
}

export const bytesParam = (value: unknown, name: string): Uint8Array => fromHex(hexParam(value, name))

/** An optional hex parameter; clients leave it out or send null. */
export const optionalHex = (value: unknown, name: string): Hex | undefined =>
  value === undefined || value === null ? undefined : hexParam(value, name)

/** A list of hex keys. */
export function hexList(value: unknown, name: string): readonly Hex[] {
  if (!Array.isArray(value)) throw invalidParams(`${name} must be a list`)
  return value.map((entry) => hexParam(entry, name))
}
