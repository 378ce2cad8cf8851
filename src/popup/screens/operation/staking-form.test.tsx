/**
 * The form of a trade: what is picked, how far the price may go, what would come of it, and what holds it back.
 * @vitest-environment happy-dom
 */
import { describe, expect, it, vi } from 'vitest'
import type { LocalAccount } from '#shared/domain/account.ts'
import { addressOfKey } from '#shared/domain/address.ts'
import type { Offer } from '#shared/domain/offer.ts'
import { ok } from '#shared/domain/result.ts'
import { DEFAULT_SETTINGS } from '#shared/domain/settings.ts'
import { alphaRao, netuid, rao, raoPerAlpha } from '#shared/domain/units.ts'
import { click, draw, drawnAt, pass, someTopics, type } from '../../../../test/build/drawn.tsx'
import {
  aDirectory,
  aName,
  aPosition,
  aSubnet,
  keyOfSeed,
  ME,
  NOW,
  online,
  somePositions,
  taken,
} from '../../../../test/build/staking-topics.ts'
import { type Navigation, NavigationContext } from '../../navigation.ts'
import { type Wallet, WalletContext } from '../../wallet.ts'
import { OperationScreen } from './operation.tsx'
import { type Draft, type Quote, REST_MS } from './quoter.ts'
import type { Filled } from './typed.ts'

const from: LocalAccount = {
  kind: 'local',
  address: ME,
  name: 'Main',
  hidden: false,
  scheme: 'sr25519',
  secret: '00'.repeat(16) as LocalAccount['secret'],
  path: '',
}
const hotkey = addressOfKey(keyOfSeed(9))
const quote: Quote = {
  fee: rao(1_702_000n),
  own: null,
  most: { rao: rao(154_100_300_000n) },
  after: rao(129_000_000_000n),
  params: {},
  trades: [
    {
      gives: { rao: rao(25_000_000_000n) },
      gets: { alpha: alphaRao(244_810_000_000n), netuid: netuid(64) },
      atLeast: { alpha: alphaRao(243_780_000_000n), netuid: netuid(64) },
      fee: { rao: rao(12_588_000n) },
      spot: raoPerAlpha(101_970_000n),
      limit: raoPerAlpha(102_510_000n),
      impact: 21,
    },
  ],
  findings: [],
  shieldable: false,
  block: { number: '6912004', hash: taken.block.hash },
}

const open = drawnAt(NOW)
interface Given {
  readonly id?: string
  readonly filled?: Filled
  readonly offer?: Offer
  readonly safeModeUntil?: number
  readonly best?: number
  readonly quoted?: Partial<Quote>
}
async function openForm({ id = 'add-stake', filled = {}, offer, safeModeUntil, best, quoted }: Given = {}) {
  const asked: Draft[] = []
  const background = {
    'operations.quote': async (draft: Draft) => {
      asked.push(draft)
      return ok({ ...quote, ...quoted })
    },
    'history.pricesSince': async () => ok({ points: [] }),
    'history.earned': async () => ok({ earned: [] }),
    'directory.validators': async () => ok({ netuid: netuid(64), block: taken.block, validators: [] }),
  }
  const navigation: Navigation = { here: { kind: 'home' }, go: vi.fn(), back: () => {} }
  const { around } = someTopics({
    accounts: [from],
    contacts: [],
    settings: { ...DEFAULT_SETTINGS, account: ME },
    chain: { ...online, ...(best !== undefined && { best }) },
    offers: offer === undefined ? {} : { [id]: offer },
    positions: { positions: somePositions([aPosition()]), fresh: true },
    directory: { directory: aDirectory([aSubnet(64, 'Chutes'), aSubnet(3, 'Templar')]), fresh: true },
    names: [aName(9, 'Northern Light')],
    network: {
      facts: {
        ...taken,
        spec: 424,
        issued: null,
        staked: null,
        reward: null,
        safeModeUntil: safeModeUntil ?? null,
      },
      fresh: true,
    },
  })
  const drawn = await draw(
    around(
      <WalletContext value={{ background, session: {} } as unknown as Wallet}>
        <NavigationContext value={navigation}>
          <OperationScreen id={id} filled={filled} onReview={() => {}} />
        </NavigationContext>
      </WalletContext>,
    ),
  )
  open.push(drawn)
  await pass(REST_MS)
  return { ...drawn, last: () => asked.at(-1)?.values ?? {}, rest: () => pass(REST_MS) }
}
const inChutes: Filled = { subnet: netuid(64), validator: hotkey }

