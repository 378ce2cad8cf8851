/**
 * The form says what is wrong where it is wrong, and goes on only with a quote of what stands in it.
 * @vitest-environment happy-dom
 */
import { describe, expect, it, vi } from 'vitest'
import { addressOf } from '#shared/domain/address.ts'
import type { Hash } from '#shared/domain/bytes.ts'
import { fail, ok } from '#shared/domain/result.ts'
import { DEFAULT_SETTINGS } from '#shared/domain/settings.ts'
import { rao } from '#shared/domain/units.ts'
import { click, drawnAt, pass, send, type } from '../../../../test/build/drawn.tsx'
import { drawScreen } from '../../../../test/build/drawn-wallet.tsx'
import { MAIN, ME, NOW, online } from '../../../../test/build/staking-topics.ts'
import { READY } from './estimate.tsx'
import { OperationScreen } from './operation.tsx'
import { type Draft, type Quote, REST_MS } from './quoter.ts'

const to = addressOf(new Uint8Array(32).fill(2))
const HASH = `0x${'01'.repeat(32)}` as Hash
const quoteOf = ({ values }: Draft): Quote => {
  const isComplete = values['to'] !== undefined && values['amount'] !== undefined
  return {
    fee: isComplete ? rao(131_042n) : null,
    own: null,
    most: { rao: rao(100_000_000_001n) },
    after: isComplete ? rao(1n) : null,
    params: isComplete ? {} : null,
    trades: [],
    findings: [],
    shieldable: false,
    block: { number: '6912006', hash: HASH },
  }
}

const open = drawnAt(NOW)
async function openForm(answers: { readonly quoted?: Partial<Quote>; readonly proposes?: 'locked' } = {}) {
  const asked: Draft[] = []
  const proposed: Draft[] = []
  const background = {
    'operations.quote': async (draft: Draft) => {
      asked.push(draft)
      return ok({ ...quoteOf(draft), ...answers.quoted })
    },
    'operations.propose': async (draft: Draft) => {
      proposed.push(draft)
      return answers.proposes === 'locked'
        ? fail({ code: 'locked', details: undefined })
        : ok({ approval: 'x' })
    },
  }
  const reviewed = vi.fn()
  const topics = {
    accounts: [MAIN],
    contacts: [],
    settings: { ...DEFAULT_SETTINGS, account: ME },
    chain: online,
  }
  const screen = <OperationScreen id="transfer" onReview={reviewed} />
  const drawn = await drawScreen(open, screen, { background, topics })
  await pass(REST_MS)
  const { place } = drawn
  return {
    ...drawn,
    asked,
    proposed,
    reviewed,
    typeTo: (text: string) => type(place.querySelector('textarea'), text),
    typeAmount: (text: string) => type(place.querySelector('.amount-input input'), text),
    submit: async () => {
      const form = place.querySelector('form')
      if (form !== null) await send(form, new Event('submit', { bubbles: true, cancelable: true }))
      await pass(1)
    },
  }
}

