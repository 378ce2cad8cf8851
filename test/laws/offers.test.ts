/** What is offered under which runtime: real ones, and a devnet that was upgraded under the wallet. */
import { describe, expect, it } from 'vitest'
import { type AnyOperation, operations } from '#shared/operations/index.ts'
import { offerOf } from '#shared/operations/offer.ts'
import { type Runtime, readMetadata } from '#shared/runtime/metadata.ts'
import { runtime as declared } from '../../devnet/runtime/declared/runtime.ts'
import { AccountId32 } from '../../devnet/runtime/declared/types/primitives.ts'
import { generate } from '../../devnet/runtime/metadata.ts'
import { u16, u32, u64 } from '../../devnet/runtime/ty.ts'
import { newerRuntime, upgradedRuntime } from '../build/newer-runtime.ts'
import { finneyMetadata, hasFinney } from '../fixtures/finney.ts'

const entries: readonly (readonly [string, AnyOperation])[] = Object.entries(operations)

/** Ids of what has a form and is hidden, with why. */
const hiddenIn = (runtime: Runtime): Readonly<Record<string, string>> =>
  Object.fromEntries(
    entries.flatMap(([id, operation]) => {
      const offer = offerOf(operation, runtime)
      return offer.kind === 'offered' || offer.why === 'explained' ? [] : [[id, `${offer.why} ${offer.call}`]]
    }),
  )

/** Operations of runtimes newer than the pinned one. */
const NEWER = {
  'claim-root-with-hotkey': 'missing SubtensorModule.claim_root_with_hotkey',
  'stake-into-basket': 'missing SubtensorModule.stake_into_basket',
}

describe('an operation with a form', () => {
  it.runIf(hasFinney)('is offered on mainnet at spec 424, unless it came later', () => {
    expect(hiddenIn(readMetadata(finneyMetadata()))).toEqual(NEWER)
  })
  it.runIf(hasFinney)('is hidden on mainnet at spec 393 where that had no such call', () => {
    expect(hiddenIn(readMetadata(finneyMetadata(393)))).toEqual({
      ...NEWER,
      'lock-stake': 'missing SubtensorModule.lock_stake',
      'move-lock': 'missing SubtensorModule.move_lock',
      'register-hotkey': 'missing SubtensorModule.register_limit',
      'set-perpetual-lock': 'missing SubtensorModule.set_perpetual_lock',
      'set-reject-locked-alpha': 'missing SubtensorModule.set_reject_locked_alpha',
    })
  })
  it('is offered on the devnet', () => {
    expect(hiddenIn(readMetadata(generate(declared, 16)))).toEqual(NEWER)
  })
})

describe('a runtime that was upgraded under the wallet', () => {
  it('hides what lost its call', () => {
    const runtime = upgradedRuntime(({ lock_stake: _gone, ...calls }) => calls)
    expect(hiddenIn(runtime)).toEqual({ ...NEWER, 'lock-stake': 'missing SubtensorModule.lock_stake' })
  })
  it('hides what was given an argument more', () => {
    const runtime = upgradedRuntime((calls) => ({
      ...calls,
      lock_stake: { hotkey: AccountId32, netuid: u16, amount: u64, until: u32 },
    }))
    expect(hiddenIn(runtime)).toEqual({ ...NEWER, 'lock-stake': 'changed SubtensorModule.lock_stake' })
  })
  it('hides what was given another type under the same name', () => {
    const runtime = upgradedRuntime((calls) => ({
      ...calls,
      lock_stake: { hotkey: AccountId32, netuid: u16, amount: u32 },
    }))
    expect(hiddenIn(runtime)).toEqual({ ...NEWER, 'lock-stake': 'changed SubtensorModule.lock_stake' })
  })
  it('offers what came with it, where the wallet knows it', () => {
    expect(hiddenIn(newerRuntime())).toEqual({})
  })
})
