/** Only a node on this computer can be added. */
import { describe, expect, it } from 'vitest'
import { localUrl } from './endpoints.tsx'

describe('an endpoint as typed', () => {
  it.each([
    ['9944', 'ws://127.0.0.1:9944'],
    [' 1 ', 'ws://127.0.0.1:1'],
    ['localhost:9945', 'ws://localhost:9945'],
    ['ws://127.0.0.1:9944/', 'ws://127.0.0.1:9944'],
  ])('%j is %s', (typed, url) => {
    expect(localUrl(typed)).toBe(url)
  })
  it.each([
    '',
    '0',
    '65536',
    '9944x',
    'wss://127.0.0.1:9944',
    'ws://example.com:9944',
    'ws://127.0.0.1.example.com:1',
    '192.168.0.2:9944',
  ])('%j is none', (typed) => {
    expect(localUrl(typed)).toBeUndefined()
  })
})
