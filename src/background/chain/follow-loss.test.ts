import { describe, expect, it } from 'vitest'
import { fromHex } from '#shared/domain/bytes.ts'
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
  trusting,
  until,
} from '../../../test/build/devnet-chain.ts'
import type { FollowedExtrinsic } from './chain.ts'

const bench = endingBenches(5)

describe('after a loss', () => {
  it('sight is lost, and found again in the block it went into meanwhile', async () => {
    const b = await bench()
    const heard = sightingsOf(b.chain, await signed(b.chain, alice, transferTo(bob.address, TAO)))
    await until(() => lastKind(heard) === 'broadcast')
    b.devnet.dropConnections()
    await until(() => lastKind(heard) === 'lost-sight')
    b.devnet.seal(1)
    b.clock.advance(1_000)
    await until(() => lastKind(heard) === 'in-block')
    await nextBlock(b, 2)
    await until(() => lastKind(heard) === 'final')
    expect(b.devnet.requests()['author_submitExtrinsic']).toBe(1)
  })

  it('the same bytes are sent again where no block has them', async () => {
    const b = await bench()
    const extrinsic = await signed(b.chain, alice, transferTo(bob.address, TAO), { nonce: 1 })
    const heard = sightingsOf(b.chain, extrinsic)
    await until(() => lastKind(heard) === 'broadcast')
    b.devnet.dropConnections()
    await until(() => lastKind(heard) === 'lost-sight')
    b.clock.advance(1_000)
    await until(() => lastKind(heard) === 'broadcast')
    expect(b.devnet.requests()['author_submitExtrinsic']).toBe(2)
    expect(b.devnet.node.pool.size()).toEqual({ ready: 0, future: 1 })
  })

  it('a send that was never answered is not taken for a failure', async () => {
    const b = await bench()
    const extrinsic = await signed(b.chain, alice, transferTo(bob.address, TAO))
    b.devnet.fault({ kind: 'drop', method: 'author_submitExtrinsic', times: 1 })
    const heard = sightingsOf(b.chain, extrinsic)
    await until(() => lastKind(heard) === 'lost-sight')
    b.clock.advance(1_000)
    await until(() => lastKind(heard) === 'broadcast')
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
    await until(() => lastKind(heard) === 'broadcast')
    expect(kindsOf(heard)).toEqual(['broadcast'])
  })

  it('a refusal by a second node does not undo what the first one took', async () => {
    const b = await bench()
    const extrinsic = await signed(b.chain, alice, transferTo(bob.address, TAO))
    const heard = sightingsOf(b.chain, extrinsic)
    await until(() => lastKind(heard) === 'broadcast')
    const dead = { kind: 'error', method: 'author_submitExtrinsic', code: 1010, message: 'Invalid' } as const
    b.devnet.fault(dead)
    b.devnet.dropConnections()
    await until(() => lastKind(heard) === 'lost-sight')
    b.clock.advance(1_000)
    await until(() => lastKind(heard) === 'broadcast')
    await nextBlock(b, 3)
    await until(() => lastKind(heard) === 'final')
  })

  it('a refusal by a second node proves nothing where the first one did not say', async () => {
    const b = await bench()
    const extrinsic = await signed(b.chain, alice, transferTo(bob.address, TAO))
    const submit = 'author_submitExtrinsic'
    b.devnet.fault({ kind: 'drop', method: submit, times: 1 })
    const heard = sightingsOf(b.chain, extrinsic)
    await until(() => lastKind(heard) === 'lost-sight')
    b.devnet.fault({ kind: 'error', method: submit, code: 1010, message: 'Invalid', times: 1 })
    b.clock.advance(1_000)
    await until(() => b.devnet.requests()[submit] === 2)
    // What the first node had taken reaches a block after all.
    const other = sightingsOf(b.chain, extrinsic)
    await until(() => lastKind(other) === 'broadcast')
    await nextBlock(b, 3)
    await until(() => lastKind(heard) === 'final')
    expect(kindsOf(heard)).not.toContain('refused')
  })

  it('a restart finds it in the blocks of its era without sending it', async () => {
    const b = await bench()
    const extrinsic = await signed(b.chain, alice, transferTo(bob.address, TAO))
    b.devnet.node.pool.submit(fromHex(extrinsic.extrinsic))
    await nextBlock(b, 40)
    const heard = sightingsOf(b.chain, { ...extrinsic, broadcast: false })
    await until(() => lastKind(heard) === 'final')
    expect(kindsOf(heard)).toEqual(['final'])
    expect(heard[0]).toMatchObject({ at: { number: 6 } })
    expect(b.devnet.requests()['author_submitExtrinsic']).toBeUndefined()
  })

  it('a restart long after passes over the blocks since its era', async () => {
    const b = await bench()
    const extrinsic = await signed(b.chain, alice, transferTo(bob.address, TAO), { period: 8 })
    await nextBlock(b, 60)
    const heard = sightingsOf(b.chain, { ...extrinsic, broadcast: false })
    await until(() => lastKind(heard) === 'era-over')
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
    await until(() => lastKind(heard) === 'broadcast')
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
    await until(() => lastKind(found) === 'lost-sight')
  })

  it('a change of network and back finds it again', async () => {
    const b = await bench()
    const heard = sightingsOf(b.chain, await signed(b.chain, alice, transferTo(bob.address, TAO)))
    await until(() => lastKind(heard) === 'broadcast')
    b.chain.choose({ network: 'test', endpoints: [], trustedLocal: {} })
    expect(lastKind(heard)).toBe('lost-sight')
    b.devnet.seal(4)
    b.chain.choose(trusting(b.devnet))
    await caughtUp(b)
    await until(() => lastKind(heard) === 'final')
  })
})
