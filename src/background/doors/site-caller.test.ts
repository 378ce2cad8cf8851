import { describe, expect, it } from 'vitest'
import { ID } from '../../../test/fakes/machine.ts'
import type { Sender } from './caller.ts'
import { siteOf } from './site-caller.ts'

const O1 = 'https://dapp.example'
const O2 = 'https://evil.example'

/** What the browser says of a document in front, at the top of its tab. */
const FRONT = {
  id: ID,
  url: `${O1}/page`,
  origin: O1,
  frameId: 0,
  documentId: 'D1',
  documentLifecycle: 'active',
  tab: { id: 7 },
} satisfies Sender
const of = (change: object) => siteOf({ ...FRONT, ...change } as Sender, ID)

describe('who a web page is', () => {
  it('8.2-15 is its origin, its tab and its document', () => {
    expect(of({})).toEqual({ origin: O1, tabId: 7, documentId: 'D1' })
  })
  it('is never the address it shows, which stays after history has changed it', () => {
    expect(of({ url: `${O2}/elsewhere` })).toEqual({ origin: O1, tabId: 7, documentId: 'D1' })
  })
  it.each([
    ['8.2-15 a sandboxed document of a real host', { origin: 'null' }],
    ['8.2-15 an about:blank child with its parent’s origin', { url: 'about:blank', frameId: 4 }],
    ['8.2-15 a frame of another site within this one', { url: `${O2}/x`, origin: O2, frameId: 3 }],
    ['8.2-13 a frame of the same site', { frameId: 1 }],
    ['8.2-14 a page that is only prerendered', { documentLifecycle: 'prerender', frameId: 0 }],
    ['a page in the back/forward cache', { documentLifecycle: 'cached' }],
    ['a page whose state is not told', { documentLifecycle: undefined }],
    ['a document without an origin', { origin: undefined }],
    ['a document without an id', { documentId: undefined }],
    ['what stands in no tab', { tab: undefined }],
    ['what stands in a tab that is none', { tab: { id: -1 } }],
    ['8.2-20 another extension’s script', { id: 'ponmlkjihgfedcbaponmlkjihgfedcba' }],
    ['a page of this extension', { origin: `chrome-extension://${ID}` }],
    ['8.2-16 the same host without TLS', { origin: 'http://dapp.example' }],
    ['8.2-17 another computer without TLS', { origin: 'http://192.168.1.5' }],
    ['8.2-17 a file', { origin: 'file://' }],
    ['an origin with a path', { origin: `${O1}/` }],
    ['an origin with a name in it', { origin: 'https://user@dapp.example' }],
    ['an origin that ends in another line', { origin: `${O1}\n` }],
  ])('is not %s', (_, change) => {
    expect(of(change)).toBeUndefined()
  })
  it('is nobody where the browser says nothing', () => {
    expect(siteOf(undefined, ID)).toBeUndefined()
  })
  it.each([
    'http://localhost',
    'http://localhost:3000',
    'http://127.0.0.1:39295',
    'http://[::1]:8080',
    'https://dapp.example:8443',
    'https://a.dapp.example',
    'https://xn--dpp-qla.example',
    'https://192.168.1.5',
  ])('8.2-17 may be %s, which is a site of its own', (origin) => {
    expect(of({ origin })?.origin).toBe(origin)
  })
})
