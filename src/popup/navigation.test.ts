/** Where one gets from where one is. */
import { describe, expect, it } from 'vitest'
import { backFrom, goFrom, leftAs, rootOf } from './navigation.ts'
import type { Place } from './place.ts'

const home: Place = { kind: 'home' }
const settings: Place = { kind: 'settings' }
const network: Place = { kind: 'network' }

describe('the trail', () => {
  it('grows by the place one goes to', () => {
    expect(goFrom([home, settings], network)).toEqual([home, settings, network])
  })
  it('begins anew at a place of the bar, with home behind it', () => {
    expect(goFrom([home, settings, network], { kind: 'activity' })).toEqual([home, { kind: 'activity' }])
  })
  it('does not enter the same place twice', () => {
    const trail = [home, settings, network]
    expect(goFrom(trail, { kind: 'network' })).toBe(trail)
  })
  it('leads back to where one came from, and then home', () => {
    expect(backFrom([home, settings, network])).toEqual([home, settings])
    expect(backFrom([network])).toEqual([home])
  })
  it('keeps what one came from behind a form that is left for its review', () => {
    const send: Place = { kind: 'operation', operation: 'transfer' }
    const filled: Place = { ...send, typed: {} }
    expect(leftAs([home, settings, send], filled)).toEqual([home, settings, filled])
    expect(leftAs([], filled)).toEqual([filled])
  })
  it('knows under which place of the bar one is', () => {
    expect(rootOf([home, settings, network])).toBe('settings')
    expect(rootOf([home, { kind: 'receive' }])).toBe('home')
    expect(rootOf([])).toBe('home')
  })
})
