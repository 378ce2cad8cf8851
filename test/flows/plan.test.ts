import { describe, expect, it } from 'vitest'
import type { Devnet } from '../../devnet/start.ts'
import { validatorHotkey } from '../../devnet/world/ordinary.ts'
import { addressOf, addressOfKey, keyOf } from '../../src/shared/domain/address.ts'
import { fromHex } from '../../src/shared/domain/bytes.ts'
import type { Outcome } from '../../src/shared/domain/outcome.ts'
import type { Trade } from '../../src/shared/domain/trade.ts'
import { TAO } from '../../src/shared/domain/units.ts'
import { agree, followed, forEachTest, review } from '../build/journeys.ts'
import { ALICE, answerOf } from '../build/room.ts'
import type { TestWallet } from '../build/wallet.ts'

const ALICE_KEY = keyOf(ALICE)
/** Two positions on root and on each subnet. */
const POSITIONS = 26

interface Leg {
  readonly operation: string
  readonly values: Readonly<Record<string, string | number | { readonly [name: string]: string | number }>>
}

describe('a plan', () => {
  let devnet: Devnet
  let wallet: TestWallet
  forEachTest(
    (made) => {
      devnet = made.devnet
      wallet = made.wallet
    },
    {
      prepare: (node) => {
        node.grantStakes([ALICE_KEY], POSITIONS)
        node.seal(5)
      },
    },
  )

  const positionsOn = async (subnet: number) => {
    const view = await wallet.wallet.seen('positions', ({ fresh }) => fresh)
    return (view.positions?.positions ?? [])
      .filter(({ netuid }) => netuid === subnet)
      .map(({ hotkey, alpha }) => ({ position: { hotkey: addressOfKey(hotkey), netuid: subnet }, alpha }))
  }
  const leg = (position: { readonly hotkey: string; readonly netuid: number } | undefined): Leg =>
    position === undefined
      ? expect.fail('no position')
      : { operation: 'remove-stake', values: { position, amount: 'max' } }
  /** Out of the first position on each of some subnets. */
  const leave = async (...subnets: readonly number[]): Promise<readonly Leg[]> =>
    (await Promise.all(subnets.map(positionsOn))).map(([first]) => leg(first?.position))
  /** Makes a block, and waits until the wallet has heard of it. */
  const sealed = async (make: () => unknown): Promise<void> => {
    make()
    const best = devnet.node.chain.best().header.number
    await wallet.wallet.seen('chain', (status) => status.kind === 'online' && status.best >= best)
  }
  const planOf = (legs: readonly Leg[], whole = false, tolerance = 50) => ({
    account: ALICE,
    legs,
    whole,
    tolerance,
  })
  const quoted = async (plan: ReturnType<typeof planOf> & { readonly shield?: boolean }) =>
    answerOf(await wallet.wallet.ask['plans.quote'](plan))
  const proposed = async (plan: ReturnType<typeof planOf>) =>
    answerOf(await wallet.wallet.ask['plans.propose'](plan)).approval
  const carriedOut = async (plan: ReturnType<typeof planOf>) => {
    const id = await proposed(plan)
    answerOf(await agree(wallet.approve, id))
    return outcomeOf(id)
  }
  const outcomeOf = async (id: string): Promise<Outcome> => {
    const { state } = await followed(wallet, devnet, { id, kind: 'final' })
    return state.kind === 'final' ? state.outcome : expect.fail('not final')
  }
  const taoOf = (trade: Trade | undefined) =>
    trade !== undefined && 'rao' in trade.gets ? trade.gets.rao : expect.fail('no TAO')
  const amountOf = (trade: Trade | undefined) =>
    trade !== undefined && 'alpha' in trade.gets ? trade.gets.alpha : taoOf(trade)
  const gained = ({ effects = [] }: Outcome) =>
    effects.map((effect) =>
      effect.kind === 'removed'
        ? effect.tao
        : effect.kind === 'added'
          ? effect.alpha
          : expect.fail(effect.kind),
    )
  const removed = ({ effects = [] }: Outcome) =>
    effects.map((effect) => (effect.kind === 'removed' ? effect.tao : expect.fail(effect.kind)))

  it('brings to the rao what its quote said, leg by leg, and leaves what it said', async () => {
    const plan = planOf(await leave(0, 1, 2, 3), true)
    const quote = await quoted(plan)
    const outcome = await carriedOut(plan)
    expect(outcome.kind).toBe('done')
    expect(removed(outcome)).toEqual(quote.legs.map(({ trades: [trade] }) => taoOf(trade)))
    expect(devnet.freeBalance(ALICE_KEY)).toBe(quote.after)
    expect(outcome.fee).toBe(quote.fee)
  })
  it('asks one simulation for each pool, and beside them no more for many legs than for few', async () => {
    const asked = async (...subnets: readonly number[]) => {
      const plan = planOf(await leave(...subnets))
      await sealed(() => devnet.seal())
      devnet.forgetRequests()
      await quoted(plan)
      const { state_call: simulations = 0, ...others } = devnet.requests()
      const other = Object.values(others).reduce((sum, count) => sum + count, 0)
      return simulations - subnets.length + other
    }
    await asked(1, 2, 3, 4, 5, 6)
    const few = await asked(1, 2)
    expect(await asked(1, 2, 3, 4, 5, 6)).toBeLessThanOrEqual(few)
    expect(few).toBeLessThanOrEqual(8)
  })
  /** What the chain gives more than was said of each leg, in the smallest unit, and more of TAO in the end. */
  const surplus = async (legs: readonly Leg[]) => {
    const plan = planOf(legs, true, 1_000)
    const quote = await quoted(plan)
    const trades = quote.legs.map(({ trades: [trade] }) => trade ?? expect.fail('no trade'))
    const came = gained(await carriedOut(plan)).map((got, at) => got - amountOf(trades[at]))
    return { trades, came, free: devnet.freeBalance(ALICE_KEY) - (quote.after ?? 0n) }
  }
  it('prices the legs of one pool one after another, as the chain will run them', async () => {
    const both = (await positionsOn(1)).map(({ position }) => leg(position))
    const { trades, came, free } = await surplus(both)
    const [first, second] = trades
    expect(second?.spot).toBeLessThan(first?.spot ?? 0n)
    expect(came).toEqual([0n, expect.toSatisfy(isRounding)])
    expect(isRounding(free)).toBe(true)
  })
  it('says of purchases in one pool what the chain gives, one or two of the smallest unit less at most', async () => {
    const buy = (tao: bigint): Leg => ({
      operation: 'add-stake',
      values: { subnet: 3, validator: validator(3), amount: { exactly: tao.toString() } },
    })
    const { came, free } = await surplus([400n, 77n, 3n, 250n].map((tao) => buy(tao * TAO + 123_456_789n)))
    expect(came[0]).toBe(0n)
    expect(came.every(isRounding)).toBe(true)
    expect(free).toBe(0n)
  })
  it('gives each leg a limit that is as much below the price it reaches itself as is tolerated', async () => {
    const legs = [leg((await positionsOn(1))[1]?.position), ...(await leave(2))]
    const { legs: narrow } = await quoted(planOf(legs, false, 0))
    const { legs: wide } = await quoted(planOf(legs, false, 1_000))
    for (const [at, { trades }] of wide.entries()) {
      // Without any tolerance it is just below.
      const reached = (narrow[at]?.trades[0]?.limit ?? 0n) + 1n
      expect(trades[0]?.limit).toBe((reached * 9n) / 10n)
    }
  })
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
  it('finds later legs where earlier ones have put things', async () => {
    const [one] = await positionsOn(1)
    const from = one?.position.hotkey
    const exactly = { exactly: ((one?.alpha ?? 0n) / 2n).toString() }
    const to = validator(3)
    const legs: readonly Leg[] = [
      {
        operation: 'move-stake',
        values: { position: { hotkey: from ?? '', netuid: 1 }, validator: to, amount: exactly },
      },
      {
        operation: 'swap-stake',
        values: { position: { hotkey: to, netuid: 1 }, subnet: 2, amount: exactly },
      },
      { operation: 'remove-stake', values: { position: { hotkey: to, netuid: 2 }, amount: 'max' } },
    ]
    const alone = await quoted(planOf(legs.slice(1, 2)))
    expect(alone.legs[0]?.findings.map(({ id }) => id)).toContain('nothing-staked')
    const plan = planOf(legs, true)
    const quote = await quoted(plan)
    expect(quote.legs.flatMap(({ findings }) => findings.filter(({ blocks }) => blocks === true))).toEqual([])
    const outcome = await carriedOut(plan)
    expect(outcome.kind).toBe('done')
    expect(outcome.legs?.map(({ kind }) => kind)).toEqual(['done', 'done', 'done'])
  })
  it('may spend what its own legs bring, and not more', async () => {
    devnet.setBalance(ALICE_KEY, TAO / 10n)
    await sealed(() => devnet.seal())
    const root = await leave(0)
    const stake = (tao: bigint): Leg => ({
      operation: 'add-stake',
      values: { subnet: 3, validator: validator(3), amount: { exactly: tao.toString() } },
    })
    const blocking = async (...legs: readonly Leg[]) => {
      const { legs: told, findings } = await quoted(planOf(legs, true))
      return [...findings, ...told.flatMap((each) => each.findings)]
        .filter(({ blocks }) => blocks === true)
        .map(({ id }) => id)
    }
    expect(await blocking(stake(TAO))).toEqual(['insufficient'])
    expect(await blocking(...root, stake(TAO))).toEqual([])
    // The fee is taken before anything else.
    expect(await blocking(stake(TAO / 10n - 600n))).toEqual(['insufficient'])
  })
  it.each([
    [
      'an operation that plans are not made of',
      { operation: 'transfer', values: { to: ALICE, amount: 'max' } },
    ],
    ['a form that is not filled in', { operation: 'remove-stake', values: { amount: 'max' } }],
    ['a limit of its own', { operation: 'remove-stake', values: { anything: 1 } }],
  ])('is refused for %s', async (_, bad) => {
    const refused = { ok: false, error: { code: 'invalid-input' } }
    expect(await wallet.wallet.ask['plans.quote'](planOf([bad]))).toMatchObject(refused)
    expect(await wallet.wallet.ask['plans.propose'](planOf([bad]))).toMatchObject(refused)
  })
  it('is refused without legs, with more than are asked about at once, and while one leg could only fail', async () => {
    const refused = { ok: false, error: { code: 'invalid-input' } }
    const [good] = await leave(1)
    if (good === undefined) throw new Error('no position')
    const propose = (legs: readonly Leg[]) => wallet.wallet.ask['plans.propose'](planOf(legs))
    expect(await propose([])).toMatchObject(refused)
    const many = { ok: false, error: { details: { field: 'legs', rule: 'too many' } } }
    expect(await propose(Array.from({ length: 41 }, () => good))).toMatchObject(many)
    // And with a limit that is no limit any more.
    expect(await wallet.wallet.ask['plans.quote'](planOf([good], false, 5001))).toMatchObject(many)
    // Sold already by the leg before it.
    expect(await propose([good, good])).toMatchObject(refused)
  })
  it('of as many legs as there may be fits into a block, and says how many do where the runtime takes less', async () => {
    const [one] = await positionsOn(1)
    const part: Leg = {
      operation: 'remove-stake',
      values: { position: one?.position ?? '', amount: { exactly: String((one?.alpha ?? 0n) / 40n) } },
    }
    const plan = planOf(Array.from({ length: 40 }, () => part))
    expect((await quoted(plan)).findings).toEqual([])
    // Forty of these weigh about 109 thousand million picoseconds.
    await sealed(() => devnet.upgrade(undefined, { heaviest: 55_000_000_000n }))
    const refused = { ok: false, error: { code: 'invalid-input' } }
    await expect
      .poll(async () => (await quoted(plan)).findings)
      .toMatchObject([{ id: 'too-heavy', text: ['Too much for one transaction: about 20 of these 40 fit.'] }])
    expect(await wallet.wallet.ask['plans.propose'](plan)).toMatchObject(refused)
    expect((await quoted(planOf(plan.legs.slice(0, 20)))).findings).toEqual([])
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

/** Each trade in a pool is rounded down, and so is what is told of it. */
function isRounding(difference: bigint): boolean {
  return difference >= 0n && difference <= 2n
}

function validator(number: number): string {
  return addressOf(fromHex(validatorHotkey(number)))
}
