/** What the review says of a message a site wants signed, and of what only looks like one. */
import { describe, expect, it } from 'vitest'
import { ALICE, anOrder, BOB, D3, findings, runtime, told } from '../../../test/build/told-messages.ts'
import { hasFinney } from '../../../test/fixtures/finney.ts'
import { fromHex, toHex } from '../domain/bytes.ts'
import type { Level } from '../domain/description.ts'
import { type LimitOrder, orderId } from '../domain/limit-order.ts'
import { wrapMessage } from '../domain/site-message.ts'

const A1 =
  '0x050300d43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d02286beee5031c0000a8010000010000002f0555cc76fc2840a25a6ea3b9637146806f1f44b090c175ffde2a7e5ab36c03bee8f5fbd3c80b2c1731447baf322e7aefad67c5b52fe9dec093e0909d7efac400'

const hex = (text: string): string => toHex(new TextEncoder().encode(text))
const shown = (data: string) => told(data).description.rows.at(-1)?.value[0]

describe('a message a site wants signed', () => {
  it.each(['hello', '0x68656c6c6f', '<Bytes>hello</Bytes>', hex('<Bytes>hello</Bytes>')])(
    '8.5-57 is shown as its text, without the wrap: %s (RAW-1)',
    (data) => {
      expect(shown(data)).toEqual({ code: 'hello' })
      expect(findings(data)).toEqual([['moves-nothing', 'note']])
    },
  )
  it('8.5-62 is shown to the last letter, those that hide as what they are (UI-6)', () => {
    const text = `a\u202eb\u200bc\u3164d\u2800\n${'e'.repeat(5000)}`
    expect(shown(text)).toEqual({ code: `a\\u{202e}b\\u{200b}c\\u{3164}d\\u{2800}⏎\n${'e'.repeat(5000)}` })
  })
  it('that says nothing says so', () => {
    expect(shown('0x')).toEqual({ code: 'nothing' })
  })
  it('that is no text is shown as its bytes, under a caution (DNG-30)', () => {
    expect(shown('0xff00fe')).toEqual({ code: '0xff00fe' })
    expect(findings('0xff00fe')).toEqual([['not-text', 'caution']])
  })
  it('with a mark at its beginning that is not seen shows it', () => {
    expect(shown(hex('\ufeffhello'))).toEqual({ code: '\\u{feff}hello' })
  })
  it('that names another site says so', () => {
    expect(findings('Log in at https://bank.example/x now')).toContainEqual(['names-other-site', 'caution'])
    expect(findings('Log in at https://dapp.example/x now')).toEqual([['moves-nothing', 'note']])
    expect(findings('Log in at https://dapp.example@evil.example/')).toContainEqual([
      'names-other-site',
      'caution',
    ])
  })
  it('is read without a network, and says what that leaves out', () => {
    expect(findings('hello', { runtime: undefined })).toEqual([
      ['not-compared', 'note'],
      ['moves-nothing', 'note'],
    ])
  })
})

describe.runIf(hasFinney)('a message that is like something else', () => {
  it.each([
    ['the signing bytes of a transaction (B.2)', A1],
    ['a call to the last byte', `0x050400${'8e'.repeat(32)}00`],
    ['a genesis somewhere in it', `0xffff2f0555cc76fc2840a25a6ea3b9637146806f1f44b090c175ffde2a7e5ab36c03ff`],
    ['the test network’s genesis', '0x8f9cf856bf558a14440e75569c9e58594757048d7b3a84b5d25f6bd97826310500'],
    ['a limit order (D.3)', D3],
  ])('8.5-60 is a danger agreed to by itself: %s (RAW-4, DNG-30)', (_, data) => {
    expect(told(data).findings).toContainEqual(
      expect.objectContaining({ id: 'tx-like', level: 'danger', tick: true }),
    )
  })
  it('8.5-63 is not signed where a pallet begins like the wrap (RAW-3)', () => {
    if (runtime === undefined) throw new Error('no metadata')
    expect(runtime.palletAt(0x3c)).toBeUndefined()
    const other = { ...runtime, palletAt: (index: number) => (index === 0x3c ? 'New' : undefined) }
    expect(findings('hello', { runtime: other })[0]).toEqual(['wrap-collides', 'refuse'])
  })
  it('knows the pallets by their numbers', () => {
    expect(runtime?.palletAt(5)).toBe('Balances')
    expect(runtime?.palletAt(32)).toBe('LimitOrders')
  })
})

