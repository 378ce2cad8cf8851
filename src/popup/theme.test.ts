/**
 * The colours a person chose are there before anything else has run.
 * @vitest-environment happy-dom
 */
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { remember } from './memory.ts'
import { setTheme } from './theme.ts'

const themeOf = (): string | undefined => document.documentElement.dataset['theme']

beforeEach(() => {
  localStorage.clear()
  setTheme(document.documentElement, 'system')
})

describe('the theme', () => {
  it('is set for who chose one and left to the system otherwise', () => {
    setTheme(document.documentElement, 'light')
    expect(themeOf()).toBe('light')
    setTheme(document.documentElement, 'system')
    expect(themeOf()).toBeUndefined()
  })

  it.each([
    ['dark', 'dark'],
    ['system', undefined],
  ] as const)('of the last window is the first one’s: %s', async (chosen, seen) => {
    remember({ theme: chosen })
    vi.resetModules()
    await import('./first.ts')
    expect(themeOf()).toBe(seen)
  })
})
