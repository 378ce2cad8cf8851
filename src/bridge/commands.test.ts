import { describe, expect, it } from 'vitest'
import { failure, readCommand, readSignature, readStatus } from './commands.ts'

const sign = {
  id: 'ab'.repeat(16),
  account: '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY',
  payload: '0x0102',
}
const signature = `0x${'ab'.repeat(64)}`

describe('a command of the background', () => {
  it('is status, lock or sign', () => {
    expect(readCommand('room.status', null)).toEqual({ name: 'room.status', input: null })
    expect(readCommand('room.lock', null)).toEqual({ name: 'room.lock', input: null })
    expect(readCommand('room.sign', sign)).toEqual({ name: 'room.sign', input: sign })
  })
  it('is none of those that carry a secret or a consent', () => {
    for (const name of [
      'room.unlock',
      'room.create',
      'room.reveal',
      'room.consent',
      'room.describe',
      'toString',
    ])
      expect(readCommand(name, null)).toBeUndefined()
  })
  it('brings nothing along', () => {
    expect(readCommand('room.status', {})).toBeUndefined()
    expect(readCommand('room.lock', undefined)).toBeUndefined()
    expect(readCommand('room.sign', { ...sign, more: 1 })).toBeUndefined()
  })
  it('names an approval by sixteen bytes of small hex', () => {
    for (const id of ['AB'.repeat(16), 'ab', 7, null])
      expect(readCommand('room.sign', { ...sign, id })).toBeUndefined()
  })
  it('names an account by its address', () => {
    for (const account of ['0x00', '', 'x'.repeat(300), `${sign.account}0`, 5])
      expect(readCommand('room.sign', { ...sign, account })).toBeUndefined()
  })
  it('carries a payload of whole bytes, not empty and not longer than a site may ask', () => {
    const longest = `0x${'00'.repeat(256 * 1024 + 256)}`
    for (const payload of ['0x', '0x1', '0xAB', '0102', `${longest}00`, ['0x01']])
      expect(readCommand('room.sign', { ...sign, payload })).toBeUndefined()
    expect(readCommand('room.sign', { ...sign, payload: longest })).toBeDefined()
  })
})

describe('a message to be signed (RAW-1)', () => {
  const { payload: _, ...who } = sign
  const wrapped = '0x3c42797465733e68656c6c6f3c2f42797465733e'
  it('goes on in its wrap', () => {
    const input = { ...who, bytes: wrapped }
    expect(readCommand('room.signMessage', input)).toEqual({ name: 'room.signMessage', input })
    const empty = { ...who, bytes: '0x3c42797465733e3c2f42797465733e' }
    expect(readCommand('room.signMessage', empty)).toBeDefined()
  })
  it('goes nowhere without it, or with half of it', () => {
    for (const bytes of ['0x68656c6c6f', wrapped.slice(0, -2), `${wrapped}00`, '0x3c42797465733e', 7])
      expect(readCommand('room.signMessage', { ...who, bytes })).toBeUndefined()
  })
  it('is no transaction, and a transaction no message', () => {
    expect(readCommand('room.sign', { ...who, bytes: wrapped })).toBeUndefined()
    expect(readCommand('room.signMessage', { ...who, payload: wrapped })).toBeUndefined()
    expect(readCommand('room.sign', { ...sign, bytes: wrapped })).toBeUndefined()
  })
})

describe('an answer of the room', () => {
  it('is a signature of 64 bytes and its scheme, and nothing beside them', () => {
    const value = { signature, scheme: 'ed25519' }
    expect(readSignature({ ok: true, value })).toEqual(value)
    expect(readSignature({ ok: true, value: { ...value, seed: '0x00' } })).toBeUndefined()
    expect(readSignature({ ok: true, value: { ...value, signature: `${signature}00` } })).toBeUndefined()
    expect(readSignature({ ok: true, value: { ...value, scheme: 'ecdsa' } })).toBeUndefined()
    expect(readSignature({ ok: false, value })).toBeUndefined()
    expect(readSignature(undefined)).toBeUndefined()
  })
  it('is a status copied field by field', () => {
    expect(readStatus({ ok: true, value: { kind: 'unlocked', locksAt: 5, seed: 1 } })).toEqual({
      kind: 'unlocked',
      locksAt: 5,
    })
    expect(readStatus({ ok: true, value: { kind: 'locked', retryAt: 0 } })).toEqual({
      kind: 'locked',
      retryAt: 0,
    })
    expect(readStatus({ ok: true, value: { kind: 'unlocked', locksAt: Number.NaN } })).toBeUndefined()
    expect(readStatus({ ok: true, value: { kind: 'open' } })).toBeUndefined()
    expect(readStatus({ ok: false, error: { code: 'bug' } })).toBeUndefined()
  })
  it('fails with a known code and never with words of the room’s own', () => {
    for (const code of ['locked', 'expired', 'refused', 'unreadable', 'not-found']) {
      const answer = failure({ ok: false, error: { code, details: { why: 'the seed is 0x00' } } })
      expect(answer).toMatchObject({ ok: false, error: { code } })
      expect(JSON.stringify(answer)).not.toContain('seed')
    }
  })
  it('is a bug when it is anything else', () => {
    for (const result of [
      undefined,
      null,
      'x',
      { ok: true, value: 1 },
      { ok: false, error: { code: 'seed-0x00' } },
    ])
      expect(failure(result)).toEqual({ ok: false, error: { code: 'bug' } })
  })
})
