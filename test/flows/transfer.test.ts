import { describe, expect, it } from 'vitest'
import type { Devnet } from '../../devnet/start.ts'
import { type Address, addressOf, publicKeyOf } from '../../src/shared/domain/address.ts'
import { toHex } from '../../src/shared/domain/bytes.ts'
import { MORTALITY } from '../../src/shared/domain/extrinsic.ts'
import { bob, until } from '../build/devnet-chain.ts'
import { agree, followed, forEachTest, propose, review, transferDraft } from '../build/journeys.ts'
import { ALICE, answerOf } from '../build/room.ts'
import type { TestWallet } from '../build/wallet.ts'

const AMOUNT = 1_500_000_000n
const transfer = { from: ALICE, to: bob.address, rao: AMOUNT }
const bobsKey = toHex(publicKeyOf(bob.address))

let devnet: Devnet
let wallet: TestWallet
forEachTest(
  (made) => {
    devnet = made.devnet
    wallet = made.wallet
  },
  { isOneNode: true },
)

describe('a transfer', () => {
  it('is quoted, proposed, reviewed, agreed to, signed, sent and final', async () => {
    const before = devnet.freeBalance(bobsKey)
    const quote = answerOf(await wallet.wallet.ask['operations.quote'](transferDraft(transfer)))
    expect(quote.findings.map(({ id }) => id)).toEqual(['first-time'])
    const id = await propose(wallet, transfer)
    const seen = await review(wallet.approve, id)
    expect(seen.description.verb).toBe('Send')
    const { tx = '' } = answerOf(await agree(wallet.approve, id))
    expect(tx).toBe(id)

    const record = await followed(wallet, devnet, { id: tx, kind: 'final' })
    expect(record.state).toMatchObject({ outcome: { kind: 'done' } })
    expect(record.description).toEqual(seen.description)
    expect(record.open).toBe(false)
    expect(devnet.freeBalance(bobsKey) - before).toBe(AMOUNT)
    expect(wallet.machine.submitted).toEqual([record.signed])
  })

  it('is mortal: every own extrinsic is', async () => {
    const id = await propose(wallet, transfer)
    answerOf(await agree(wallet.approve, id))
    const [record] = await wallet.wallet.seen('activity', (records) => records.length > 0)
    const { birth, death } = record?.era ?? { birth: 0, death: 0 }
    expect(death - birth + 1).toBe(MORTALITY)
    expect(birth).toBe(devnet.node.chain.finalized().header.number)
  })

  it('is stored before it is broadcast', async () => {
    const id = await propose(wallet, transfer)
    answerOf(await agree(wallet.approve, id))
    await followed(wallet, devnet, { id, kind: 'in-block' })
    const { steps } = wallet.machine
    expect(steps.indexOf('local: activity')).toBeGreaterThan(-1)
    expect(steps.indexOf('submit')).toBeGreaterThan(steps.indexOf('local: activity'))
  })

  it('that was stored and not sent is sent by the next worker, byte for byte', async () => {
    const id = await propose(wallet, transfer)
    const { digest, metadataHash } = await review(wallet.approve, id)
    answerOf(await wallet.approve.room['room.consent']({ id, digest, verdict: true }))
    wallet.startWorker({ step: 'local: activity', when: 'after' })
    const answer = await wallet.approve.ask['approvals.decide']({ id, verdict: true, digest, metadataHash })
    expect(answerOf(answer)).toEqual({ tx: id })
    const record = await followed(wallet, devnet, { id, kind: 'final' })
    expect(wallet.machine.submitted).toEqual([record.signed])
  })

  it('that outlived its era unsent is expired, and its nonce is free again', async () => {
    const id = await propose(wallet, transfer)
    const { digest, metadataHash } = await review(wallet.approve, id)
    answerOf(await wallet.approve.room['room.consent']({ id, digest, verdict: true }))
    wallet.startWorker({ step: 'submit', when: 'before' })
    answerOf(await wallet.approve.ask['approvals.decide']({ id, verdict: true, digest, metadataHash }))
    await until(() => wallet.machine.connections() === 0)
    devnet.seal(MORTALITY + 3)
    const [dead] = await wallet.wallet.seen('activity', ([record]) => record?.state.kind === 'expired')
    expect(wallet.machine.submitted).toEqual([])

    const next = await propose(wallet, transfer)
    answerOf(await agree(wallet.approve, next))
    const record = await followed(wallet, devnet, { id: next, kind: 'final' })
    expect(record.nonce).toBe(dead?.nonce)
  })

  it('is sent again in the same bytes, and counts once', async () => {
    const before = devnet.freeBalance(bobsKey)
    const id = await propose(wallet, transfer)
    answerOf(await agree(wallet.approve, id))
    await wallet.wallet.seen('activity', ([record]) => record?.state.kind === 'broadcast')
    answerOf(await wallet.wallet.ask['activity.retry']({ tx: id }))
    const record = await followed(wallet, devnet, { id, kind: 'final' })
    expect(wallet.machine.submitted).toEqual([record.signed, record.signed])
    expect(devnet.freeBalance(bobsKey) - before).toBe(AMOUNT)
    expect(await wallet.wallet.ask['activity.retry']({ tx: id })).toMatchObject({
      error: { code: 'not-found' },
    })
  })

  it('asked about again after it was decided, answers the same', async () => {
    const id = await propose(wallet, transfer)
    const { digest, metadataHash } = await review(wallet.approve, id)
    answerOf(await wallet.approve.room['room.consent']({ id, digest, verdict: true }))
    const decision = { id, verdict: true, digest, metadataHash }
    const first = answerOf(await wallet.approve.ask['approvals.decide'](decision))
    wallet.killWorker()
    expect(answerOf(await wallet.approve.ask['approvals.decide'](decision))).toEqual(first)
    await followed(wallet, devnet, { id, kind: 'final' })
    expect(new Set(wallet.machine.submitted).size).toBe(1)
  })

  it('makes its recipient an acquaintance once it has arrived', async () => {
    const id = await propose(wallet, transfer)
    answerOf(await agree(wallet.approve, id))
    await followed(wallet, devnet, { id, kind: 'final' })
    const quote = answerOf(await wallet.wallet.ask['operations.quote'](transferDraft(transfer)))
    expect(quote.findings).toEqual([])
  })
})

