import { describe, expect, it } from 'vitest'
import * as contract from './site-contract.ts'

const ID = '00000000-0000-4000-8000-000000000001'
const { readFromRelay, readToRelay } = contract

describe('what a relay sends', () => {
  it.each([
    { kind: 'ask', id: ID, method: 'enable', input: '""' },
    { kind: 'ask', id: ID, method: 'no method', input: 'no JSON' },
    { kind: 'resume', ids: [ID, ID] },
    { kind: 'resume', ids: [] },
    { kind: 'resume', ids: Array.from({ length: 64 }, () => ID) },
    { kind: 'heard', id: ID },
    { kind: 'bye' },
  ])('reads as it was written, without what is more: %j', (frame) => {
    expect(readFromRelay({ ...frame, more: 1 })).toEqual(frame)
  })
  it.each([
    undefined,
    null,
    'bye',
    [],
    {},
    { kind: 'open' },
    { kind: '__proto__' },
    { kind: 'ask', id: 'toString', method: 'enable', input: '""' },
    { kind: 'ask', id: ID, method: ['enable'], input: '""' },
    { kind: 'ask', id: ID, method: 'enable', input: {} },
    { kind: 'resume', ids: ID },
    { kind: 'resume', ids: [ID, 7] },
    { kind: 'resume', ids: Array.from({ length: 65 }, () => ID) },
    { kind: 'heard' },
    { kind: 'heard', id: `${ID.toUpperCase()}X` },
  ])('is passed over when it is none of these: %j', (message) => {
    expect(readFromRelay(message)).toBeUndefined()
  })
})

describe('what a relay is sent', () => {
  it.each([
    { kind: 'taken', id: ID },
    { kind: 'answer', id: ID, answer: { ok: true, value: 'null' } },
    { kind: 'answer', id: ID, answer: { ok: false, error: { code: 4001, message: 'Cancelled' } } },
    { kind: 'accounts', accounts: '[]' },
  ])('reads as it was written, without what is more: %j', (frame) => {
    expect(readToRelay({ ...frame, more: 1 })).toEqual(frame)
  })
  it.each([
    undefined,
    'taken',
    { kind: 'taken' },
    { kind: 'answer', id: ID },
    { kind: 'answer', id: ID, answer: { ok: true } },
    { kind: 'answer', id: ID, answer: { ok: 1, value: 'null' } },
    { kind: 'answer', id: ID, answer: { ok: false, error: 'Cancelled' } },
    { kind: 'answer', id: ID, answer: { ok: false, error: { code: '4001', message: 'x' } } },
    { kind: 'accounts', accounts: [] },
    { kind: 'poke', id: ID },
  ])('is passed over when it is none of these: %j', (message) => {
    expect(readToRelay(message)).toBeUndefined()
  })
})

describe('the words a page hears', () => {
  const origin = 'https://dapp.example'
  // Sites compare with these (the specification's table of errors).
  it.each([
    [contract.CANCELLED, 4001, 'Cancelled'],
    [contract.CONNECT_REJECTED, 4001, 'Connection request was rejected by the user.'],
    [contract.CONNECT_CANCELLED, 4001, 'Connection request was cancelled by the user.'],
    [contract.notEnabled(origin), 4100, 'The source https://dapp.example has not been enabled yet'],
    [
      contract.blocked(origin),
      4100,
      'The source https://dapp.example is not allowed to interact with this extension',
    ],
    [
      contract.notShared(origin),
      4100,
      'The source https://dapp.example is not allowed to interact with this account.',
    ],
    [contract.WRONG_DOCUMENT, 4100, 'This kind of document cannot use the wallet'],
    [contract.unknownNetwork('0x12'), 4902, 'Unknown network: 0x12'],
    [
      contract.otherRuntime(423, 424),
      4902,
      'Runtime version mismatch: payload is for 423, network is at 424. Reload the page.',
    ],
    [contract.noMetadata(423), 4902, 'Metadata for spec 423 is not available'],
    [contract.WRONG_DIGEST, -32602, 'Metadata hash mismatch'],
    [contract.invalid('method'), -32602, 'Invalid request: method'],
    [contract.BUSY, -32005, 'Too many pending requests'],
    [contract.EXPIRED, 4001, 'Request expired'],
    [contract.GONE, 4900, 'Wallet was updated or disabled. Reload the page.'],
    [contract.UNSUPPORTED, 4200, 'Unsupported method'],
  ])('8.4-49 stay as they are: %j', (error, code, message) => {
    expect(error).toEqual({ code, message })
  })
})
