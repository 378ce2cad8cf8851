import { describe, expect, it } from 'vitest'
import type { Origin } from '#shared/domain/site.ts'
import type { ToRelay } from '#shared/protocol/site-contract.ts'
import { createManualClock } from '../../../test/build/manual-clock.ts'
import { createLines } from './lines.ts'

const ACCOUNTS: ToRelay = { kind: 'accounts', accounts: '[]' }

function someLines() {
  const clock = createManualClock()
  const lines = createLines(clock.now)
  const heard: string[] = []
  const open = (name: string, documentId: string, tabId = 7, origin = 'https://dapp.example') =>
    lines.open({ documentId, tabId, origin: origin as Origin, post: () => heard.push(name) })
  return { clock, lines, heard, open }
}

describe('the lines to documents', () => {
  it('reach the one document that is meant, and say when there is none', () => {
    const { lines, heard, open } = someLines()
    open('one', 'D1')
    open('other', 'D2', 7, 'https://other.example')
    expect(lines.post('D2', ACCOUNTS)).toBe(true)
    expect(lines.post('D3', ACCOUNTS)).toBe(false)
    expect(heard).toEqual(['other'])
  })
  it('of one document are one, its newest; that an older one ends changes nothing', () => {
    const { lines, heard, open } = someLines()
    const end = open('old', 'D1')
    open('new', 'D1')
    end()
    expect(lines.isOpen('D1')).toBe(true)
    lines.post('D1', ACCOUNTS)
    expect(heard).toEqual(['new'])
  })
  it('are silent since they closed, or since this worker began', () => {
    const { clock, lines, open } = someLines()
    const began = clock.now()
    clock.advance(500)
    const end = open('one', 'D1')
    clock.advance(500)
    end()
    clock.advance(500)
    expect(lines.isOpen('D1')).toBe(false)
    expect(lines.silentSince('D1')).toBe(began + 1000)
    expect(lines.silentSince('D2')).toBe(began)
    open('again', 'D1')
    expect(lines.isOpen('D1')).toBe(true)
  })
  it('tell whose site is in a tab, and of each that opens', () => {
    const { lines, open } = someLines()
    let opened = 0
    const stop = lines.onOpen(() => {
      opened += 1
    })
    expect(lines.originIn(7)).toBeUndefined()
    const end = open('one', 'D1')
    expect(lines.originIn(7)).toBe('https://dapp.example')
    expect(lines.originIn(8)).toBeUndefined()
    end()
    expect(lines.originIn(7)).toBeUndefined()
    stop()
    open('two', 'D2')
    expect(opened).toBe(1)
  })
})