describe('the form', () => {
  it('says that it is being estimated once it is complete', async () => {
    const { typeTo, typeAmount, text } = await openForm()
    await typeTo(to)
    expect(text()).toContain('Estimated once the form is complete')
    await typeAmount('1')
    expect(text()).toContain('Estimating…')
    await pass(REST_MS)
    expect(text()).not.toContain('Estimating…')
  })

  it('has it read out that the estimate has come, once for each change', async () => {
    const { place, typeTo, typeAmount } = await openForm()
    const said = () => place.querySelector('.quote [aria-live]')?.textContent
    await typeTo(to)
    await typeAmount('1')
    expect(said()).toBe('')
    await pass(REST_MS)
    expect(said()).toBe(READY)
    await typeAmount('2')
    expect(said()).toBe('')
  })

  it('finds fault with nothing before anything was typed', async () => {
    const { place } = await openForm()
    expect(place.querySelectorAll('.error')).toHaveLength(0)
  })

  it('says under its field what is missing when somebody wants to go on', async () => {
    const { submit, text, proposed } = await openForm()
    await submit()
    expect(text()).toContain('Type or paste an address.')
    expect(text()).toContain('Type an amount.')
    expect(proposed).toEqual([])
  })

  it('says at once what is wrong with an Ethereum address', async () => {
    const { typeTo, text } = await openForm()
    await typeTo('0x52908400098527886E0F7030069857D2E4169EE7')
    expect(text()).toContain('Ethereum-style address')
  })

  it('reads an address that was pasted with spaces and line breaks in it', async () => {
    const { typeTo, place } = await openForm()
    await typeTo(` ${to.slice(0, 20)}\n ${to.slice(20)} `)
    expect(place.querySelector('.chosen .whole')?.textContent).toBe(to)
  })

  it('marks both ends of the address', async () => {
    const { typeTo, place } = await openForm()
    await typeTo(to)
    const ends = [...place.querySelectorAll('.chosen .whole b')].map((end) => end.textContent)
    expect(ends).toEqual([to.slice(0, 5), to.slice(-5)])
  })

  it('offers a share of what can be sent, to the last rao', async () => {
    const { button, place } = await openForm()
    await click(button('25%'))
    expect(place.querySelector<HTMLInputElement>('.amount-input input')?.value).toBe('25')
    await click(button('50%'))
    expect(place.querySelector<HTMLInputElement>('.amount-input input')?.value).toBe('50')
  })

  it('asks for a maximum as such, and shows what that is now', async () => {
    const { button, place, typeTo, submit, proposed } = await openForm()
    await typeTo(to)
    await click(button('Max'))
    expect(place.querySelector<HTMLInputElement>('.amount-input input')?.value).toBe('100.000000001')
    await submit()
    expect(proposed[0]?.values).toEqual({ to, amount: 'max', close: false })
  })

  it('asks for no quote while somebody types', async () => {
    const { typeAmount, asked } = await openForm()
    const before = asked.length
    for (const text of ['1', '10', '10.5']) await typeAmount(text)
    expect(asked).toHaveLength(before)
    await pass(REST_MS)
    expect(asked).toHaveLength(before + 1)
    expect(asked.at(-1)?.values['amount']).toEqual({ exactly: '10500000000' })
  })

  it('says of which block an estimate is', async () => {
    const { typeTo, typeAmount, text } = await openForm()
    await typeTo(to)
    await typeAmount('1')
    await pass(REST_MS)
    expect(text()).toContain('Estimated at block 6,912,006')
  })

  it('names no block while nothing is estimated', async () => {
    const { typeTo, text } = await openForm()
    await typeTo(to)
    await pass(REST_MS)
    expect(text()).toContain('Estimated once the form is complete')
    expect(text()).not.toContain('at block')
  })

  it('says once that no node answers', async () => {
    const away = { id: 'offline', level: 'caution', blocks: true, text: ['The network is away.'] } as const
    const { text } = await openForm({ quoted: { findings: [away] } })
    expect(text()).toContain('No node answers: there is no estimate')
    expect(text()).not.toContain('The network is away.')
  })
})

describe('going on', () => {
  it('proposes exactly what stands in the form, and leaves for the review', async () => {
    const { typeTo, typeAmount, submit, proposed, reviewed } = await openForm()
    await typeTo(to)
    await typeAmount('10.000000001')
    await submit()
    const values = { to, amount: { exactly: '10000000001' }, close: false }
    expect(proposed).toEqual([{ operation: 'transfer', account: ME, values, shield: false }])
    expect(reviewed).toHaveBeenCalledOnce()
    expect(reviewed.mock.calls[0]?.[0]).toMatchObject({
      kind: 'operation',
      typed: { to: { text: to }, amount: { text: '10.000000001' } },
    })
  })

  it('shields what can be shielded, unless that is switched off', async () => {
    const { typeTo, typeAmount, submit, proposed, button } = await openForm({ quoted: { shieldable: true } })
    await typeTo(to)
    await typeAmount('1')
    await submit()
    await pass(REST_MS)
    await click(button(/^Shield this trade/))
    await submit()
    expect(proposed).toMatchObject([{ shield: true }, { shield: false }])
  })

  it('asks for the quote at once when somebody is quicker than the pause', async () => {
    const { typeTo, typeAmount, submit, reviewed } = await openForm()
    await typeTo(to)
    await typeAmount('1')
    await submit()
    expect(reviewed).toHaveBeenCalledOnce()
  })

  it('is barred by a finding that it could only fail, which stands at its field', async () => {
    const finding = { id: 'x', level: 'danger', field: 'amount', blocks: true, text: ['Too much.'] } as const
    const { typeTo, typeAmount, submit, proposed, text, place } = await openForm({
      quoted: { findings: [finding] },
    })
    await typeTo(to)
    await typeAmount('1')
    await submit()
    expect(text()).toContain('Too much.')
    expect(place.querySelector('.wrong input')?.getAttribute('aria-invalid')).toBe('true')
    expect(proposed).toEqual([])
  })

  it('stays and says why when the proposal is refused', async () => {
    const { typeTo, typeAmount, submit, reviewed, text } = await openForm({ proposes: 'locked' })
    await typeTo(to)
    await typeAmount('1')
    await submit()
    expect(reviewed).not.toHaveBeenCalled()
    expect(text()).toContain('The wallet is locked.')
  })
})
