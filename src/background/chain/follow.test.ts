import { afterEach, describe, expect, it } from 'vitest'
import { publicKeyOf } from '#shared/domain/address.ts'
import { fromHex, toHex } from '#shared/domain/bytes.ts'
import type { DevnetOptions } from '../../../devnet/start.ts'
import {
  alice,
  type Bench,
  bob,
  caughtUp,
  kindsOf,
  nextBlock,
  sightingsOf,
  signed,
  startBench,
  transferTo,
  trusting,
  until,
} from '../../../test/build/devnet-chain.ts'
import type { FollowedExtrinsic, Sighting } from './chain.ts'

const ends: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})

async function bench(options: DevnetOptions = {}): Promise<Bench> {
  const made = await startBench(options)
  ends.push(made.end)
  await nextBlock(made, 5)
  return made
}

const last = (heard: readonly Sighting[]): string | undefined => heard.at(-1)?.kind
const TAO = 1_000_000_000n

describe('a followed extrinsic', () => {
  it('is broadcast, seen in a block, and final two blocks later, with the fee it paid and was said to cost', async () => {
    const b = await bench()
    const before = b.devnet.freeBalance('0xd43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d')
    const promised = await b.chain.fee(transferTo(bob.address, TAO), alice.address)
    const heard = sightingsOf(b.chain, await signed(b.chain, alice, transferTo(bob.address, TAO)))
    await until(() => last(heard) === 'broadcast')
    await nextBlock(b)
    await until(() => last(heard) === 'in-block')
    await nextBlock(b)
    expect(kindsOf(heard)).toEqual(['broadcast', 'in-block'])
    await nextBlock(b)
    await until(() => last(heard) === 'final')
    expect(kindsOf(heard)).toEqual(['broadcast', 'in-block', 'final'])
    const after = b.devnet.freeBalance('0xd43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d')
    expect(heard.at(-1)).toEqual({
      kind: 'final',
      at: { number: 6, hash: b.devnet.node.chain.hashAt(6) },
      outcome: { kind: 'done', fee: before - after - TAO },
    })
    expect(before - after - TAO).toBe(promised)
  })

  it('is sent once on a connection, however many blocks pass', async () => {
    const b = await bench()
    const heard = sightingsOf(
      b.chain,
      await signed(b.chain, alice, transferTo(bob.address, TAO), { nonce: 1 }),
    )
    await until(() => last(heard) === 'broadcast')
    await nextBlock(b, 4)
    expect(b.devnet.requests()['author_submitExtrinsic']).toBe(1)
    expect(kindsOf(heard)).toEqual(['broadcast'])
  })

  it('says what failed in a block by pallet and error, and that it is final', async () => {
    const b = await bench()
    const tooMuch = transferTo(bob.address, 2_000_000n * TAO)
    const heard = sightingsOf(b.chain, await signed(b.chain, alice, tooMuch))
    await until(() => last(heard) === 'broadcast')
    await nextBlock(b, 3)
    await until(() => last(heard) === 'final')
    expect(heard.at(-1)).toMatchObject({
      outcome: { kind: 'failed', pallet: 'Token', error: 'FundsUnavailable', fee: expect.any(BigInt) },
    })
  })

  it('is retracted when its block leaves the best chain, and seen again in another', async () => {
    const b = await bench()
    const heard = sightingsOf(b.chain, await signed(b.chain, alice, transferTo(bob.address, TAO)))
    await until(() => last(heard) === 'broadcast')
    await nextBlock(b)
    await until(() => last(heard) === 'in-block')
    b.devnet.reorg({ depth: 1, fate: 'later' })
    await until(() => kindsOf(heard).includes('retracted'))
    await nextBlock(b)
    await until(() => last(heard) === 'in-block')
    await nextBlock(b, 2)
    await until(() => last(heard) === 'final')
    const blocks = heard.flatMap((sighting) => ('at' in sighting ? [sighting.at.hash] : []))
    expect(blocks[0]).not.toBe(blocks[1])
    expect(blocks[1]).toBe(blocks[2])
  })

  it('ends as the events of its final block say, whatever those of a block before said', async () => {
    const b = await bench()
    const heard = sightingsOf(b.chain, await signed(b.chain, alice, transferTo(bob.address, TAO)))
    await until(() => last(heard) === 'broadcast')
    await nextBlock(b)
    await until(() => last(heard) === 'in-block')
    expect(heard.at(-1)).toMatchObject({ outcome: { kind: 'done' } })
    // On the other branch the sender has become too poor for it, though not for its fee.
    const balance = { account: toHex(publicKeyOf(alice.address)), rao: TAO / 2n }
    b.devnet.reorg({ fate: 'later', balance })
    await until(() => kindsOf(heard).includes('retracted'))
    await nextBlock(b, 3)
    await until(() => last(heard) === 'final')
    expect(heard.at(-1)).toMatchObject({ outcome: { kind: 'failed', pallet: 'Token' } })
  })

  it('moves to the block of the new branch without being taken back', async () => {
    const b = await bench()
    const heard = sightingsOf(b.chain, await signed(b.chain, alice, transferTo(bob.address, TAO)))
    await until(() => last(heard) === 'broadcast')
    await nextBlock(b)
    await until(() => last(heard) === 'in-block')
    b.devnet.reorg({ depth: 1, fate: 'same' })
    await until(() => heard.length === 3)
    expect(kindsOf(heard)).toEqual(['broadcast', 'in-block', 'in-block'])
  })

  it('is not final in the best block, whatever time passes', async () => {
    const b = await bench()
    b.devnet.fault({ kind: 'finality-stall' })
    const heard = sightingsOf(b.chain, await signed(b.chain, alice, transferTo(bob.address, TAO)))
    await until(() => last(heard) === 'broadcast')
    await nextBlock(b, 10)
    expect(kindsOf(heard)).toEqual(['broadcast', 'in-block'])
    b.devnet.clearFaults()
    await nextBlock(b)
    await until(() => last(heard) === 'final')
  })

  it('is over when a final block past its era does not have it', async () => {
    const b = await bench()
    // A gap in the nonces keeps it waiting in the pool.
    const extrinsic = await signed(b.chain, alice, transferTo(bob.address, TAO), { nonce: 3, period: 4 })
    const heard = sightingsOf(b.chain, extrinsic)
    await until(() => last(heard) === 'broadcast')
    await nextBlock(b, 5)
    expect(last(heard)).toBe('broadcast')
    await nextBlock(b)
    await until(() => last(heard) === 'era-over')
    expect(heard.at(-1)).toEqual({ kind: 'era-over', lastBlock: extrinsic.era.death })
  })

  it('tells nothing after it was let go', async () => {
    const b = await bench()
    const heard: Sighting[] = []
    const extrinsic = await signed(b.chain, alice, transferTo(bob.address, TAO))
    const stop = b.chain.follow(extrinsic, (sighting) => heard.push(sighting))
    await until(() => last(heard) === 'broadcast')
    stop()
    await nextBlock(b, 4)
    expect(kindsOf(heard)).toEqual(['broadcast'])
  })
})

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
    await until(() => last(heard) === 'broadcast')
    const second = await signed(b.chain, alice, transferTo(bob.address, 2n * TAO), { nonce: 0 })
    expect(await refusalOf(b, second)).toMatchObject({ reason: expect.stringMatching(/same number/) })
  })

  it('is told when the nonce was used in a final block by another', async () => {
    const b = await bench()
    b.devnet.fault({ kind: 'stale-nonce' })
    const first = await signed(b.chain, alice, transferTo(bob.address, TAO), { nonce: 0 })
    const heard = sightingsOf(b.chain, first)
    await until(() => last(heard) === 'broadcast')
    await nextBlock(b, 3)
    await until(() => last(heard) === 'final')
    const second = await signed(b.chain, alice, transferTo(bob.address, TAO))
    expect(second.nonce).toBe(0)
    expect(await refusalOf(b, second)).toMatchObject({ reason: expect.stringMatching(/used by another/) })
  })

  it('waits for finality when the nonce was used only in the best block', async () => {
    const b = await bench()
    const first = await signed(b.chain, alice, transferTo(bob.address, TAO), { nonce: 0 })
    const heard = sightingsOf(b.chain, first)
    await until(() => last(heard) === 'broadcast')
    await nextBlock(b)
    const second = await signed(b.chain, alice, transferTo(bob.address, 3n * TAO), { nonce: 0 })
    const other = sightingsOf(b.chain, second)
    await until(() => (b.devnet.requests()['author_submitExtrinsic'] ?? 0) >= 2)
    expect(other).toEqual([])
    await nextBlock(b, 2)
    await until(() => last(other) === 'refused')
    expect(last(heard)).toBe('final')
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
    await until(() => last(first) === 'broadcast')
    const again = sightingsOf(b.chain, extrinsic)
    await until(() => last(again) === 'broadcast')
  })
})

