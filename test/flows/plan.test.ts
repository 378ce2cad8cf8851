/** What becomes of a plan that was agreed to, and how it is told before and after. */
import { describe, expect, it } from 'vitest'
import type { Devnet } from '../../devnet/start.ts'
import { agree, followed, forEachTest, review } from '../build/journeys.ts'
import { ALICE_KEY, planOf, plansOf, removed, WITH_POSITIONS } from '../build/plans.ts'
import { answerOf } from '../build/room.ts'
import type { TestWallet } from '../build/wallet.ts'

describe('a plan', () => {
  let devnet: Devnet
  let wallet: TestWallet
  forEachTest((made) => {
    devnet = made.devnet
    wallet = made.wallet
  }, WITH_POSITIONS)
  const { leave, sealed, quoted, proposed, outcomeOf } = plansOf(() => ({ devnet, wallet }))

  it('of which one leg fails leaves the others done, and says what became of each', async () => {
    const id = await proposed(planOf(await leave(1, 2, 3)))
    devnet.movePrice(2, 90)
    answerOf(await agree(wallet.approve, id))
    const outcome = await outcomeOf(id)
    expect(outcome).toMatchObject({
      kind: 'failed',
      legs: [
        { kind: 'done', path: 'calls.0' },
        { kind: 'failed', path: 'calls.1', pallet: 'Swap', error: 'PriceLimitExceeded' },
        { kind: 'done', path: 'calls.2' },
      ],
    })
    expect(outcome.says?.[0]).toEqual(['2 of 3 calls were carried out.'])
    expect(removed(outcome)).toHaveLength(2)
  })
  it('that is all or nothing leaves everything as it was when one leg fails, and says so', async () => {
    const id = await proposed(planOf(await leave(1, 2, 3), true))
    devnet.movePrice(2, 90)
    const before = devnet.freeBalance(ALICE_KEY)
    answerOf(await agree(wallet.approve, id))
    const outcome = await outcomeOf(id)
    expect(outcome).toMatchObject({ kind: 'failed', error: 'PriceLimitExceeded' })
    expect(outcome.says?.[0]?.[0]).toContain('None of the 3 calls took effect')
    expect(outcome.effects).toBeUndefined()
    expect(devnet.freeBalance(ALICE_KEY)).toBe(before - (outcome.fee ?? 0n))
  })
  it('is reviewed leg by leg, and says when a price has run away since', async () => {
    const id = await proposed(planOf(await leave(1, 2)))
    const { steps, findings, callName } = await review(wallet.approve, id)
    expect(callName).toBe('Utility.force_batch')
    expect(steps.map(({ path, name }) => [path, name])).toEqual([
      ['force_batch[0]', 'SubtensorModule.remove_stake_full_limit'],
      ['force_batch[1]', 'SubtensorModule.remove_stake_full_limit'],
    ])
    expect(findings.filter(({ level }) => level === 'refuse')).toEqual([])
    const now = async () => answerOf(await wallet.approve.ask['approvals.material']({ id })).findings
    expect((await now()).filter(({ blocks }) => blocks === true)).toEqual([])
    await sealed(() => devnet.movePrice(2, 90))
    expect((await now()).filter(({ blocks }) => blocks === true).map(({ id: name }) => name)).toEqual([
      'force_batch[1]/limit-passed',
    ])
  })
  it('is called in the activity by what each of its calls does', async () => {
    const id = await proposed(planOf(await leave(0, 1), true))
    answerOf(await agree(wallet.approve, id))
    const { description } = await followed(wallet, devnet, { id, kind: 'final' })
    expect(description.sentence).toEqual(['Unstake 2 times, all of them or none.'])
    expect(description.rows.map(({ label, value: [begin] }) => [label, begin])).toEqual([
      ['Call 1', 'Unstake '],
      ['Call 2', 'Unstake '],
    ])
  })
  it('can be shielded, and is told by what was in the envelope', async () => {
    const plan = planOf(await leave(1, 2))
    expect((await quoted(plan)).shieldable).toBe(true)
    expect((await quoted(planOf(await leave(0)))).shieldable).toBe(false)
    // Which is paid for: the envelope has a fee of its own.
    const fees = [await quoted(plan), await quoted({ ...plan, shield: true })].map(({ fee }) => fee ?? 0n)
    expect(fees[1]).toBeGreaterThan(fees[0] ?? expect.fail('no fee'))
    const { approval: id } = answerOf(await wallet.wallet.ask['plans.propose']({ ...plan, shield: true }))
    answerOf(await agree(wallet.approve, id))
    const record = await followed(wallet, devnet, { id, kind: 'final' })
    expect(record.envelope).toBeDefined()
    expect(record.state).toMatchObject({
      outcome: { kind: 'done', legs: [{ kind: 'done' }, { kind: 'done' }] },
    })
  })
})
