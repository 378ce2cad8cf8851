/** Where one gets from where one is. */
import { describe, expect, it } from 'vitest'
import { backFrom, goFrom, rootOf } from './navigation.ts'
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
  it('knows under which place of the bar one is', () => {
    expect(rootOf([home, settings, network])).toBe('settings')
    expect(rootOf([home, { kind: 'receive' }])).toBe('home')
    expect(rootOf([])).toBe('home')
  })
})
