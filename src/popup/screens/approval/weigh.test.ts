/** What the room found stands; the chain's facts may add weight and never take it away. */
import { describe, expect, it } from 'vitest'
import type { Finding } from '#shared/domain/description.ts'
import { allFindings, demandOf, isTyped } from './weigh.ts'

const finding = (id: string, level: Finding['level'], rest: Partial<Finding> = {}): Finding => ({
  id,
  level,
  text: [id],
  ...rest,
})

describe('the findings of a review', () => {
  it('begin with the gravest', () => {
    const found = allFindings([finding('a', 'note'), finding('b', 'danger')], [finding('c', 'caution')])
    expect(found.map(({ id }) => id)).toEqual(['b', 'c', 'a'])
  })

  it('keep the room’s word when the background says the same more softly', () => {
    const mine = finding('empties', 'danger', { type: 'EMPTY' })
    expect(allFindings([mine], [finding('empties', 'note')])).toEqual([mine])
  })

  it('hear the background out when it says the same more gravely', () => {
    const found = allFindings([finding('x', 'caution')], [finding('x', 'danger')])
    expect(found.map(({ level }) => level)).toEqual(['danger', 'caution'])
  })
})

describe('what they ask', () => {
  it('is nothing for notes and cautions', () => {
    expect(demandOf([finding('a', 'note'), finding('b', 'caution')])).toEqual({
      isBarred: false,
      mustHold: false,
      words: [],
    })
  })

  it('is to hold for a danger', () => {
    expect(demandOf([finding('a', 'danger')]).mustHold).toBe(true)
  })

  it('is each word once', () => {
    const words = demandOf([
      finding('a', 'danger', { type: 'EMPTY' }),
      finding('b', 'danger', { type: 'EMPTY' }),
      finding('c', 'danger', { type: 'DIFFERENT' }),
    ]).words
    expect(words).toEqual(['EMPTY', 'DIFFERENT'])
  })

  it('is impossible for what is refused, and for what could only fail', () => {
    expect(demandOf([finding('a', 'refuse')]).isBarred).toBe(true)
    expect(demandOf([finding('a', 'danger', { blocks: true })]).isBarred).toBe(true)
  })
})

describe('a typed word', () => {
  it('counts when it is whole, in small letters or capitals', () => {
    expect(isTyped('EMPTY', ' empty ')).toBe(true)
  })

  it('does not count in part, longer, or not at all', () => {
    expect(isTyped('EMPTY', 'EMPT')).toBe(false)
    expect(isTyped('EMPTY', 'EMPTYY')).toBe(false)
    expect(isTyped('EMPTY', undefined)).toBe(false)
  })
})
