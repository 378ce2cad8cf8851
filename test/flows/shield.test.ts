import { describe, expect, it } from 'vitest'
import { fromHex as bytesOf } from '../../devnet/chain/bytes.ts'
import { extrinsicHash } from '../../devnet/chain/extrinsic.ts'
import type { Devnet } from '../../devnet/start.ts'
import { validatorHotkey } from '../../devnet/world/ordinary.ts'
import { addressOf, publicKeyOf } from '../../src/shared/domain/address.ts'
import { fromHex, toHex } from '../../src/shared/domain/bytes.ts'
import { SHIELDED_MORTALITY } from '../../src/shared/domain/extrinsic.ts'
import { TAO } from '../../src/shared/domain/units.ts'
import { bob } from '../build/devnet-chain.ts'
import { agree, followed, forEachTest, propose, review, transferDraft } from '../build/journeys.ts'
import { ALICE, answerOf } from '../build/room.ts'
import type { TestWallet } from '../build/wallet.ts'

const transfer = { from: ALICE, to: bob.address, rao: TAO }

describe('a shielded trade', () => {
  let devnet: Devnet
  let wallet: TestWallet
  forEachTest(
    (made) => {
      devnet = made.devnet
      wallet = made.wallet
    },
    {
      prepare: (node) => {
        // Authors announce keys for the blocks to come: the first few blocks have none.
        node.seal(5)
      },
    },
  )

  const stakeDraft = (subnet = 1) => ({
    operation: 'add-stake',
    account: ALICE,
    values: {
      validator: addressOf(fromHex(validatorHotkey(1))),
      subnet,
      amount: { exactly: (100n * TAO).toString() },
    },
  })
  const proposeShielded = async () =>
    answerOf(await wallet.wallet.ask['operations.propose']({ ...stakeDraft(), shield: true })).approval
  const blockAt = (number: number) => devnet.node.chain.block(devnet.node.chain.hashAt(number) ?? '0x')

  it('is offered for what trades with a pool, and for nothing else', async () => {
    const isOffered = async (draft: ReturnType<typeof stakeDraft> | ReturnType<typeof transferDraft>) =>
      answerOf(await wallet.wallet.ask['operations.quote'](draft)).shieldable
    expect(await isOffered(stakeDraft())).toBe(true)
    expect(await isOffered(stakeDraft(0))).toBe(false)
    expect(await isOffered(transferDraft(transfer))).toBe(false)
  })

  it('is one approval, seen by nobody before its block, and final by what was in the envelope', async () => {
    const id = await proposeShielded()
    const { findings, consent } = await review(wallet.approve, id)
    expect(findings.map((finding) => finding.id)).toContain('shielded')
    expect(consent.era).toBe(SHIELDED_MORTALITY)
    answerOf(await agree(wallet.approve, id))
    const record = await followed(wallet, devnet, { id, kind: 'final' })
    expect(record.state).toMatchObject({ outcome: { kind: 'done' } })
    expect(record).toMatchObject({ nonce: 1, envelope: extrinsicHash(bytesOf(record.signed)) })
    expect(wallet.machine.submitted).toEqual([record.signed])
    if (record.state.kind !== 'final') throw new Error('not final')
    const hashes = blockAt(record.state.at.number)?.extrinsics.map(extrinsicHash)
    expect(hashes?.slice(-2)).toEqual([record.envelope, record.hash])
  })

  it('costs both fees: its estimate, its review and its outcome count the envelope’s too', async () => {
    const quoteOf = async (shield: boolean) =>
      answerOf(await wallet.wallet.ask['operations.quote']({ ...stakeDraft(), shield }))
    const [open, shielded] = [await quoteOf(false), await quoteOf(true)]
    expect(shielded.fee).toBeGreaterThan(open.fee ?? 0n)
    const before = devnet.freeBalance(toHex(publicKeyOf(ALICE)))
    const id = await proposeShielded()
    const { fee } = answerOf(await wallet.approve.ask['approvals.material']({ id }))
    answerOf(await agree(wallet.approve, id))
    const { state } = await followed(wallet, devnet, { id, kind: 'final' })
    if (state.kind !== 'final') throw new Error('not final')
    expect(before - devnet.freeBalance(toHex(publicKeyOf(ALICE)))).toBe(
      100n * TAO + (state.outcome.fee ?? 0n),
    )
    for (const told of [fee, shielded.fee]) {
      const off = (told ?? 0n) - (state.outcome.fee ?? 0n)
      expect(off < 0n ? -off : off).toBeLessThan(1000n)
    }
  })

  it('of all that can be spent leaves enough for both fees', async () => {
    devnet.setBalance(toHex(publicKeyOf(ALICE)), 50n * TAO)
    const draft = { ...stakeDraft(), values: { ...stakeDraft().values, amount: 'max' }, shield: true }
    const { approval: id } = answerOf(await wallet.wallet.ask['operations.propose'](draft))
    answerOf(await agree(wallet.approve, id))
    const record = await followed(wallet, devnet, { id, kind: 'final' })
    expect(record.state).toMatchObject({ outcome: { kind: 'done' } })
    expect(devnet.freeBalance(toHex(publicKeyOf(ALICE)))).toBeLessThan(2000n)
  })

  it('takes two numbers of the account: what is sent next has the one after both', async () => {
    const id = await proposeShielded()
    answerOf(await agree(wallet.approve, id))
    const next = await propose(wallet, transfer)
    answerOf(await agree(wallet.approve, next))
    expect((await followed(wallet, devnet, { id, kind: 'final' })).nonce).toBe(1)
    expect((await followed(wallet, devnet, { id: next, kind: 'final' })).nonce).toBe(2)
  })

  it('is refused with what else can be done while no author offers a key, and is never sent open instead', async () => {
    const clear = devnet.fault({ kind: 'no-shield-key' })
    devnet.seal()
    const id = await proposeShielded()
    const decided = await agree(wallet.approve, id)
    expect(decided).toMatchObject({ ok: false, error: { code: 'refused' } })
    expect(JSON.stringify(decided)).toContain('without the shield')
    expect(wallet.machine.submitted).toEqual([])
    clear()
    devnet.seal()
    answerOf(await agree(wallet.approve, id))
    await followed(wallet, devnet, { id, kind: 'final' })
  })

  it('whose author misses its block comes to nothing, and its numbers are free again', async () => {
    devnet.fault({ kind: 'missed-shield-slot' })
    const id = await proposeShielded()
    answerOf(await agree(wallet.approve, id))
    await followed(wallet, devnet, { id, kind: 'broadcast' })
    const before = devnet.freeBalance('0xd43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d')
    devnet.seal(SHIELDED_MORTALITY + 3)
    await wallet.wallet.seen('activity', ([record]) => record?.state.kind === 'expired')
    expect(devnet.freeBalance('0xd43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d')).toBe(
      before,
    )
    devnet.clearFaults()
    const next = await propose(wallet, transfer)
    answerOf(await agree(wallet.approve, next))
    expect((await followed(wallet, devnet, { id: next, kind: 'final' })).nonce).toBe(0)
  })
})
