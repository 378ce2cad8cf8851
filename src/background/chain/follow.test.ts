import { describe, expect, it } from 'vitest'
import { publicKeyOf } from '#shared/domain/address.ts'
import { toHex } from '#shared/domain/bytes.ts'
import { TAO } from '#shared/domain/units.ts'
import {
  alice,
  bob,
  caughtUp,
  endingBenches,
  kindsOf,
  lastKind,
  nextBlock,
  sightingsOf,
  signed,
  transferTo,
  until,
} from '../../../test/build/devnet-chain.ts'
import type { Sighting } from './chain.ts'

const bench = endingBenches(5)

describe('a followed extrinsic', () => {
  it('is broadcast, seen in a block, and final two blocks later, with the fee it paid and was said to cost', async () => {
    const b = await bench()
    const before = b.devnet.freeBalance('0xd43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d')
    const promised = await b.chain.fee(transferTo(bob.address, TAO), alice.address)
    const heard = sightingsOf(b.chain, await signed(b.chain, alice, transferTo(bob.address, TAO)))
    await until(() => lastKind(heard) === 'broadcast')
    await nextBlock(b)
    await until(() => lastKind(heard) === 'in-block')
    await nextBlock(b)
    expect(kindsOf(heard)).toEqual(['broadcast', 'in-block'])
    await nextBlock(b)
    await until(() => lastKind(heard) === 'final')
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
    await until(() => lastKind(heard) === 'broadcast')
    await nextBlock(b, 4)
    expect(b.devnet.requests()['author_submitExtrinsic']).toBe(1)
    expect(kindsOf(heard)).toEqual(['broadcast'])
  })

  it('says what failed in a block by pallet and error, and that it is final', async () => {
    const b = await bench()
    const tooMuch = transferTo(bob.address, 2_000_000n * TAO)
    const heard = sightingsOf(b.chain, await signed(b.chain, alice, tooMuch))
    await until(() => lastKind(heard) === 'broadcast')
    await nextBlock(b, 3)
    await until(() => lastKind(heard) === 'final')
    expect(heard.at(-1)).toMatchObject({
      outcome: { kind: 'failed', pallet: 'Token', error: 'FundsUnavailable', fee: expect.any(BigInt) },
    })
  })

  it('is retracted when its block leaves the best chain, and seen again in another', async () => {
    const b = await bench()
    const heard = sightingsOf(b.chain, await signed(b.chain, alice, transferTo(bob.address, TAO)))
    await until(() => lastKind(heard) === 'broadcast')
    await nextBlock(b)
    await until(() => lastKind(heard) === 'in-block')
    b.devnet.reorg({ depth: 1, fate: 'later' })
    await until(() => kindsOf(heard).includes('retracted'))
    await nextBlock(b)
    await until(() => lastKind(heard) === 'in-block')
    await nextBlock(b, 2)
    await until(() => lastKind(heard) === 'final')
    const blocks = heard.flatMap((sighting) => ('at' in sighting ? [sighting.at.hash] : []))
    expect(blocks[0]).not.toBe(blocks[1])
    expect(blocks[1]).toBe(blocks[2])
  })

  it('ends as the events of its final block say, whatever those of a block before said', async () => {
    const b = await bench()
    const heard = sightingsOf(b.chain, await signed(b.chain, alice, transferTo(bob.address, TAO)))
    await until(() => lastKind(heard) === 'broadcast')
    await nextBlock(b)
    await until(() => lastKind(heard) === 'in-block')
    expect(heard.at(-1)).toMatchObject({ outcome: { kind: 'done' } })
    // On the other branch the sender has become too poor for it, though not for its fee.
    const balance = { account: toHex(publicKeyOf(alice.address)), rao: TAO / 2n }
    b.devnet.reorg({ fate: 'later', balance })
    await until(() => kindsOf(heard).includes('retracted'))
    await nextBlock(b, 3)
    await until(() => lastKind(heard) === 'final')
    expect(heard.at(-1)).toMatchObject({ outcome: { kind: 'failed', pallet: 'Token' } })
  })

  it('moves to the block of the new branch without being taken back', async () => {
    const b = await bench()
    const heard = sightingsOf(b.chain, await signed(b.chain, alice, transferTo(bob.address, TAO)))
    await until(() => lastKind(heard) === 'broadcast')
    await nextBlock(b)
    await until(() => lastKind(heard) === 'in-block')
    b.devnet.reorg({ depth: 1, fate: 'same' })
    await until(() => heard.length === 3)
    expect(kindsOf(heard)).toEqual(['broadcast', 'in-block', 'in-block'])
  })

  it('is not final in the best block, whatever time passes', async () => {
    const b = await bench()
    b.devnet.fault({ kind: 'finality-stall' })
    const heard = sightingsOf(b.chain, await signed(b.chain, alice, transferTo(bob.address, TAO)))
    await until(() => lastKind(heard) === 'broadcast')
    await nextBlock(b, 10)
    expect(kindsOf(heard)).toEqual(['broadcast', 'in-block'])
    b.devnet.clearFaults()
    await nextBlock(b)
    await until(() => lastKind(heard) === 'final')
  })

  it('is over when a final block past its era does not have it', async () => {
    const b = await bench()
    // A gap in the nonces keeps it waiting in the pool.
    const extrinsic = await signed(b.chain, alice, transferTo(bob.address, TAO), { nonce: 3, period: 4 })
    const heard = sightingsOf(b.chain, extrinsic)
    await until(() => lastKind(heard) === 'broadcast')
    await nextBlock(b, 5)
    expect(lastKind(heard)).toBe('broadcast')
    await nextBlock(b)
    await until(() => lastKind(heard) === 'era-over')
    expect(heard.at(-1)).toEqual({ kind: 'era-over', lastBlock: extrinsic.era.death })
  })

  it('tells nothing after it was let go', async () => {
    const b = await bench()
    const heard: Sighting[] = []
    const extrinsic = await signed(b.chain, alice, transferTo(bob.address, TAO))
    const stop = b.chain.follow(extrinsic, (sighting) => heard.push(sighting))
    await until(() => lastKind(heard) === 'broadcast')
    stop()
    await nextBlock(b, 4)
    expect(kindsOf(heard)).toEqual(['broadcast'])
  })
})

describe('a runtime upgrade', () => {
  it('does not confuse the events of the block before with those after', async () => {
    const b = await bench()
    const heard = sightingsOf(b.chain, await signed(b.chain, alice, transferTo(bob.address, TAO)))
    await until(() => lastKind(heard) === 'broadcast')
    // The upgrade happens in the very block the transfer is in: it was executed by the old runtime.
    const spec = b.devnet.upgrade()
    await caughtUp(b)
    await until(() => lastKind(heard) === 'in-block')
    await until(() => {
      const status = b.chain.status()
      return status.kind === 'online' && status.spec === spec
    })
    const later = sightingsOf(b.chain, await signed(b.chain, alice, transferTo(bob.address, TAO)))
    await until(() => lastKind(later) === 'broadcast')
    await nextBlock(b, 3)
    await until(() => lastKind(later) === 'final')
    expect(later.at(-1)).toMatchObject({ outcome: { kind: 'done' } })
    expect(heard.at(-1)).toMatchObject({ kind: 'final', outcome: { kind: 'done' } })
  })
})
