/**
 * The shell shows the last total only where the wallet was left open, and nothing that does not read.
 * @vitest-environment happy-dom
 */
import { beforeEach, describe, expect, it } from 'vitest'
import { paintFirstPicture } from './first-picture.ts'
import type { Memory } from './memory.ts'

const NOW = 1_800_000_000_000
const TOTAL = { whole: '1,284', decimals: '5207', block: '6,912,004' }

beforeEach(() => {
  document.documentElement.removeAttribute('data-shell')
  document.body.innerHTML =
    '<p id="first-total" hidden></p><span id="first-wait"></span><p id="first-block"></p>'
})

function paint(memory: Partial<Memory>): string | undefined {
  paintFirstPicture(
    { trail: [], theme: 'dark', locksAt: NOW + 60_000, total: TOTAL, at: NOW, ...memory },
    NOW,
    document,
  )
  const total = document.getElementById('first-total')
  return total === null || total.hidden ? undefined : (total.textContent ?? '')
}

describe('the first picture', () => {
  it('shows what the last window showed, and of which block', () => {
    expect(paint({})).toBe('τ1,284.5207')
    expect(document.getElementById('first-block')?.textContent).toBe('As of block 6,912,004')
    expect(document.getElementById('first-wait')).toBeNull()
  })
  it('shows nothing of what is held after the wallet has locked', () => {
    expect(paint({ locksAt: NOW })).toBeUndefined()
    expect(document.documentElement.dataset['shell']).toBeUndefined()
  })
  it('is the open wallet’s without a number where none was shown', () => {
    expect(paint({ total: null })).toBeUndefined()
    expect(document.documentElement.dataset['shell']).toBe('open')
    expect(document.getElementById('first-wait')).not.toBeNull()
  })
  it.each([3, 'x', {}, { whole: 7 }])('stays a skeleton when what was left does not read: %j', (total) => {
    expect(paint(JSON.parse(JSON.stringify({ total })))).toBeUndefined()
    expect(document.getElementById('first-wait')).not.toBeNull()
  })
  it('is text, whatever it holds', () => {
    expect(paint({ total: { ...TOTAL, whole: '<img>' } })).toBe('τ<img>.5207')
    expect(document.querySelector('img')).toBeNull()
  })
})