describe('the form of a stake', () => {
  it('begins with what was known where one came from', async () => {
    const { text, last } = await openForm({ filled: inChutes })
    expect(text()).toContain('Chutes')
    expect(text()).toContain('Northern Light')
    expect(last()).toMatchObject({ subnet: 64, validator: hotkey })
  })
  it('asks for the subnet before the validator', async () => {
    const { text } = await openForm()
    expect(text()).toContain('Choose the subnet first')
  })
  it('takes a subnet from the list, and the validator of another away', async () => {
    const { button, place, last, rest } = await openForm({ filled: inChutes })
    await click(button(/Chutes.*Change$/))
    await type(place.querySelector('dialog input'), 'templ')
    await click(button(/^.?Templar/))
    await rest()
    expect(last()).toMatchObject({ subnet: 3 })
    expect(last()).not.toHaveProperty('validator')
  })
  it('says what would come of it, at which price, and what it costs', async () => {
    const { text } = await openForm({ filled: inChutes })
    for (const part of ['244.8100', '243.7800', '0.21%', '0.10251', '0.0125', '0.001702'])
      expect(text()).toContain(part)
  })
  it('promises nothing that a limit could not hold', async () => {
    const [trade] = quote.trades
    const atLeast = { alpha: alphaRao(300_000_000_000n), netuid: netuid(64) }
    const { text } = await openForm({
      filled: inChutes,
      quoted: { trades: trade === undefined ? [] : [{ ...trade, atLeast }] },
    })
    expect(text()).not.toContain('300.0000')
  })
  it('says so when its estimate has grown old', async () => {
    const { text } = await openForm({ filled: inChutes, best: 6_912_010 })
    expect(text()).toContain('This estimate is 6 blocks old')
  })
})

describe('the price limit', () => {
  it('is half a percent until somebody says otherwise, all or nothing', async () => {
    const { text, last } = await openForm({ filled: inChutes })
    expect(text()).toContain('0.5% from the price now')
    expect(last()['limit']).toEqual({ kind: 'tolerance', basisPoints: 50, allowPartial: false })
  })
  it('takes a tolerance that is chosen or typed, and a part where that will do', async () => {
    const { button, place, last, rest } = await openForm({ filled: inChutes })
    await click(button('Change'))
    await click(button('3%'))
    await rest()
    expect(last()['limit']).toMatchObject({ basisPoints: 300 })
    await type(place.querySelector('[aria-label="Tolerance in percent"]'), '1.25')
    await click(place.querySelector('[role="switch"]') ?? place)
    await rest()
    expect(last()['limit']).toEqual({ kind: 'tolerance', basisPoints: 125, allowPartial: true })
  })
  it('takes a price to the last of nine decimals', async () => {
    const { button, place, last, rest } = await openForm({ filled: inChutes })
    await click(button('Change'))
    await click(button('Price'))
    await type(place.querySelector('[aria-label="Limit price in TAO per alpha"]'), '0.102510001')
    await rest()
    expect(last()['limit']).toEqual({ kind: 'price', price: '102510001', allowPartial: false })
  })
  it('is refused where it protects from nothing, and not handed on', async () => {
    const { button, place, text, last, rest } = await openForm({ filled: inChutes })
    await click(button('Change'))
    await type(place.querySelector('[aria-label="Tolerance in percent"]'), '60')
    await rest()
    expect(text()).toContain('At most 50%')
    expect(last()).not.toHaveProperty('limit')
  })
  it('can be given up, by saying so', async () => {
    const { button, last, rest, text } = await openForm({ filled: inChutes })
    await click(button('Change'))
    await click(button('No limit'))
    await rest()
    expect(last()['limit']).toEqual({ kind: 'none' })
    expect(text()).toContain('whatever the price is then')
  })
  it('is not asked for on root, whose price never moves', async () => {
    const { text } = await openForm({ filled: { subnet: netuid(0), validator: hotkey } })
    expect(text()).not.toContain('Price limit')
  })
})

describe('the form of an unstake', () => {
  const position = { hotkey, netuid: netuid(64) }
  it('counts in alpha of its position, up to what can leave', async () => {
    const { text, button, last, rest } = await openForm({
      id: 'remove-stake',
      filled: { position },
      quoted: { most: { alpha: alphaRao(2_900_000_000_000n), netuid: netuid(64) } },
    })
    expect(text()).toContain('At most α2,900')
    await click(button('Max'))
    await rest()
    expect(last()).toMatchObject({ position: { hotkey, netuid: 64 }, amount: 'max' })
  })
})

describe('what holds a form back', () => {
  it('is safe mode, while it lasts', async () => {
    const { text, button } = await openForm({ filled: inChutes, safeModeUntil: 7_000_000 })
    expect(text()).toContain('in safe mode until block 7,000,000')
    expect(button('Review').disabled).toBe(true)
  })
  it('is a runtime that has the call no more, or otherwise', async () => {
    const call = 'SubtensorModule.add_stake'
    const missing = await openForm({ offer: { kind: 'hidden', why: 'missing', call } })
    expect(missing.text()).toContain(`no ${call}`)
    expect(missing.hasButton('Review')).toBe(false)
    const changed = await openForm({ offer: { kind: 'hidden', why: 'changed', call } })
    expect(changed.text()).toContain('other arguments')
  })
  it('is that the wallet does no such thing', async () => {
    const { text } = await openForm({ id: 'no-such-thing' })
    expect(text()).toContain('This wallet does not do this')
  })
})
