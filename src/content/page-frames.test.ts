import { describe, expect, it } from 'vitest'
import { readFromPage } from './page-frames.ts'

describe('what a page sends its relay', () => {
  it('is a number, a method and JSON text, and nothing beside', () => {
    const frame = { id: 1, method: 'enable', input: '""' }
    expect(readFromPage({ ...frame, port: 'more' })).toEqual(frame)
  })
  it.each([
    undefined,
    null,
    'enable',
    7,
    [],
    {},
    { id: '1', method: 'enable', input: '' },
    { id: 1, method: 7, input: '' },
    { id: 1, method: 'enable', input: {} },
    { id: 1, method: 'enable' },
  ])('is not %j', (message) => {
    expect(readFromPage(message)).toBeUndefined()
  })
})
