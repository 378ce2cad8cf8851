/**
 * What a site sees can be read, changed and taken back, and the one in front is named.
 * @vitest-environment happy-dom
 */
import { describe, expect, it } from 'vitest'
import type { Account } from '#shared/domain/account.ts'
import { addressOf } from '#shared/domain/address.ts'
import { fail, ok } from '#shared/domain/result.ts'
import type { Origin, Site } from '#shared/domain/site.ts'
import { rao } from '#shared/domain/units.ts'
import { click, drawnAt, pass, send, type } from '../../../../test/build/drawn.tsx'
import { drawScreen } from '../../../../test/build/drawn-wallet.tsx'
import { SiteInFront } from './in-front.tsx'
import { inOrder } from './seen.ts'
import { SiteScreen } from './site.tsx'
import { Sites } from './sites.tsx'

const NOW = 1_800_000_000_000
const SITE = 'https://app.example' as Origin
const [first, second, hidden] = ['First', 'Second', 'Hidden'].map(
  (name, at): Account => ({
    kind: 'watch',
    address: addressOf(new Uint8Array(32).fill(at + 1)),
    name,
    hidden: name === 'Hidden',
  }),
) as [Account, Account, Account]
const connected: Site = {
  kind: 'connected',
  origin: SITE,
  accounts: [first.address],
  since: NOW - 86_400_000,
  used: NOW - 3_600_000,
}
const blocked: Site = { kind: 'blocked', origin: SITE, since: NOW }

const open = drawnAt(NOW)
async function openScreen(
  node: React.ReactNode,
  sites: readonly Site[],
  { front = null, fails = false }: { readonly front?: Origin | null; readonly fails?: boolean } = {},
) {
  const calls: unknown[] = []
  const called = (name: string) => async (input: unknown) => {
    calls.push({ [name]: input })
    return fails ? fail({ code: 'not-found', details: { kind: 'site' } }) : ok(undefined)
  }
  const background = {
    ...Object.fromEntries(
      ['sites.setAccounts', 'sites.setRules', 'sites.forget', 'sites.block'].map((name) => [
        name,
        called(name),
      ]),
    ),
    'sites.inFront': async () => ok({ origin: front }),
  }
  const topics = { sites, accounts: [first, second, hidden] }
  const drawn = await drawScreen(open, node, { background, topics, here: { kind: 'sites' } })
  await pass(1)
  const tick = (at: number) => drawn.place.querySelectorAll('input')[at] ?? document
  return { ...drawn, calls, go: drawn.navigation.go, tick }
}

describe('the bar of the site in front', () => {
  it.each([
    ['what a connected site sees', [connected], 'app.examplesees First'],
    ['that a site is not connected', [], 'app.examplenot connected'],
    ['that a site is blocked', [blocked], 'app.exampleblocked'],
    ['how many accounts', [{ ...connected, accounts: [first.address, second.address] }], 'sees 2 accounts'],
    [
      'that what it saw is gone',
      [{ ...connected, accounts: [addressOf(new Uint8Array(32))] }],
      'sees nothing',
    ],
  ])('says %s', async (_, sites, says) => {
    const { text, button, go } = await openScreen(<SiteInFront />, sites as readonly Site[], { front: SITE })
    expect(text()).toContain(says)
    await click(button(/app\.example/))
    expect(go).toHaveBeenCalledWith({ kind: 'site', origin: SITE })
  })

  it('is not there when the page in front cannot use the wallet', async () => {
    const { place } = await openScreen(<SiteInFront />, [connected])
    expect(place.children).toHaveLength(0)
  })
})

describe('the list of sites', () => {
  it('says that no site sees anything when none does', async () => {
    const { text } = await openScreen(<Sites />, [])
    expect(text()).toContain('No site sees anything of this wallet.')
  })

  it('names the one in front first, and once', async () => {
    const other = { ...connected, origin: 'https://other.example' as Origin }
    const { place } = await openScreen(<Sites />, [other, connected], { front: SITE })
    const rows = [...place.querySelectorAll('.row b')].map(({ textContent }) => textContent)
    expect(rows).toEqual(['app.example', 'other.example'])
  })

  it('has those that were there last before the others, and the blocked at the end', () => {
    const late: Site = { ...connected, used: NOW }
    expect(inOrder([blocked, connected, late])).toEqual([late, connected, blocked])
  })
})

