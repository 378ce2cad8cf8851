import { describe, expect, it } from 'vitest'
import { anAccount } from '../../../test/build/store.ts'
import type { Hash } from '../../shared/domain/bytes.ts'
import { NETWORKS, type Url } from '../../shared/domain/network.ts'
import { DEFAULT_SETTINGS, type Settings } from '../../shared/domain/settings.ts'
import { checkSettings } from './rules.ts'

const accounts = [anAccount()]
const endpoints = (some: Partial<Settings['endpoints']>): Partial<Settings> => ({
  endpoints: { ...DEFAULT_SETTINGS.endpoints, ...some },
})
const check = (some: Partial<Settings>, before: Partial<Settings> = {}): (() => void) => {
  const now = { ...DEFAULT_SETTINGS, ...before }
  return () => checkSettings({ ...now, ...some }, now, accounts)
}
const refuses = (some: Partial<Settings>, field: string, before: Partial<Settings> = {}): void => {
  let cause: unknown
  try {
    check(some, before)()
  } catch (thrown) {
    cause = thrown
  }
  expect(cause).toMatchObject({ code: 'invalid-input', details: { field } })
}
const [one = 'wss://x' as Url, two = one] = NETWORKS.finney.endpoints
const genesis = `0x${'11'.repeat(32)}` as Hash

describe('settings', () => {
  it('may be what they are at first', () => expect(check({})).not.toThrow())
  it('may put the built-in endpoints in another order, and leave some out', () =>
    expect(check(endpoints({ finney: [two, one] }))).not.toThrow())
  it('may name any node on this computer', () =>
    expect(check(endpoints({ local: ['ws://127.0.0.1:1', 'ws://localhost:65535'] }))).not.toThrow())
  it('may put an account of the wallet in front', () =>
    expect(check({ account: anAccount().address })).not.toThrow())
  it('may take trust in a node back', () =>
    expect(check({ trustedLocal: {} }, { trustedLocal: { 'ws://127.0.0.1:1': genesis } })).not.toThrow())
})

describe('settings are refused', () => {
  it('with an endpoint of somebody else', () =>
    refuses(endpoints({ finney: ['wss://example.org:443'] }), 'endpoints.finney'))
  it('with an endpoint of another network', () => refuses(endpoints({ test: [one] }), 'endpoints.test'))
  it('without an endpoint', () => refuses(endpoints({ test: [] }), 'endpoints.test'))
  it('with an endpoint twice', () => refuses(endpoints({ finney: [one, one] }), 'endpoints.finney'))
  it('with a local node on another computer', () =>
    refuses(endpoints({ local: ['ws://192.168.0.2:9944'] }), 'endpoints.local'))
  it('with a local node behind an encrypted address', () =>
    refuses(endpoints({ local: ['wss://127.0.0.1:9944'] }), 'endpoints.local'))
  it('with more local nodes than anyone runs', () =>
    refuses(
      endpoints({ local: Array.from({ length: 9 }, (_, i): Url => `ws://127.0.0.1:${i + 1}`) }),
      'endpoints.local',
    ))
  it('with an account that is not there', () =>
    refuses({ account: '5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty' as never }, 'account'))
  it('with trust that was not given where the genesis is shown', () =>
    refuses({ trustedLocal: { 'ws://127.0.0.1:1': genesis } }, 'trustedLocal'))
})
