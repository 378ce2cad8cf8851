/** What a plan is said to bring, leg by leg, and when it is not to be had. */
import { describe, expect, it } from 'vitest'
import type { Devnet } from '../../devnet/start.ts'
import { validatorHotkey } from '../../devnet/world/ordinary.ts'
import { addressOf } from '../../src/shared/domain/address.ts'
import { fromHex } from '../../src/shared/domain/bytes.ts'
import type { Outcome } from '../../src/shared/domain/outcome.ts'
import type { Trade } from '../../src/shared/domain/trade.ts'
import { TAO } from '../../src/shared/domain/units.ts'
import { forEachTest } from '../build/journeys.ts'
import { ALICE_KEY, type Leg, leg, planOf, plansOf, removed, WITH_POSITIONS } from '../build/plans.ts'
import { ALICE } from '../build/room.ts'
import type { TestWallet } from '../build/wallet.ts'

describe('a plan', () => {
  let devnet: Devnet
  let wallet: TestWallet
  forEachTest((made) => {
    devnet = made.devnet
    wallet = made.wallet
  }, WITH_POSITIONS)
  const { positionsOn, leave, sealed, quoted, carriedOut } = plansOf(() => ({ devnet, wallet }))

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
})

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

/** Each trade in a pool is rounded down, and so is what is told of it. */
function isRounding(difference: bigint): boolean {
  return difference >= 0n && difference <= 2n
}

function validator(number: number): string {
  return addressOf(fromHex(validatorHotkey(number)))
}
