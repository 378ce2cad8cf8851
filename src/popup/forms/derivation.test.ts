/** What people type about a secret is read as it was meant, or refused; never changed in silence. */
import { describe, expect, it } from 'vitest'
import {
  draftProblem,
  EMPTY_DRAFT,
  isShortPhrase,
  isStillTyping,
  readDraft,
  splitPath,
  tidyWords,
} from './derivation.ts'

describe('a typed path', () => {
  it.each([
    ['', '', ''],
    ['//hard/soft', '//hard/soft', ''],
    ['//hard///secret', '//hard', 'secret'],
    ['///secret', '', 'secret'],
    ['//a///b///c', '//a', 'b///c'],
    ['  //a  ', '//a', ''],
  ])('%j is the path %j with the password %j', (typed, path, password) => {
    expect(splitPath(typed)).toEqual({ path, password })
  })
})

describe('typed words', () => {
  it.each([
    ['  orbit\ncanvas\t lumber ', 'orbit canvas lumber'],
    ['1. orbit 2. canvas 12) lumber', 'orbit canvas lumber'],
    ['Orbit, canvas; LUMBER', 'orbit canvas lumber'],
    ['', ''],
  ])('%j is %j', (typed, tidy) => {
    expect(tidyWords(typed)).toBe(tidy)
  })
})

describe('a draft', () => {
  const words = { ...EMPTY_DRAFT, words: 'orbit canvas', path: '//a///b' }
  it('is nothing to send while it is empty', () => {
    expect(readDraft(EMPTY_DRAFT)).toBeUndefined()
    expect(readDraft({ ...EMPTY_DRAFT, kind: 'seed', seed: ' ' })).toBeUndefined()
  })
  it('keeps the password with the words and the path apart from it', () => {
    expect(readDraft(words)).toEqual({
      source: { kind: 'words', words: 'orbit canvas', password: 'b' },
      derivation: { path: '//a', scheme: 'sr25519' },
    })
  })
  it('of a seed takes no password', () => {
    expect(draftProblem({ ...words, kind: 'seed' })).toMatch(/takes no password/)
    expect(draftProblem(words)).toBeUndefined()
  })
  it('is not told off for the word that is still being typed', () => {
    expect(isStillTyping({ ...words, words: 'orbit canv' }, 2)).toBe(true)
    expect(isStillTyping({ ...words, words: 'orbit canv ' }, 2)).toBe(false)
    expect(isStillTyping({ ...words, words: 'orbti canvas' }, 1)).toBe(false)
  })
  it('is short below twelve words', () => {
    expect(isShortPhrase({ ...words, words: 'a '.repeat(11) })).toBe(true)
    expect(isShortPhrase({ ...words, words: 'a '.repeat(12) })).toBe(false)
  })
})
