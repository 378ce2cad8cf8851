import { describe, expect, it } from 'vitest'
import { fromHex, toHex } from '#shared/domain/bytes.ts'
import { type Runtime, readMetadata } from '#shared/runtime/metadata.ts'
import { finneyMetadata, hasFinney } from '../../../test/fixtures/finney.ts'
import { readOutcome } from './outcome.ts'

const runtime: Runtime | undefined = hasFinney ? readMetadata(finneyMetadata()) : undefined
const SIGNER = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY'
const INFO = {
  weight: { ref_time: 0n, proof_size: 0n },
  class: { type: 'Normal' },
  pays_fee: { type: 'Yes' },
}

/** An event as the decoder gives it; encoded with the runtime's own codec. */
const event = (pallet: string, name: string, value: unknown, index = 1) => ({
  phase: { type: 'ApplyExtrinsic', value: index },
  event: { type: pallet, value: { type: name, value } },
  topics: [],
})
const success = (index = 1) => event('System', 'ExtrinsicSuccess', { dispatch_info: INFO }, index)
const failure = (error: unknown, index = 1) =>
  event('System', 'ExtrinsicFailed', { dispatch_error: error, dispatch_info: INFO }, index)
const fee = (amount: bigint, index = 1) =>
  event('TransactionPayment', 'TransactionFeePaid', { who: SIGNER, actual_fee: amount, tip: 0n }, index)
const FROZEN = { type: 'Token', value: { type: 'Frozen' } }
// The library writes a module's error shorter than the chain does, so its bytes are put in place of those of FROZEN.
const FROZEN_BYTES = '0705'
const INSUFFICIENT_BYTES = '030502000000'

describe.skipIf(runtime === undefined)('the outcome of an extrinsic', () => {
  const outcomeOf = (events: readonly unknown[], index = 1) => {
    if (runtime === undefined) throw new Error('skipped')
    const codec = runtime.builder.buildStorage('System', 'Events').value
    return readOutcome(runtime, codec.enc(events), { index })
  }

  const outcomeInModule = (events: readonly unknown[]) => {
    if (runtime === undefined) throw new Error('skipped')
    const hex = toHex(runtime.builder.buildStorage('System', 'Events').value.enc(events))
    expect(hex.split(FROZEN_BYTES)).toHaveLength(2)
    return readOutcome(runtime, fromHex(hex.replace(FROZEN_BYTES, INSUFFICIENT_BYTES)), { index: 1 })
  }

  it('is done when its success is told, with the fee it paid', () => {
    expect(outcomeOf([success(0), fee(164_000n), success()])).toEqual({ kind: 'done', fee: 164_000n })
  })

  it('is done without a fee where none was charged', () => {
    expect(outcomeOf([success()])).toEqual({ kind: 'done' })
  })

  it.each([
    [{ type: 'Token', value: { type: 'FundsUnavailable' } }, 'Token', 'FundsUnavailable'],
    [{ type: 'Arithmetic', value: { type: 'Underflow' } }, 'Arithmetic', 'Underflow'],
    [{ type: 'ConsumerRemaining' }, 'Runtime', 'ConsumerRemaining'],
    [{ type: 'BadOrigin' }, 'Runtime', 'BadOrigin'],
  ])('names the error of a failed dispatch', (error, pallet, name) => {
    expect(outcomeOf([fee(1n), failure(error)])).toEqual({ kind: 'failed', pallet, error: name, fee: 1n })
  })

  it('names the error of a pallet', () => {
    expect(outcomeInModule([fee(1n), failure(FROZEN)])).toEqual({
      kind: 'failed',
      pallet: 'Balances',
      error: 'InsufficientBalance',
      fee: 1n,
    })
  })

  it.each([
    event('Utility', 'BatchInterrupted', {
      index: 1,
      error: FROZEN,
    }),
    event('Utility', 'ItemFailed', { error: FROZEN }),
    event('Proxy', 'ProxyExecuted', {
      result: { success: false, value: FROZEN },
    }),
    event('Sudo', 'Sudid', {
      sudo_result: { success: false, value: FROZEN },
    }),
  ])('is failed when $event.type says that what it carried failed', (inner) => {
    expect(outcomeInModule([inner, fee(5n), success()])).toEqual({
      kind: 'failed',
      pallet: 'Balances',
      error: 'InsufficientBalance',
      fee: 5n,
    })
  })

  it('is done when what a proxy carried went well', () => {
    expect(
      outcomeOf([
        event('Proxy', 'ProxyExecuted', { result: { success: true, value: undefined } }),
        success(),
      ]),
    ).toEqual({ kind: 'done' })
  })

  it('is not told by the events of its neighbours', () => {
    expect(outcomeOf([failure(FROZEN, 0), success(1), failure(FROZEN, 2), fee(9n, 2)])).toEqual({
      kind: 'done',
    })
  })

  it('is unreadable when no event tells it', () => {
    expect(() => outcomeOf([success(0)])).toThrow(expect.objectContaining({ code: 'unreadable' }))
  })

  it('is unreadable when the events are of another runtime', () => {
    if (runtime === undefined) throw new Error('skipped')
    expect(() => readOutcome(runtime, Uint8Array.of(4, 99), { index: 1 })).toThrow(
      expect.objectContaining({ code: 'unreadable' }),
    )
  })
})