describe('32 bytes', () => {
  const order: LimitOrder = anOrder()
  it('that nobody can read are not signed: they may be an order', () => {
    expect(findings(orderId(order))).toEqual([['fingerprint', 'refuse']])
  })
  it('are not signed in a wrap of their own either', () => {
    const wrapped = toHex(wrapMessage(fromHex(orderId(order))))
    expect(fromHex(wrapped)).toHaveLength(47)
    expect(findings(wrapped)).toEqual([['fingerprint', 'refuse']])
  })
  it('that are letters are a danger agreed to by itself', () => {
    expect(told('just as long as a fingerprint is').findings).toMatchObject([
      { id: 'fingerprint-like', level: 'danger', tick: true },
    ])
  })
  it('are told from 31 and 33', () => {
    expect(findings(`0x${'ff'.repeat(31)}`)).toEqual([['not-text', 'caution'], ...without()])
    expect(findings(`0x${'ff'.repeat(33)}`)).toEqual([['not-text', 'caution'], ...without()])
  })
})

/** Where the runtime is not at hand every message says so. */
function without(): readonly (readonly [string, Level])[] {
  return runtime === undefined ? [['not-compared', 'note']] : []
}

describe('a message that signs somebody in', () => {
  const signIn = (change: { domain?: string; account?: string; uri?: string; until?: string } = {}) =>
    [
      `${change.domain ?? 'dapp.example'} wants you to sign in with your Bittensor account:`,
      change.account ?? ALICE,
      '',
      'Terms apply.',
      '',
      `URI: ${change.uri ?? 'https://dapp.example/login'}`,
      'Version: 1',
      'Nonce: 8842',
      `Expiration Time: ${change.until ?? '2026-10-21T12:00:00Z'}`,
    ].join('\n')
  it.runIf(hasFinney)('at the site that asks is a note', () => {
    expect(findings(signIn())).toEqual([['sign-in', 'note']])
    expect(told(signIn()).description.sentence).toEqual(['Sign in with this account.'])
  })
  it.each([
    ['another site', { domain: 'bank.example' }],
    ['a site that begins alike', { domain: 'dapp.example.evil.example' }],
    ['another port of it', { domain: 'dapp.example:8443' }],
    ['another site by its address', { uri: 'https://bank.example/login' }],
    ['a site behind a name', { uri: 'https://dapp.example@bank.example/' }],
  ])('at %s is a danger agreed to by itself', (_, change) => {
    expect(told(signIn(change)).findings).toContainEqual(
      expect.objectContaining({ id: 'other-site', level: 'danger', tick: true }),
    )
  })
  it('with a scheme before the domain, or the port that goes without saying, is the same site', () => {
    expect(findings(signIn({ domain: 'https://dapp.example' }))).toContainEqual(['sign-in', 'note'])
    expect(findings(signIn({ uri: 'https://dapp.example:443/' }))).toContainEqual(['sign-in', 'note'])
    expect(findings(signIn({ domain: 'DAPP.example' }))).toContainEqual(['sign-in', 'note'])
  })
  it('for another account is a danger', () => {
    expect(findings(signIn({ account: BOB }))).toContainEqual(['other-account', 'danger'])
  })
  it('whose time is over says so', () => {
    expect(findings(signIn({ until: '2026-10-20T11:00:00Z' }))).toContainEqual(['sign-in-over', 'caution'])
  })
})
