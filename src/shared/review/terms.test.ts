import { describe, expect, it } from 'vitest'
import type { Hash } from '../domain/bytes.ts'
import { NETWORKS } from '../domain/network.ts'
import type { Rao } from '../domain/units.ts'
import { siteTermFindings, termFindings } from './terms.ts'

const finney = NETWORKS.finney.genesis as Hash
const plain = { tip: 0n as Rao, era: 64, genesis: finney, birth: 'seen' } as const
const ids = (change: Partial<Parameters<typeof siteTermFindings>[0]>) =>
  siteTermFindings({ ...plain, ...change }).map(({ id, level }) => [id, level])

describe('the terms of a signature', () => {
  it('8.7-98 of an hour on Finney, without a tip, are nothing to know of (DNG-29)', () => {
    expect(ids({})).toEqual([])
    expect(ids({ era: 512 })).toEqual([])
  })
  it.each([
    ['without an end (DNG-19)', { era: null }, 'immortal', 'danger'],
    ['of more than 512 blocks (DNG-22)', { era: 1024 }, 'long-life', 'caution'],
    ['8.7-93 with a tip of 0x05 (DNG-20)', { tip: 5n as Rao }, 'tip', 'danger'],
    [
      '8.7-98 on the test network (DNG-29)',
      { genesis: NETWORKS.test.genesis as Hash },
      'other-chain',
      'caution',
    ],
    [
      'on a chain of this computer (DNG-29)',
      { genesis: `0x${'11'.repeat(32)}` as Hash },
      'other-chain',
      'caution',
    ],
    ['from a block nobody has seen (SIG-8)', { birth: 'unseen' as const }, 'birth-unseen', 'caution'],
  ])('%s are told', (_, change, id, level) => {
    expect(ids(change)).toEqual([[id, level]])
  })
  it('8.7-98 name the test network, and no other by its name (DNG-29)', () => {
    const said = (genesis: unknown) =>
      siteTermFindings({ ...plain, genesis: genesis as Hash }).flatMap(({ text }) => text)
    expect(said(NETWORKS.test.genesis).join(' ')).toMatch(/test network/i)
    expect(said(`0x${'11'.repeat(32)}`).join(' ')).not.toMatch(/test network/i)
  })
  it('8.7-93 tell a tip to the last digit, however much (DNG-20, DEC-3)', () => {
    for (const tip of [5n, (1n << 128n) - 1n])
      expect(termFindings({ tip: tip as Rao, era: 64 })[0]?.text).toContainEqual({ rao: tip })
  })
})
