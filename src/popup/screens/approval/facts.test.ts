/** For which chain a signature counts is read from its genesis, whatever the network is called. */
import { describe, expect, it } from 'vitest'
import { addressOf, keyOf, shorten } from '#shared/domain/address.ts'
import type { Approval } from '#shared/domain/approval.ts'
import type { Hash } from '#shared/domain/bytes.ts'
import type { Named } from '#shared/domain/directory.ts'
import { NETWORKS } from '#shared/domain/network.ts'
import { lifetimeOf, networkFindings, networkOf, reviewNames } from './facts.ts'

const OTHER = `0x${'07'.repeat(32)}` as Hash
const finney = NETWORKS.finney.genesis ?? OTHER
const asked = (network: Approval['network'], genesis: Hash) =>
  ({ network, request: { kind: 'proposal', proposal: { genesis } } }) as Approval

describe('the network of a signature', () => {
  it('is told by the genesis alone', () => {
    expect(networkOf(finney)).toBe('finney')
    expect(networkOf(NETWORKS.test.genesis ?? OTHER)).toBe('test')
    expect(networkOf(OTHER)).toBe('local')
  })

  it('is refused when Finney is passed off as a local chain', () => {
    expect(networkFindings(asked('local', finney), finney)).toMatchObject([{ level: 'refuse' }])
  })

  it('is refused when a local chain is passed off as Finney', () => {
    expect(networkFindings(asked('finney', OTHER), OTHER)).toMatchObject([{ level: 'refuse' }])
  })

  it('is refused when the room read another genesis than was asked for', () => {
    expect(networkFindings(asked('local', OTHER), `0x${'08'.repeat(32)}` as Hash)).toMatchObject([
      { level: 'refuse' },
    ])
  })

  it('is no finding when all agree', () => {
    expect(networkFindings(asked('finney', finney), finney)).toEqual([])
  })
})

describe('a name in a review', () => {
  const hotkey = addressOf(new Uint8Array(32).fill(7))
  const called = (name: string) => ({
    validator: (): Named => ({ hotkey: keyOf(hotkey), coldkey: undefined, name, source: 'chain', take: 0 }),
    subnet: () => undefined,
  })
  const nameOf = (name: string) => reviewNames([], () => undefined, called(name))(hotkey)

  it('that somebody gave himself is quoted, and its address stays beside it', () => {
    expect(nameOf('Northern Light')).toBe(`“Northern Light” (${shorten(hotkey)})`)
  })
  it('that is too long shows that it was cut', () => {
    expect(nameOf('The Long Now Staking Collective of Upper Wending')).toBe(
      `“The Long Now Staking Collective of Uppe…” (${shorten(hotkey)})`,
    )
  })
})

it('a lifetime is said in blocks and in minutes', () => {
  expect(lifetimeOf({ era: 64 })).toBe('64 blocks once signed, about 13 min')
})
