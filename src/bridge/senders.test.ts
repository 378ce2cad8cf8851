import { describe, expect, it } from 'vitest'
import { isFromWorker, roleOf } from './senders.ts'

const own = { id: 'own', worker: 'chrome-extension://own/worker.js' }
const worker = { id: own.id, url: own.worker }
const origin = 'chrome-extension://own'

describe('the worker', () => {
  it('is known by its id and exact address, without tab and document', () => {
    expect(isFromWorker(worker, own)).toBe(true)
  })
  it('is not another extension', () => {
    expect(isFromWorker({ ...worker, id: 'other' }, own)).toBe(false)
  })
  it('is not a page of ours', () => {
    expect(isFromWorker({ id: own.id, url: `${origin}/popup/index.html`, documentId: 'd' }, own)).toBe(false)
  })
  it('is not a document at the worker’s address', () => {
    expect(isFromWorker({ ...worker, documentId: 'd' }, own)).toBe(false)
    expect(isFromWorker({ ...worker, tab: {} }, own)).toBe(false)
  })
  it('is not a sender without an address, or with more of one', () => {
    expect(isFromWorker({ id: own.id }, own)).toBe(false)
    expect(isFromWorker({ ...worker, url: `${own.worker}?x` }, own)).toBe(false)
  })
})

describe('a page', () => {
  const page = (pathname: string, from = origin) => {
    const window = { location: { origin: from, pathname }, top: undefined as unknown }
    window.top = window
    return window
  }
  it('has the role of its exact path', () => {
    expect(roleOf(page('/popup/index.html'), origin)).toBe('wallet')
    expect(roleOf(page('/popup/approve.html'), origin)).toBe('approve')
  })
  it('has no role elsewhere in the extension', () => {
    for (const path of ['/', '/bridge/bridge.html', '/popup/', '/popup/index.html/', '/POPUP/index.html'])
      expect(roleOf(page(path), origin)).toBeUndefined()
  })
  it('has no role in another origin', () => {
    expect(roleOf(page('/popup/index.html', 'https://example.org'), origin)).toBeUndefined()
  })
  it('has no role in a frame', () => {
    expect(roleOf({ ...page('/popup/index.html') }, origin)).toBeUndefined()
  })
  it('has no role when it does not say where it is', () => {
    const stranger = {
      get location(): never {
        throw new DOMException('cross-origin')
      },
      top: undefined as unknown,
    }
    stranger.top = stranger
    expect(roleOf(stranger, origin)).toBeUndefined()
  })
})
