import { base64 } from '@scure/base'
import { expect, it } from 'vitest'
import { base64Of } from './base64.ts'

it.each([0, 1, 2, 3, 0x8000, 0x8001, 340_000])('base64 of %i bytes is read back as they were', (length) => {
  const bytes = Uint8Array.from({ length }, (_, at) => (at * 31 + (at >> 8)) & 0xff)
  expect(base64.decode(base64Of(bytes))).toEqual(bytes)
})
