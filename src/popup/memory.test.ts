/**
 * A window leaves little behind, and nothing of it can fail the next one.
 * @vitest-environment happy-dom
 */
import { beforeEach, describe, expect, it } from 'vitest'
import { forget, recall, remember } from './memory.ts'

const NOW = 1_800_000_000_000
beforeEach(() => localStorage.clear())

describe('what a window remembers', () => {
  it('is nothing at first', () => {
    expect(recall(NOW)).toEqual({ trail: [], theme: 'system', locksAt: 0, total: null, at: 0 })
  })
  it('is changed in parts', () => {
    remember({ theme: 'dark' }, NOW)
    remember({ trail: [{ kind: 'settings' }] }, NOW)
    expect(recall(NOW)).toMatchObject({ theme: 'dark', trail: [{ kind: 'settings' }] })
  })
  it('forgets the place after ten minutes, and not the theme', () => {
    remember({ theme: 'light', trail: [{ kind: 'settings' }] }, NOW)
    expect(recall(NOW + 600_000)).toMatchObject({ theme: 'light', trail: [] })
  })
  it.each(['', 'null', '{"trail":3,"at":1800000000000}', '[', '7'])(
    'is nothing when it does not read: %s',
    (stored) => {
      localStorage.setItem('taokey.window', stored)
      expect(recall(NOW).trail).toEqual([])
    },
  )
  it('does not fail where nothing can be kept', () => {
    const full: Storage = Object.assign(Object.create(localStorage), {
      getItem: () => null,
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError')
      },
    })
    expect(() => remember({ theme: 'dark' }, NOW, full)).not.toThrow()
  })
  it('is gone when it is forgotten', () => {
    remember({ locksAt: NOW }, NOW)
    forget()
    expect(recall(NOW).locksAt).toBe(0)
  })
  it('takes every preference along when it is forgotten, and nothing else', () => {
    localStorage.setItem('other', 'stays')
    localStorage.setItem('taokey.hide-amounts', 'yes')
    localStorage.setItem('taokey.all-accounts', 'yes')
    forget()
    expect(Object.keys(localStorage)).toEqual(['other'])
  })
})
