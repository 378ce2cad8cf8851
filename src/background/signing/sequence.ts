/** Calls of one batch, priced in their order at one block. What belongs to the batch, like its fee, is left out of each. */
import type { Address } from '#shared/domain/address.ts'
import type { Finding } from '#shared/domain/description.ts'
import type { Call } from '#shared/domain/extrinsic.ts'
import type { Balance } from '#shared/domain/portfolio.ts'
import type { Trade } from '#shared/domain/trade.ts'
import { rao } from '#shared/domain/units.ts'
import type { Asks } from '#shared/operations/facts.ts'
import { feeFindings, type Purse, purseOf } from '#shared/operations/fee-rules.ts'
import { blocked } from '#shared/operations/findings.ts'
import { type AnyOperation, buildCall } from '#shared/operations/index.ts'
import type { Book } from '../accounts/book.ts'
import { type FactChain, type Ground, readGround } from './facts.ts'
import { createLedger } from './ledger.ts'
import type { Finished, Reads } from './quote.ts'

export interface SequenceDeps {
  readonly chain: FactChain
  readonly book: Book
}

export interface Priced {
  readonly call: Call
  readonly trades: readonly Trade[]
  readonly findings: readonly Finding[]
}

export interface Sequence {
  readonly start: Ground
  readonly reads: Reads
  /** Prices the next call; one that could only fail leaves nothing behind. */
  next(operation: AnyOperation, finished: Pick<Finished, 'params' | 'facts'>): Priced
  /** Free TAO after all of them, the fee aside. */
  left(): bigint
  /** What speaks against the batch as a whole. */
  findings(fee: bigint): readonly Finding[]
}

const NONE = rao(0n)

export function isBlocking({ blocks }: Finding): boolean {
  return blocks === true
}

/** @throws WalletError `offline`, `timeout` or `wrong-chain` */
export async function beginSequence(signer: Address, deps: SequenceDeps): Promise<Sequence> {
  const asks = purseOf(signer)
  const start = await readGround(asks, signer, deps)
  const ledger = createLedger()
  const { own } = start
  // Below nothing: the call that spends it is found out by its own rules.
  const ownNow = (): Balance => {
    const free = own.free + ledger.free().now
    return { ...own, free: rao(free > 0n ? free : 0n) }
  }
  const answerIn = (fact: Asks[string]['fact'], told: Ground['answers'][string]) => {
    if (fact === 'balance') return ownNow()
    if (fact === 'existentialDeposit' || fact === 'fee') return NONE
    return fact === 'coldkeySwap' ? undefined : told
  }
  return {
    start,
    reads: {
      fee: () => Promise.resolve(NONE),
      ground: async (wanted) => {
        const ground = await readGround(wanted, signer, deps, { block: start.block, before: ledger })
        const answers = Object.entries(wanted).map(([name, { fact }]) => [
          name,
          answerIn(fact, ground.answers[name]),
        ])
        return { ...ground, answers: Object.fromEntries(answers) as Ground['answers'] }
      },
    },
    next: (operation, { params, facts }) => {
      const findings = [...operation.warns(params), ...operation.risks(params, facts, signer)]
      const { form } = operation
      if (form?.flow !== undefined && !findings.some(isBlocking)) ledger.note(form.flow(params, facts))
      return { call: buildCall(operation, params), trades: form?.trades?.(params, facts) ?? [], findings }
    },
    left: () => own.free + ledger.free().now,
    findings: (fee) => {
      const { deposit = NONE, held } = start.answers as Pick<Purse, 'held'> & Partial<Purse>
      const lacking = feeFindings({ own, deposit, fee: rao(fee), held })
      if (lacking.length > 0 || own.free + ledger.free().least >= fee + deposit) return lacking
      return [
        blocked('insufficient', [
          'More than there is: what is staked, and the fee, must be there by its turn.',
        ]),
      ]
    },
  }
}
