import { describe, expect, it } from 'vitest'
import { TAO } from '#shared/domain/units.ts'
import {
  alice,
  type Bench,
  bob,
  endingBenches,
  kindsOf,
  lastKind,
  nextBlock,
  sightingsOf,
  signed,
  transferTo,
  until,
} from '../../../test/build/devnet-chain.ts'
import type { FollowedExtrinsic, Sighting } from './chain.ts'

const bench = endingBenches(5)

describe('a refusal', () => {
  const refusalOf = async (b: Bench, extrinsic: FollowedExtrinsic): Promise<Sighting | undefined> => {
    const heard = sightingsOf(b.chain, extrinsic)
    await until(() => heard.length === 2)
    expect(kindsOf(heard)).toEqual(['retracted', 'refused'])
    return heard[1]
  }

  it.each([
    ['Custom error: 0', /announced a coldkey swap/],
    ['Custom error: 255', /would fail/],
    ['Custom error: 99', /code 99/],
    ['Inability to pay some fees (e.g. account balance too low)', /cannot pay the network fee/],
    ['Transaction has an ancient birth block', /too late/],
    ['Something nobody foresaw', /refused this transaction/],
  ])('of the pool, "%s", is told in plain words', async (data, words) => {
    const b = await bench()
    const extrinsic = await signed(b.chain, alice, transferTo(bob.address, TAO))
    b.devnet.fault({
      kind: 'error',
      method: 'author_submitExtrinsic',
      code: 1010,
      message: 'Invalid Transaction',
      data,
    })
    expect(await refusalOf(b, extrinsic)).toEqual({ kind: 'refused', reason: expect.stringMatching(words) })
  })

  it('of a forged signature has the metadata fetched again', async () => {
    const b = await bench()
    const extrinsic = await signed(b.chain, alice, transferTo(bob.address, TAO), { spec: 9_999 })
    const kept = [...b.store.kept.keys()]
    expect(await refusalOf(b, extrinsic)).toMatchObject({ reason: expect.stringMatching(/signature/) })
    await until(() => b.store.kept.size < kept.length)
    const asked = b.devnet.requests()['state_call'] ?? 0
    await b.chain.live()
    expect(b.devnet.requests()['state_call']).toBe(asked + 1)
  })

  it('is told when another transaction of the same nonce is waiting', async () => {
    const b = await bench()
    const first = await signed(b.chain, alice, transferTo(bob.address, TAO), { nonce: 0 })
    const heard = sightingsOf(b.chain, first)
    await until(() => lastKind(heard) === 'broadcast')
    const second = await signed(b.chain, alice, transferTo(bob.address, 2n * TAO), { nonce: 0 })
    expect(await refusalOf(b, second)).toMatchObject({ reason: expect.stringMatching(/same number/) })
  })

  it('is told when the nonce was used in a final block by another', async () => {
    const b = await bench()
    b.devnet.fault({ kind: 'stale-nonce' })
    const first = await signed(b.chain, alice, transferTo(bob.address, TAO), { nonce: 0 })
    const heard = sightingsOf(b.chain, first)
    await until(() => lastKind(heard) === 'broadcast')
    await nextBlock(b, 3)
    await until(() => lastKind(heard) === 'final')
    const second = await signed(b.chain, alice, transferTo(bob.address, TAO))
    expect(second.nonce).toBe(0)
    expect(await refusalOf(b, second)).toMatchObject({ reason: expect.stringMatching(/used by another/) })
  })

  it('waits for finality when the nonce was used only in the best block', async () => {
    const b = await bench()
    const first = await signed(b.chain, alice, transferTo(bob.address, TAO), { nonce: 0 })
    const heard = sightingsOf(b.chain, first)
    await until(() => lastKind(heard) === 'broadcast')
    await nextBlock(b)
    const second = await signed(b.chain, alice, transferTo(bob.address, 3n * TAO), { nonce: 0 })
    const other = sightingsOf(b.chain, second)
    await until(() => (b.devnet.requests()['author_submitExtrinsic'] ?? 0) >= 2)
    expect(other).toEqual([])
    await nextBlock(b, 2)
    await until(() => lastKind(other) === 'refused')
    expect(lastKind(heard)).toBe('final')
  })

  it('for the time being is no end: it is sent again at the next block', async () => {
    const b = await bench()
    const extrinsic = await signed(b.chain, alice, transferTo(bob.address, TAO))
    b.devnet.fault({
      kind: 'error',
      method: 'author_submitExtrinsic',
      code: 1012,
      message: 'Transaction is temporarily banned',
      times: 2,
    })
    const heard = sightingsOf(b.chain, extrinsic)
    await until(() => b.devnet.requests()['author_submitExtrinsic'] === 1)
    expect(heard).toEqual([])
    await nextBlock(b)
    // A block is heard of once or twice, as best and as final, and each time is a try.
    await until(() => (b.devnet.requests()['author_submitExtrinsic'] ?? 0) >= 2)
    await nextBlock(b)
    await until(() => kindsOf(heard).includes('broadcast'))
  })

  it('as already known counts as sent', async () => {
    const b = await bench()
    const extrinsic = await signed(b.chain, alice, transferTo(bob.address, TAO), { nonce: 1 })
    const first = sightingsOf(b.chain, extrinsic)
    await until(() => lastKind(first) === 'broadcast')
    const again = sightingsOf(b.chain, extrinsic)
    await until(() => lastKind(again) === 'broadcast')
  })
})