describe('the page of a site', () => {
  it('shows what it sees, when it was connected and when it last was there', async () => {
    const { text, tick } = await openScreen(<SiteScreen origin={SITE} />, [connected])
    expect(text()).toContain(SITE)
    expect([tick(0), tick(1)].map((box) => (box as HTMLInputElement).checked)).toEqual([true, false])
    expect(text()).toMatch(/ConnectedYesterday, \d\d:\d\dLast used\d\d:\d\d/)
  })

  it('changes what it sees to what is ticked', async () => {
    const { button, hasButton, calls, tick } = await openScreen(<SiteScreen origin={SITE} />, [connected])
    expect(hasButton('Save what it sees')).toBe(false)
    await click(tick(1))
    await click(button('Save what it sees'))
    expect(calls).toEqual([
      { 'sites.setAccounts': { origin: SITE, accounts: [first.address, second.address] } },
    ])
  })

  it('offers no way to see nothing but to disconnect', async () => {
    const { hasButton, text, tick, button, calls } = await openScreen(<SiteScreen origin={SITE} />, [
      connected,
    ])
    await click(tick(0))
    expect(hasButton('Save what it sees')).toBe(false)
    expect(text()).toContain('disconnect it below')
    await click(button(/^Disconnect/))
    expect(calls).toEqual([{ 'sites.forget': { origin: SITE } }])
  })

  it('shows an account that the portfolio hides when the site sees it, and no other hidden one', async () => {
    const { text } = await openScreen(<SiteScreen origin={SITE} />, [connected])
    expect(text()).not.toContain('Hidden')
    const seen = await openScreen(<SiteScreen origin={SITE} />, [
      { ...connected, accounts: [hidden.address] },
    ])
    expect(seen.text()).toContain('Hidden')
  })

  it('blocks it, and lets a blocked one ask again', async () => {
    const { button, calls, put, text } = await openScreen(<SiteScreen origin={SITE} />, [connected])
    await click(button(/^Block this site/))
    await put('sites', [blocked])
    expect(text()).toContain('turned away without asking you')
    await click(button('Unblock'))
    expect(calls).toEqual([{ 'sites.block': { origin: SITE } }, { 'sites.forget': { origin: SITE } }])
  })

  it('says that a site which is not connected sees nothing', async () => {
    const { text, hasButton } = await openScreen(<SiteScreen origin={SITE} />, [])
    expect(text()).toContain('sees nothing of this wallet')
    expect(hasButton(/^Block/)).toBe(true)
  })

  it('keeps rules: a limit a day, and what it may ask', async () => {
    const { button, hasButton, calls, place, tick } = await openScreen(<SiteScreen origin={SITE} />, [
      connected,
    ])
    expect(hasButton('Save rules')).toBe(false)
    await type(place.querySelector('form input[type=text]'), '1.2.3')
    await click(button('Save rules'))
    expect(calls).toEqual([])
    await type(place.querySelector('form input[type=text]'), '2.5')
    // Two accounts, then the limit; the last of what it may ask is anything else.
    await click(tick(6))
    await send(
      place.querySelector('form') ?? document,
      new Event('submit', { bubbles: true, cancelable: true }),
    )
    const rules = { cap: 2_500_000_000n, asks: ['pay', 'stake', 'message'] }
    expect(calls).toEqual([{ 'sites.setRules': { origin: SITE, rules } }])
  })

  it('shows the rules there are, and takes them off when nothing is limited', async () => {
    const rules = { cap: rao(0n), asks: null }
    const { calls, place } = await openScreen(<SiteScreen origin={SITE} />, [{ ...connected, rules }])
    const cap = place.querySelector<HTMLInputElement>('form input[type=text]')
    expect(cap?.value).toBe('0')
    await type(cap, '')
    await send(
      place.querySelector('form') ?? document,
      new Event('submit', { bubbles: true, cancelable: true }),
    )
    expect(calls).toEqual([{ 'sites.setRules': { origin: SITE, rules: null } }])
  })

  it('says what went wrong', async () => {
    const { button, place } = await openScreen(<SiteScreen origin={SITE} />, [connected], { fails: true })
    await click(button(/^Disconnect/))
    expect(place.querySelector('.note')).not.toBeNull()
  })
})
