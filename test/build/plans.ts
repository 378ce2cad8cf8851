/** Plans over a wallet that holds some positions: their legs, what is quoted of them, and what became of them. */
import { expect } from 'vitest'
import type { Devnet } from '../../devnet/start.ts'
import { addressOfKey, keyOf } from '../../src/shared/domain/address.ts'
import type { Outcome } from '../../src/shared/domain/outcome.ts'
import { agree, followed } from './journeys.ts'
import { ALICE, answerOf } from './room.ts'
import type { TestWallet } from './wallet.ts'

export const ALICE_KEY = keyOf(ALICE)
/** Two positions on root and on each subnet. */
const POSITIONS = 26
/** What `forEachTest` is to do before there is a wallet. */
export const WITH_POSITIONS = {
  prepare: (node: Devnet) => {
    node.grantStakes([ALICE_KEY], POSITIONS)
    node.seal(5)
  },
}

export interface Leg {
  readonly operation: string
  readonly values: Readonly<Record<string, string | number | { readonly [name: string]: string | number }>>
}

export function leg(position: { readonly hotkey: string; readonly netuid: number } | undefined): Leg {
  return position === undefined
    ? expect.fail('no position')
    : { operation: 'remove-stake', values: { position, amount: 'max' } }
}

export function planOf(legs: readonly Leg[], whole = false, tolerance = 50) {
  return { account: ALICE, legs, whole, tolerance }
}

export function removed({ effects = [] }: Outcome) {
  return effects.map((effect) => (effect.kind === 'removed' ? effect.tao : expect.fail(effect.kind)))
}

export function plansOf(test: () => { readonly devnet: Devnet; readonly wallet: TestWallet }) {
  const positionsOn = async (subnet: number) => {
    const view = await test().wallet.wallet.seen('positions', ({ fresh }) => fresh)
    return (view.positions?.positions ?? [])
      .filter(({ netuid }) => netuid === subnet)
      .map(({ hotkey, alpha }) => ({ position: { hotkey: addressOfKey(hotkey), netuid: subnet }, alpha }))
  }
  /** Out of the first position on each of some subnets. */
  const leave = async (...subnets: readonly number[]): Promise<readonly Leg[]> =>
    (await Promise.all(subnets.map(positionsOn))).map(([first]) => leg(first?.position))
  /** Makes a block, and waits until the wallet has heard of it. */
  const sealed = async (make: () => unknown): Promise<void> => {
    make()
    const best = test().devnet.node.chain.best().header.number
    await test().wallet.wallet.seen('chain', (status) => status.kind === 'online' && status.best >= best)
  }
  const quoted = async (plan: ReturnType<typeof planOf> & { readonly shield?: boolean }) =>
    answerOf(await test().wallet.wallet.ask['plans.quote'](plan))
  const proposed = async (plan: ReturnType<typeof planOf>) =>
    answerOf(await test().wallet.wallet.ask['plans.propose'](plan)).approval
  const carriedOut = async (plan: ReturnType<typeof planOf>) => {
    const id = await proposed(plan)
    answerOf(await agree(test().wallet.approve, id))
    return outcomeOf(id)
  }
  const outcomeOf = async (id: string): Promise<Outcome> => {
    const { state } = await followed(test().wallet, test().devnet, { id, kind: 'final' })
    return state.kind === 'final' ? state.outcome : expect.fail('not final')
  }
  return { positionsOn, leave, sealed, quoted, proposed, carriedOut, outcomeOf }
}
