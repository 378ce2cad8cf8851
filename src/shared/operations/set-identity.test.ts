import { describe, expect, it } from 'vitest'
import type { Address } from '../domain/address.ts'
import { rao, TAO } from '../domain/units.ts'
import { bytesOf } from './arguments.ts'
import { setIdentity } from './set-identity.ts'

const ALICE = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY' as Address
const facts = {
  own: { free: rao(TAO), reserved: rao(0n), frozen: rao(0n) },
  deposit: rao(500n),
  fee: rao(100_000n),
  held: undefined,
  seated: [ALICE],
  published: { parts: {} as Readonly<Record<string, string>> },
}
const none = new Uint8Array(0)
const EMPTY = {
  ...{ name: none, url: none, github_repo: none, image: none },
  ...{ discord: none, description: none, additional: none },
}
const found = (given: Partial<Record<keyof typeof EMPTY, string>>, more: Partial<typeof facts> = {}) => {
  const written = Object.entries(given).map(([part, text]) => [part, bytesOf(text)])
  return setIdentity.risks({ ...EMPTY, ...Object.fromEntries(written) }, { ...facts, ...more }, ALICE)
}

describe('publishing an identity', () => {
  it('has nothing to say where nothing was published', () => {
    expect(found({ name: 'Alice' })).toEqual([])
  })
  it('says what of the one before it takes away', () => {
    const parts = { name: 'Alice', url: 'https://alice.example', discord: 'alice', image: '' }
    const published = { parts }
    expect(found({ name: 'Al', url: 'https://alice.example' }, { published })).toMatchObject([
      { id: 'loss', level: 'caution', text: ['Published now, and taken away by this: Discord.'] },
    ])
    expect(found({ name: 'Al', url: 'u', discord: 'd' }, { published })).toEqual([])
  })
  it('needs a hotkey with a seat', () => {
    expect(found({ name: 'Alice' }, { seated: [] })).toMatchObject([{ id: 'no-seat', blocks: true }])
  })
  it.each([
    ['name', 256],
    ['github_repo', 256],
    ['image', 1024],
  ] as const)('is too long with more bytes in its %s than %i', (part, most) => {
    expect(found({ [part]: 'a'.repeat(most) })).toEqual([])
    expect(found({ [part]: 'ä'.repeat(most / 2 + 1) })).toMatchObject([{ id: 'too-long', field: part }])
  })
})
