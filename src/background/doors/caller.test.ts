import { describe, expect, it } from 'vitest'
import { callerOf, type Sender } from './caller.ts'

const own = { id: 'abc', origin: 'chrome-extension://abc' }
const wallet: Sender = {
  id: 'abc',
  origin: 'chrome-extension://abc',
  url: 'chrome-extension://abc/popup/index.html',
  frameId: 0,
}
const refusal = (sender: Sender | undefined, asked = 'wallet'): unknown => {
  const caller = callerOf(sender, own, asked)
  return caller.ok ? { role: caller.value.role } : caller.error
}

describe('a caller', () => {
  it('is the wallet by its page', () => expect(refusal(wallet)).toEqual({ role: 'wallet' }))
  it('is the review by its page', () =>
    expect(refusal({ ...wallet, url: 'chrome-extension://abc/popup/approve.html' }, 'approve')).toEqual({
      role: 'approve',
    }))
  it('may have a query, which says nothing', () =>
    expect(refusal({ ...wallet, url: `${wallet.url}?role=approve#x` })).toEqual({ role: 'wallet' }))
})

describe('8.2-20 a page of ours in a tab', () => {
  it('is as good as one in the popup', () =>
    expect(callerOf({ ...wallet, tab: { id: 7, windowId: 3 } }, own, 'wallet')).toEqual({
      ok: true,
      value: { role: 'wallet', windowId: 3 },
    }))
})

describe('nobody is served', () => {
  it('without a sender', () => expect(refusal(undefined)).toBe('another extension'))
  it('of another extension', () => expect(refusal({ ...wallet, id: 'xyz' })).toBe('another extension'))
  it('that is a content script', () =>
    expect(
      refusal({ ...wallet, origin: 'https://example.org', url: 'https://example.org/popup/index.html' }),
    ).toBe('no page of ours'))
  it('8.2-15 that shows an address of ours and is of another origin (CH-3, CH-4)', () => {
    for (const origin of [undefined, 'null', 'https://example.org', 'chrome-extension://abcd'])
      expect(refusal({ ...wallet, origin })).toBe('no page of ours')
  })
  it('from an origin that begins like ours', () =>
    expect(refusal({ ...wallet, url: 'chrome-extension://abcd/popup/index.html' })).toBe('no page of ours'))
  it('without an address', () => expect(refusal({ id: 'abc' })).toBe('no page of ours'))
  it('with an address that is none', () =>
    expect(refusal({ ...wallet, url: 'not an address' })).toBe('no page of ours'))
  it('from within a frame', () => expect(refusal({ ...wallet, frameId: 3 })).toBe('a frame'))
  it('from the bridge', () =>
    expect(refusal({ ...wallet, url: 'chrome-extension://abc/bridge/bridge.html' })).toBe(
      'a page without a role',
    ))
  it('from a path that only looks like a page of ours', () =>
    expect(refusal({ ...wallet, url: 'chrome-extension://abc/x/popup/index.html' })).toBe(
      'a page without a role',
    ))
  it('under the other page’s role', () => {
    expect(refusal(wallet, 'approve')).toBe('another role')
    expect(refusal({ ...wallet, url: 'chrome-extension://abc/popup/approve.html' })).toBe('another role')
  })
})
