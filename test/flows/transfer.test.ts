import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Devnet } from '../../devnet/start.ts'
import { publicKeyOf } from '../../src/shared/domain/address.ts'
import { toHex } from '../../src/shared/domain/bytes.ts'
import { bob, startNode } from '../build/devnet-chain.ts'
import { agree, createVault, followed, propose, review, transferDraft } from '../build/journeys.ts'
import { ALICE, answerOf } from '../build/room.ts'
import { aWallet, type TestWallet } from '../build/wallet.ts'

const AMOUNT = 1_500_000_000n
const transfer = { from: ALICE, to: bob.address, rao: AMOUNT }
const bobsKey = toHex(publicKeyOf(bob.address))

describe('a transfer', () => {
  let devnet: Devnet
  let wallet: TestWallet
  beforeAll(async () => {
    devnet = await startNode()
  })
  afterAll(() => devnet.close())
  beforeEach(async () => {
    wallet = aWallet(devnet)
    await createVault(wallet)
  })
  afterEach(() => {
    wallet.end()
    expect(wallet.bugs).toEqual([])
  })

  it('is quoted, proposed, reviewed, agreed to, signed, sent and final', async () => {
    const before = devnet.freeBalance(bobsKey)
    const quote = answerOf(await wallet.wallet.ask['operations.quote'](transferDraft(transfer)))
    expect(quote.findings.map(({ id }) => id)).toEqual(['first-time'])
    expect(quote.fee).toBeGreaterThan(0n)
    expect(quote.params).toEqual({
      to: bob.address,
      amount: { kind: 'exactly', rao: '1500000000' },
      keepAlive: true,
    })

    const id = await propose(wallet, transfer)
    const seen = await review(wallet.approve, id)
    expect(seen.description.verb).toBe('Send')
    const { tx = '' } = answerOf(await agree(wallet.approve, id))
    expect(tx).toBe(id)

    const record = await followed(wallet, devnet, { id: tx, kind: 'final' })
    expect(record.state).toMatchObject({ outcome: { kind: 'done' } })
    expect(record.description).toEqual(seen.description)
    expect(devnet.freeBalance(bobsKey) - before).toBe(AMOUNT)
    expect(wallet.machine.submitted).toEqual([record.signed])
  })
})
