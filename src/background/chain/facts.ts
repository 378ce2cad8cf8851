/** What a call costs and what an account needs, asked of the runtime itself. */
import { u32 } from '@polkadot-api/substrate-bindings'
import type { Address } from '#shared/domain/address.ts'
import { type Hash, join, toHex } from '#shared/domain/bytes.ts'
import { WalletError } from '#shared/domain/errors.ts'
import type { Call } from '#shared/domain/extrinsic.ts'
import { type Rao, rao } from '#shared/domain/units.ts'
import { ENVELOPE_CALL, ENVELOPE_OVERHEAD } from '#shared/runtime/envelope-call.ts'
import type { Runtime } from '#shared/runtime/metadata.ts'
import { constantOf } from './by-name.ts'
import type { Cost } from './chain.ts'
import type { Connection } from './connection.ts'
import { bigOf, fieldOf, maybeOf } from './decoded.ts'
import { dummyExtrinsic } from './dummy.ts'
import { readBytes, readNumber } from './replies.ts'

/** Balances.ExistentialDeposit. @throws WalletError `unreadable` for a runtime without it */
export function readExistentialDeposit(runtime: Runtime): Rao {
  const constant = runtime.lookup.metadata.pallets
    .find((pallet) => pallet.name === 'Balances')
    ?.constants.find((candidate) => candidate.name === 'ExistentialDeposit')
  if (constant === undefined) throw new WalletError('unreadable', { why: 'no existential deposit' })
  return amountOf(runtime.builder.buildConstant('Balances', 'ExistentialDeposit').dec(constant.value))
}

export interface FeeQuestion {
  readonly call: Call
  readonly account: Address
  readonly runtime: Runtime
  readonly genesis: Hash
  readonly at: { readonly number: number; readonly hash: Hash }
}

/**
 * TransactionPaymentApi.query_info (spec 424), asked with an extrinsic as long as the real one: the length
 * and the weight of the extensions are charged too.
 * @throws WalletError `unreadable` when the call does not fit the runtime
 */
export async function askCost(connection: Connection, question: FeeQuestion): Promise<Cost> {
  const extrinsic = dummyExtrinsic(question)
  const { value } = question.runtime.builder.buildRuntimeCall('TransactionPaymentApi', 'query_info')
  const params = join(extrinsic, u32.enc(extrinsic.length))
  return connection.ask(
    'state_call',
    ['TransactionPaymentApi_query_info', toHex(params), question.at.hash],
    (result) => {
      const bytes = readBytes(result)
      if (bytes === undefined) return undefined
      const info: unknown = value.dec(bytes)
      return {
        fee: amountOf(fieldOf(info, 'partial_fee')),
        weight: bigOf(fieldOf(fieldOf(info, 'weight'), 'ref_time')),
        most: mostWeight(question.runtime),
      }
    },
  )
}

/** System.BlockWeights, class normal, to which all of the wallet's calls belong (spec 424). */
function mostWeight(runtime: Runtime): bigint | undefined {
  const limits = constantOf(runtime, 'System', 'BlockWeights')
  const normal = limits && fieldOf(fieldOf(limits, 'per_class'), 'normal')
  return maybeOf(normal && fieldOf(normal, 'max_extrinsic'), (most) => bigOf(fieldOf(most, 'ref_time')))
}

/** The question about the envelope that a call would go in: as long as the real one. */
export function aroundIt(question: FeeQuestion): FeeQuestion {
  const ciphertext = new Uint8Array(ENVELOPE_OVERHEAD + dummyExtrinsic(question).length)
  return { ...question, call: { name: ENVELOPE_CALL, args: { ciphertext } } }
}

/** The next nonce, the pool counted. */
export function askNextNonce(connection: Connection, account: Address): Promise<number> {
  return connection.ask('system_accountNextIndex', [account], readNumber)
}

function amountOf(value: unknown): Rao {
  if (typeof value !== 'bigint') throw new WalletError('unreadable', { why: 'not an amount' })
  return rao(value)
}