describe('after a loss', () => {
  it('sight is lost, and found again in the block it went into meanwhile', async () => {
    const b = await bench()
    const heard = sightingsOf(b.chain, await signed(b.chain, alice, transferTo(bob.address, TAO)))
    await until(() => last(heard) === 'broadcast')
    b.devnet.dropConnections()
    await until(() => last(heard) === 'lost-sight')
    b.devnet.seal(1)
    b.clock.advance(1_000)
    await until(() => last(heard) === 'in-block')
    await nextBlock(b, 2)
    await until(() => last(heard) === 'final')
    expect(b.devnet.requests()['author_submitExtrinsic']).toBe(1)
  })

  it('the same bytes are sent again where no block has them', async () => {
    const b = await bench()
    const extrinsic = await signed(b.chain, alice, transferTo(bob.address, TAO), { nonce: 1 })
    const heard = sightingsOf(b.chain, extrinsic)
    await until(() => last(heard) === 'broadcast')
    b.devnet.dropConnections()
    await until(() => last(heard) === 'lost-sight')
    b.clock.advance(1_000)
    await until(() => last(heard) === 'broadcast')
    expect(b.devnet.requests()['author_submitExtrinsic']).toBe(2)
    expect(b.devnet.node.pool.size()).toEqual({ ready: 0, future: 1 })
  })

  it('a send that was never answered is not taken for a failure', async () => {
    const b = await bench()
    const extrinsic = await signed(b.chain, alice, transferTo(bob.address, TAO))
    b.devnet.fault({ kind: 'drop', method: 'author_submitExtrinsic', times: 1 })
    const heard = sightingsOf(b.chain, extrinsic)
    await until(() => last(heard) === 'lost-sight')
    b.clock.advance(1_000)
    await until(() => last(heard) === 'broadcast')
  })

  it('what was never sent is not said to be lost', async () => {
    const b = await bench()
    const extrinsic = await signed(b.chain, alice, transferTo(bob.address, TAO))
    b.devnet.fault({ kind: 'drop' })
    b.devnet.dropConnections()
    await until(() => b.chain.status().kind !== 'online')
    const heard = sightingsOf(b.chain, extrinsic)
    b.devnet.clearFaults()
    b.clock.advance(1_000)
    await until(() => last(heard) === 'broadcast')
    expect(kindsOf(heard)).toEqual(['broadcast'])
  })

  it('a refusal by a second node does not undo what the first one took', async () => {
    const b = await bench()
    const extrinsic = await signed(b.chain, alice, transferTo(bob.address, TAO))
    const heard = sightingsOf(b.chain, extrinsic)
    await until(() => last(heard) === 'broadcast')
    const dead = { kind: 'error', method: 'author_submitExtrinsic', code: 1010, message: 'Invalid' } as const
    b.devnet.fault(dead)
    b.devnet.dropConnections()
    await until(() => last(heard) === 'lost-sight')
    b.clock.advance(1_000)
    await until(() => last(heard) === 'broadcast')
    await nextBlock(b, 3)
    await until(() => last(heard) === 'final')
  })

  it('a refusal by a second node proves nothing where the first one did not say', async () => {
    const b = await bench()
    const extrinsic = await signed(b.chain, alice, transferTo(bob.address, TAO))
    const submit = 'author_submitExtrinsic'
    b.devnet.fault({ kind: 'drop', method: submit, times: 1 })
    const heard = sightingsOf(b.chain, extrinsic)
    await until(() => last(heard) === 'lost-sight')
    b.devnet.fault({ kind: 'error', method: submit, code: 1010, message: 'Invalid', times: 1 })
    b.clock.advance(1_000)
    await until(() => b.devnet.requests()[submit] === 2)
    // What the first node had taken reaches a block after all.
    const other = sightingsOf(b.chain, extrinsic)
    await until(() => last(other) === 'broadcast')
    await nextBlock(b, 3)
    await until(() => last(heard) === 'final')
    expect(kindsOf(heard)).not.toContain('refused')
  })

  it('a restart finds it in the blocks of its era without sending it', async () => {
    const b = await bench()
    const extrinsic = await signed(b.chain, alice, transferTo(bob.address, TAO))
    b.devnet.node.pool.submit(fromHex(extrinsic.extrinsic))
    await nextBlock(b, 40)
    const heard = sightingsOf(b.chain, { ...extrinsic, broadcast: false })
    await until(() => last(heard) === 'final')
    expect(kindsOf(heard)).toEqual(['final'])
    expect(heard[0]).toMatchObject({ at: { number: 6 } })
    expect(b.devnet.requests()['author_submitExtrinsic']).toBeUndefined()
  })

  it('a restart long after passes over the blocks since its era', async () => {
    const b = await bench()
    const extrinsic = await signed(b.chain, alice, transferTo(bob.address, TAO), { period: 8 })
    await nextBlock(b, 60)
    const heard = sightingsOf(b.chain, { ...extrinsic, broadcast: false })
    await until(() => last(heard) === 'era-over')
    expect(kindsOf(heard)).toEqual(['retracted', 'era-over'])
    expect(b.devnet.requests()['chain_getBlock']).toBeLessThanOrEqual(9)
  })

  it('a restart takes back a block that left the best chain meanwhile', async () => {
    const b = await bench()
    const extrinsic = await signed(b.chain, alice, transferTo(bob.address, TAO))
    const heard = sightingsOf(b.chain, { ...extrinsic, broadcast: false })
    await until(() => heard.length === 2)
    expect(kindsOf(heard)).toEqual(['retracted', 'broadcast'])
  })

  it('a restart without a connection takes such a block back all the same', async () => {
    const b = await bench()
    const extrinsic = await signed(b.chain, alice, transferTo(bob.address, TAO))
    b.devnet.dropConnections()
    await until(() => b.chain.status().kind !== 'online')
    const heard = sightingsOf(b.chain, { ...extrinsic, broadcast: false })
    b.clock.advance(1_000)
    await until(() => last(heard) === 'broadcast')
    expect(kindsOf(heard)).toEqual(['lost-sight', 'retracted', 'broadcast'])
  })

  it('it is neither sent to nor looked for on another chain', async () => {
    const b = await bench()
    const extrinsic = await signed(b.chain, alice, transferTo(bob.address, TAO))
    const elsewhere = { ...extrinsic, genesis: `0x${'11'.repeat(32)}` as FollowedExtrinsic['genesis'] }
    const heard = sightingsOf(b.chain, elsewhere)
    await nextBlock(b, 3)
    expect(heard).toEqual([])
    expect(b.devnet.requests()['author_submitExtrinsic']).toBeUndefined()
    const found = sightingsOf(b.chain, { ...elsewhere, broadcast: false })
    await until(() => last(found) === 'lost-sight')
  })

  it('a change of network and back finds it again', async () => {
    const b = await bench()
    const heard = sightingsOf(b.chain, await signed(b.chain, alice, transferTo(bob.address, TAO)))
    await until(() => last(heard) === 'broadcast')
    b.chain.choose({ network: 'test', endpoints: [], trustedLocal: {} })
    expect(last(heard)).toBe('lost-sight')
    b.devnet.seal(4)
    b.chain.choose(trusting(b.devnet))
    await caughtUp(b)
    await until(() => last(heard) === 'final')
  })
})

describe('a runtime upgrade', () => {
  it('does not confuse the events of the block before with those after', async () => {
    const b = await bench()
    const heard = sightingsOf(b.chain, await signed(b.chain, alice, transferTo(bob.address, TAO)))
    await until(() => last(heard) === 'broadcast')
    // The upgrade happens in the very block the transfer is in: it was executed by the old runtime.
    const spec = b.devnet.upgrade()
    await caughtUp(b)
    await until(() => last(heard) === 'in-block')
    await until(() => {
      const status = b.chain.status()
      return status.kind === 'online' && status.spec === spec
    })
    const later = sightingsOf(b.chain, await signed(b.chain, alice, transferTo(bob.address, TAO)))
    await until(() => last(later) === 'broadcast')
    await nextBlock(b, 3)
    await until(() => last(later) === 'final')
    expect(later.at(-1)).toMatchObject({ outcome: { kind: 'done' } })
    expect(heard.at(-1)).toMatchObject({ kind: 'final', outcome: { kind: 'done' } })
  })
})
