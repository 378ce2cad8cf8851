import { base64 } from '@scure/base'
import { describe, expect, it } from 'vitest'
import { addressOf } from '#shared/domain/address.ts'
import type { ApprovalId } from '#shared/domain/approval.ts'
import type { Hex } from '#shared/domain/bytes.ts'
import { consentDigest, type Proposal } from '#shared/domain/extrinsic.ts'
import type { Rao } from '#shared/domain/units.ts'
import { ALICE, alice, answerOf, aRoom, random } from '../../test/build/room.ts'
import {
  agreed,
  anId,
  anOpenRoom,
  BLOCK,
  BOB,
  DIGEST,
  describeIt,
  metadata,
  proposal,
  sign,
  TRANSFER,
} from '../../test/build/signing-room.ts'
import { finneyMetadata, hasFinney } from '../../test/fixtures/finney.ts'

describe.runIf(hasFinney)('a review', () => {
  it('is read from the bytes and carries the digest of the metadata it was read with', async () => {
    const test = await anOpenRoom()
    const review = await describeIt(test, anId())
    expect(review.callName).toBe('Balances.transfer_keep_alive')
    expect(review.metadataHash).toBe(DIGEST)
    expect(review.account).toMatchObject({ address: BOB, name: 'Bob' })
    expect(review.own).toEqual([
      { address: ALICE, name: alice.name },
      { address: BOB, name: 'Bob' },
    ])
    expect([
      ...review.description.sentence,
      ...review.description.rows.flatMap(({ value }) => value),
    ]).toEqual(expect.arrayContaining([{ rao: 1_000_000_000n }, { address: ALICE }]))
    expect(review.findings).toEqual([])
  })
  it('stands for a consent with that digest, named by its hash', async () => {
    const { consent, digest } = await describeIt(await anOpenRoom(), anId())
    const { checksMetadata: _, ...terms } = proposal
    expect(consent).toEqual({ kind: 'extrinsic', ...terms, metadataHash: DIGEST })
    expect(digest).toBe(consentDigest(consent))
  })
  it('says that details rely on the node where the chain checks no metadata', async () => {
    const review = await describeIt(await anOpenRoom(), anId(), { checksMetadata: false })
    expect(review.findings.map(({ id, level }) => [id, level])).toEqual([['node-only', 'caution']])
    expect(review.consent.metadataHash).toBeNull()
  })
  it.each([
    ['a call it has no form for', '0x0000041a'],
    ['several calls at once', '0x0b00040000041a'],
  ] as const)('is refused for %s, whoever is said to ask for it', async (_, call) => {
    const test = await anOpenRoom()
    const site = { kind: 'site', origin: 'https://example.org' } as const
    for (const requester of [{ kind: 'wallet' } as const, site]) {
      const { findings } = await describeIt(test, anId(), { call, requester })
      expect(findings).toContainEqual(expect.objectContaining({ id: 'not-ours', level: 'refuse' }))
    }
  })
  it('says that the very same was signed under another approval', async () => {
    const test = await anOpenRoom()
    const first = await agreed(test)
    const ids = async (id: ApprovalId, change: Partial<Proposal> = {}) =>
      (await describeIt(test, id, change)).findings.map((finding) => finding.id)
    expect(await ids(anId())).toEqual([])
    await sign(test, first)
    expect(await ids(anId())).toEqual(['signed-before'])
    expect(await ids(first)).toEqual([])
    expect(await ids(anId(), { call: `${TRANSFER.slice(0, -8)}02286bef` as Hex })).toEqual([])
  })
  it('is a danger where the chain checks no metadata and the call is none the wallet knows by its bytes', async () => {
    const test = await anOpenRoom()
    const lying = finneyMetadata()
    // The name with its length before it, which tells it from what documentation says.
    lying.set(Buffer.from('0transfer_alm'), Buffer.from(lying).indexOf('0transfer_all'))
    const proposed = {
      ...proposal,
      call: `0x050400${TRANSFER.slice(8, 72)}00` as Hex,
      checksMetadata: false,
    }
    const review = answerOf(
      await test.approve['room.describe']({
        id: anId(),
        proposal: proposed,
        metadata: base64.encode(lying),
      }),
    )
    expect(review.callName).toBe('Balances.transfer_alm')
    expect(review.findings.map(({ id, level }) => [id, level])).toContainEqual(['node-only', 'danger'])
  })
  it('is a danger on a chain nobody knows that checks no metadata', async () => {
    const review = await describeIt(await anOpenRoom(), anId(), { checksMetadata: false, genesis: BLOCK })
    expect(review.findings.map(({ id, level }) => [id, level])).toEqual([
      ['node-only', 'caution'],
      ['unknown-chain', 'danger'],
    ])
  })
  it('warns of a tip and of a long life', async () => {
    const review = await describeIt(await anOpenRoom(), anId(), { tip: 5n as Rao, era: 1024 })
    expect(review.findings.map(({ id, level }) => [id, level])).toEqual([
      ['tip', 'danger'],
      ['long-life', 'caution'],
    ])
  })
  it('of metadata that names the call otherwise shows that name, under another digest', async () => {
    const test = await anOpenRoom()
    const lying = finneyMetadata()
    const name = Buffer.from('transfer_keep_alive')
    const at = Buffer.from(lying).indexOf(name)
    lying.set(Buffer.from('transfer_keep_alivx'), at)
    const review = answerOf(
      await test.approve['room.describe']({ id: anId(), proposal, metadata: base64.encode(lying) }),
    )
    expect(review.callName).toBe('Balances.transfer_keep_alivx')
    expect(review.metadataHash).not.toBe(DIGEST)
  })
  it.each([
    ['bytes left over after the call', { call: `${TRANSFER}00` as Hex }, 'unreadable'],
    ['a call that ends too early', { call: TRANSFER.slice(0, -2) as Hex }, 'unreadable'],
    ['no call at all', { call: '0x' as Hex }, 'unreadable'],
    ['a pallet nobody knows', { call: '0xff00' as Hex }, 'unreadable'],
    ['another runtime than the metadata’s', { spec: 425 }, 'stale'],
    ['another transaction version than the metadata’s', { txVersion: 2 }, 'stale'],
    ['an account that is not in the vault', { account: addressOf(new Uint8Array(32)) }, 'not-found'],
  ] as const)('is refused for %s', async (_, change, code) => {
    const { approve } = await anOpenRoom()
    const answer = await approve['room.describe']({
      id: anId(),
      proposal: { ...proposal, ...change },
      metadata,
    })
    expect(answer).toMatchObject({ ok: false, error: { code } })
  })
  it.each([
    ['no base64', 'A'],
    ['no metadata', base64.encode(random(100))],
    ['metadata cut short', base64.encode(new Uint8Array(1000))],
    ['far too much of it', 'A'.repeat(6_000_000)],
  ])('is refused for %s', async (_, bytes) => {
    const { approve } = await anOpenRoom()
    const answer = await approve['room.describe']({ id: anId(), proposal, metadata: bytes })
    expect(answer).toMatchObject({ ok: false, error: { code: 'unreadable' } })
  })
  it('is refused for an account that is only watched', async () => {
    const test = await anOpenRoom()
    const account = addressOf(random(32))
    await test.wallet['room.watch']({ address: account, name: '' })
    const answer = await test.approve['room.describe']({
      id: anId(),
      proposal: { ...proposal, account },
      metadata,
    })
    expect(answer).toMatchObject({ ok: false, error: { code: 'not-found' } })
  })
  it('is refused while the vault is locked', async () => {
    const answer = await aRoom().approve['room.describe']({ id: anId(), proposal, metadata })
    expect(answer).toMatchObject({ ok: false, error: { code: 'locked' } })
  })
})
