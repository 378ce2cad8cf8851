/** What calls cost, kept for a while: a form asks again at every block, and its fee is the same until the runtime's is another. */
import type { Cost } from './chain.ts'
import type { Connection } from './connection.ts'
import { dummyExtrinsic } from './dummy.ts'
import { askCost, type FeeQuestion } from './facts.ts'

export interface Fees {
  /** @throws WalletError `unreadable` when the call does not fit the runtime */
  of(connection: Connection, question: FeeQuestion): Promise<Cost>
}

/** Blocks for which a fee is taken to be as it was. */
const KEPT = 25
/**
 * Weights of these depend on the call and on nothing in it, and a length is charged for itself (TransactionPayment, spec
 * 424); carriers of other calls cost what is in them.
 */
const PLAIN = /^(?:Balances|SubtensorModule|MevShield)\./

export function createFees(): Fees {
  const kept = new WeakMap<Connection, Map<string, { readonly at: number; readonly cost: Promise<Cost> }>>()
  return {
    of: (connection, question) => {
      const { call, runtime, at } = question
      if (!PLAIN.test(call.name)) return askCost(connection, question)
      const fees = kept.get(connection) ?? new Map()
      kept.set(connection, fees)
      const key = `${runtime.spec} ${call.name} ${dummyExtrinsic(question).length}`
      const present = fees.get(key)
      if (present !== undefined && Math.abs(at.number - present.at) <= KEPT) return present.cost
      const cost = askCost(connection, question)
      fees.set(key, { at: at.number, cost })
      cost.catch(() => fees.delete(key))
      return cost
    },
  }
}