describe('two quick transfers', () => {
  it('get nonces n and n + 1, and both are included', async () => {
    const before = devnet.freeBalance(bobsKey)
    const ids = [await propose(wallet, transfer), await propose(wallet, { ...transfer, rao: 7n })]
    const windows = [wallet.approve, wallet.openApprove()]
    const decisions = await Promise.all(
      ids.map(async (id, i) => {
        const page = windows[i] ?? wallet.approve
        const { digest, metadataHash } = await review(page, id)
        answerOf(await page.room['room.consent']({ id, digest, verdict: true }))
        return () => page.ask['approvals.decide']({ id, verdict: true, digest, metadataHash })
      }),
    )
    for (const answer of await Promise.all(decisions.map((decide) => decide()))) answerOf(answer)
    const records = await Promise.all(ids.map((id) => followed(wallet, devnet, { id, kind: 'final' })))
    const [low = -1, high = -1] = records.map(({ nonce }) => nonce).toSorted((a, b) => a - b)
    expect(high).toBe(low + 1)
    expect(devnet.freeBalance(bobsKey) - before).toBe(AMOUNT + 7n)
  })

  it('a rejected one gives its nonce back', async () => {
    const [first, second] = [await propose(wallet, transfer), await propose(wallet, transfer)]
    const { digest, metadataHash } = await review(wallet.approve, first)
    const decision = { id: first, verdict: true, digest, metadataHash }
    // Prepared, but nobody agreed in the room: it is refused and the nonce is free again.
    expect((await wallet.approve.ask['approvals.decide'](decision)).ok).toBe(false)
    answerOf(await agree(wallet.approve, second))
    const record = await followed(wallet, devnet, { id: second, kind: 'final' })
    expect(record.state.kind).toBe('final')
  })
})

