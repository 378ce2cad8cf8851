/** Only the answer to the newest form is believed, in whatever order answers come. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { addressOf } from '#shared/domain/address.ts'
import { fail, ok } from '#shared/domain/result.ts'
import { rao } from '#shared/domain/units.ts'
import { type Ask, createQuoter, type Draft, mayGoOn, type Quote, REST_MS } from './quoter.ts'

const account = addressOf(new Uint8Array(32).fill(1))
const draft = (amount: string): Draft => ({
  operation: 'transfer',
  account,
  shield: false,
  values: { amount },
})
const quote = (fee: bigint, rest: Partial<Quote> = {}): Quote => ({
  fee: rao(fee),
  own: null,
  most: null,
  after: null,
  params: {},
  trades: [],
  findings: [],
  block: null,
  shieldable: false,
  ...rest,
})

/** A chain that answers when told to. */
function slowChain() {
  const questions: { draft: Draft; answer: (result: Awaited<ReturnType<Ask>>) => void }[] = []
  const ask: Ask = (asked) => new Promise((answer) => questions.push({ draft: asked, answer }))
  return { ask, questions }
}

describe('a quoter', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })
  const rest = () => vi.advanceTimersByTimeAsync(REST_MS)

  it('asks once, when typing rests', async () => {
    const { ask, questions } = slowChain()
    const quoter = createQuoter(ask)
    for (const text of ['1', '12', '12.5']) {
      quoter.put(draft(text))
      await vi.advanceTimersByTimeAsync(REST_MS / 2)
    }
    await rest()
    expect(questions.map((each) => each.draft.values['amount'])).toEqual(['12.5'])
  })

  it('asks nothing for the form it has asked for', async () => {
    const { ask, questions } = slowChain()
    const quoter = createQuoter(ask)
    quoter.put(draft('1'))
    await rest()
    quoter.put(draft('1'))
    await rest()
    expect(questions).toHaveLength(1)
  })

  it('believes the newest question when an older one is answered later', async () => {
    const { ask, questions } = slowChain()
    const quoter = createQuoter(ask)
    quoter.put(draft('1'))
    await rest()
    quoter.put(draft('2'))
    await rest()
    questions[1]?.answer(ok(quote(2n)))
    await vi.advanceTimersByTimeAsync(0)
    questions[0]?.answer(ok(quote(1n)))
    await vi.advanceTimersByTimeAsync(0)
    expect(quoter.state()).toMatchObject({ quote: { fee: 2n }, isCurrent: true })
  })

  it('does not believe the answer to a form that has changed meanwhile', async () => {
    const { ask, questions } = slowChain()
    const quoter = createQuoter(ask)
    quoter.put(draft('1'))
    await rest()
    quoter.put(draft('2'))
    questions[0]?.answer(ok(quote(1n)))
    await vi.advanceTimersByTimeAsync(0)
    expect(quoter.state()).toMatchObject({ quote: undefined, isCurrent: false })
  })

  it('keeps the last figures in sight, no longer current, while the form changes', async () => {
    const { ask, questions } = slowChain()
    const quoter = createQuoter(ask)
    quoter.put(draft('1'))
    await rest()
    questions[0]?.answer(ok(quote(1n)))
    await vi.advanceTimersByTimeAsync(0)
    quoter.put(draft('2'))
    expect(quoter.state()).toMatchObject({ quote: { fee: 1n }, isCurrent: false })
  })

  it('forgets the figures of another account at once', async () => {
    const { ask, questions } = slowChain()
    const quoter = createQuoter(ask)
    quoter.put(draft('1'))
    await rest()
    questions[0]?.answer(ok(quote(1n)))
    await vi.advanceTimersByTimeAsync(0)
    quoter.put({ ...draft('1'), account: addressOf(new Uint8Array(32).fill(2)) })
    expect(quoter.state().quote).toBeUndefined()
  })

  it('asks again at a new block, but not while an answer is under way', async () => {
    const { ask, questions } = slowChain()
    const quoter = createQuoter(ask)
    quoter.put(draft('1'))
    await rest()
    quoter.renew()
    expect(questions).toHaveLength(1)
    questions[0]?.answer(ok(quote(1n)))
    await vi.advanceTimersByTimeAsync(0)
    quoter.renew()
    expect(questions).toHaveLength(2)
    expect(quoter.state().isCurrent).toBe(true)
  })

  it('tells of a failure and lets nothing go on', async () => {
    const { ask, questions } = slowChain()
    const quoter = createQuoter(ask)
    quoter.put(draft('1'))
    await rest()
    questions[0]?.answer(fail({ code: 'offline', details: undefined }))
    await vi.advanceTimersByTimeAsync(0)
    expect(quoter.state()).toMatchObject({ failure: { code: 'offline' }, isCurrent: false })
    expect(mayGoOn(quoter.state())).toBe(false)
  })

  it('is silent after it was stopped', async () => {
    const { ask, questions } = slowChain()
    const quoter = createQuoter(ask)
    const heard = vi.fn()
    quoter.onChange(heard)
    quoter.put(draft('1'))
    await rest()
    quoter.stop()
    questions[0]?.answer(ok(quote(1n)))
    await vi.advanceTimersByTimeAsync(0)
    expect(heard).not.toHaveBeenCalled()
  })
})

describe('going on', () => {
  const state = (rest: Partial<Quote>) => ({ quote: quote(1n, rest), failure: undefined, isCurrent: true })

  it('needs a complete form', () => {
    expect(mayGoOn(state({}))).toBe(true)
    expect(mayGoOn(state({ params: null }))).toBe(false)
  })

  it('is barred by a finding that says it could only fail', () => {
    const finding = { id: 'x', level: 'danger', text: ['no'] } as const
    expect(mayGoOn(state({ findings: [{ ...finding, blocks: true }] }))).toBe(false)
    expect(mayGoOn(state({ findings: [finding] }))).toBe(true)
  })

  it('needs the quote to be of the form as it stands', () => {
    expect(mayGoOn({ ...state({}), isCurrent: false })).toBe(false)
  })
})
