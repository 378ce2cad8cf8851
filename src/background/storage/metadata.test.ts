import { describe, expect, it } from 'vitest'
import { aMachine } from '../../../test/build/store.ts'
import { createMetadataCache } from './metadata.ts'
import { createShelf } from './shelf.ts'

const bytes = (n: number) => Uint8Array.of(n)

describe('the metadata cache', () => {
  const cache = () => createMetadataCache(createShelf(aMachine().begin().indexedDB, 'metadata'))

  it('gives back what was kept', async () => {
    const kept = cache()
    await kept.put('0xaa/424', bytes(1))
    expect(await kept.get('0xaa/424')).toEqual(bytes(1))
  })
  it('knows nothing of what was not', async () => {
    expect(await cache().get('0xaa/424')).toBeUndefined()
  })
  it('forgets a chain’s runtime before when a new one comes, and no other chain’s', async () => {
    const kept = cache()
    await kept.put('0xaa/424', bytes(1))
    await kept.put('0xbb/424', bytes(2))
    await kept.put('0xaa/425', bytes(3))
    await kept.put('0xaa/425/more', bytes(4))
    expect(await kept.get('0xaa/424')).toBeUndefined()
    expect(await kept.get('0xbb/424')).toEqual(bytes(2))
    expect(await kept.get('0xaa/425')).toEqual(bytes(3))
  })
  it('drops one, and clears all', async () => {
    const kept = cache()
    await kept.put('0xaa/424', bytes(1))
    await kept.put('0xbb/424', bytes(2))
    await kept.drop('0xaa/424')
    expect(await kept.get('0xaa/424')).toBeUndefined()
    await kept.clear()
    expect(await kept.get('0xbb/424')).toBeUndefined()
  })
})