describe('a quote', () => {
  const quoteOf = async (values: Record<string, string | object>, account: Address = ALICE) =>
    wallet.wallet.ask['operations.quote']({ operation: 'transfer', account, values: values as never })

  it('of an exact amount tells the fee of that very call, the most, and what is left', async () => {
    const quote = answerOf(await quoteOf({ to: bob.address, amount: { exactly: `${AMOUNT}` } }))
    const free = devnet.freeBalance(toHex(publicKeyOf(ALICE)))
    const { fee, most, after, own } = quote
    if (fee === null || most === null) throw new Error('no fee')
    expect(own?.free).toBe(free)
    expect(after).toBe(free - fee - AMOUNT)
    expect(most).toEqual({ rao: free - fee - 500n })
  })
  it('of the maximum leaves the existential deposit and not a rao more', async () => {
    const quote = answerOf(await quoteOf({ to: bob.address, amount: 'max' }))
    expect(quote.after).toBe(500n)
    expect(quote.findings.filter(({ blocks }) => blocks)).toEqual([])
  })
  it('of everything is left to the chain, with a word to type', async () => {
    const quote = answerOf(await quoteOf({ to: bob.address, amount: 'max', close: true as never }))
    expect(quote.params).toMatchObject({ amount: { kind: 'all' }, keepAlive: false })
    expect(quote.findings.map(({ type }) => type)).toContain('EMPTY')
    expect(quote.after).toBe(0n)
  })
  it('of an empty form knows what the account has', async () => {
    const quote = answerOf(await quoteOf({}))
    expect(quote).toMatchObject({ fee: null, most: null, after: null, params: null, findings: [] })
    expect(quote.own?.free).toBeGreaterThan(0n)
  })
  it('without an amount knows the most, the fee and who it goes to', async () => {
    const stranger = addressOf(crypto.getRandomValues(new Uint8Array(32)))
    const quote = answerOf(await quoteOf({ to: stranger }))
    expect(quote.most).toMatchObject({ rao: expect.any(BigInt) })
    expect(quote.fee).toBeGreaterThan(0n)
    expect(quote.findings.map(({ id }) => id)).toEqual(['first-time'])
    expect(quote.params).toBeNull()
  })
  it('carries the block it was read at', async () => {
    const quote = answerOf(await quoteOf({ to: bob.address, amount: 'max' }))
    expect(quote.block?.number).toBe(String(devnet.node.chain.best().header.number))
  })
  it('refuses a field the form does not have', async () => {
    const answer = await quoteOf({ nonsense: 'x' })
    expect(answer).toMatchObject({ error: { code: 'invalid-input', details: { field: 'nonsense' } } })
  })
  it('refuses an address whose sum is wrong', async () => {
    const broken = `${bob.address.slice(0, -1)}${bob.address.endsWith('a') ? 'b' : 'a'}`
    const answer = await quoteOf({ to: broken })
    expect(answer).toMatchObject({ error: { code: 'invalid-input', details: { field: 'to' } } })
  })
  it('refuses an account that is not of this wallet', async () => {
    const answer = await quoteOf({}, bob.address)
    expect(answer).toMatchObject({ error: { code: 'invalid-input', details: { field: 'account' } } })
  })
  it('refuses an operation that is not offered', async () => {
    const answer = await wallet.wallet.ask['operations.quote']({
      operation: 'constructor',
      account: ALICE,
      values: {},
    })
    expect(answer).toMatchObject({ error: { code: 'not-found' } })
  })
})

describe('a proposal', () => {
  it('is refused with the field that is missing', async () => {
    const answer = await wallet.wallet.ask['operations.propose']({
      operation: 'transfer',
      account: ALICE,
      values: { to: bob.address },
    })
    expect(answer).toMatchObject({
      error: { code: 'invalid-input', details: { field: 'amount', rule: 'missing' } },
    })
  })
  it('is refused with the finding that blocks it', async () => {
    const answer = await wallet.wallet.ask['operations.propose'](
      transferDraft({ ...transfer, rao: 10n ** 18n }),
    )
    expect(answer).toMatchObject({
      error: { code: 'invalid-input', details: { field: 'amount', rule: 'insufficient' } },
    })
  })
  it('is refused for an account that is only watched', async () => {
    const { sealed } = answerOf(await wallet.wallet.room['room.watch']({ address: bob.address, name: 'Bob' }))
    answerOf(await wallet.wallet.ask['vault.store']({ sealed }))
    const answer = await wallet.wallet.ask['operations.propose'](
      transferDraft({ ...transfer, from: bob.address, to: ALICE }),
    )
    expect(answer).toMatchObject({ error: { code: 'invalid-input', details: { field: 'account' } } })
  })
})
