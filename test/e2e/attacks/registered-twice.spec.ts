/** A hostile worker that registers one approval twice, with other content: one review, one signature, one transfer. */
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addressOf } from '#shared/domain/address.ts'
import { fromHex } from '#shared/domain/bytes.ts'
import { agree, fillSend, toReview, untilFinal } from '../pages/wallet.ts'
import { BOB, keyOf, startWallet, TAO, type WalletOnDevnet } from '../wallet-on-devnet.ts'

// What `registering-again.js` leaves in the worker.
declare const twice: {
  readonly answers: Readonly<Record<string, unknown>>
  registerAgain(from: string, to: string): Promise<number>
  putBack(): Promise<void>
  putOther(): Promise<void>
  askAgain(): Promise<void>
}

const PLANT = resolve(import.meta.dirname, '../hostile/while-running/registering-again.js')
const THIEF = addressOf(fromHex(`0x${'e5'.repeat(32)}`))
const REFUSED = { ok: false, error: { code: 'refused', details: { why: 'the vault room' } } }

describe('an approval that a worker registers again, with another recipient', () => {
  let wallet: WalletOnDevnet
  let before: bigint
  beforeAll(async () => {
    wallet = await startWallet()
    before = wallet.node.freeBalance(keyOf(BOB))
    // Put into the build that ships by the debugger: as much of the worker is its own as of a dependency there.
    await (await wallet.extension.worker()).evaluate(await readFile(PLANT, 'utf8'))
    await fillSend(wallet.page, { to: BOB, amount: '1' })
    await toReview(wallet.page)
  })
  afterAll(() => wallet?.close())

  const inWorker = async <T>(work: () => T): Promise<Awaited<T>> =>
    (await wallet.extension.worker()).evaluate(work) as Promise<Awaited<T>>
  const shown = () => wallet.page.locator('main').innerText()

  it('changes nothing of the review on the screen', async () => {
    const reviewed = await shown()
    const worker = await wallet.extension.worker()
    const told = await worker.evaluate(([from, to]) => twice.registerAgain(from, to), [
      keyOf(BOB).slice(2),
      keyOf(THIEF).slice(2),
    ] as const)
    expect(told).toBe(1)
    await wallet.page.waitForTimeout(1000)
    expect(await shown()).toBe(reviewed)
    expect(reviewed.replace(/\s/g, '')).toContain(BOB)
  })

  it('gives the one signature that was agreed to, and none over the other content', async () => {
    await inWorker(() => twice.putBack())
    await agree(wallet.page)
    await untilFinal(wallet.page)
    const { answers } = await inWorker(() => twice)
    const signed = answers['what was agreed to']
    expect(signed).toMatchObject({ ok: true })
    expect(answers).toEqual({
      'other content before': REFUSED,
      'what was agreed to': signed,
      'other content after': REFUSED,
      'the same again': signed,
    })
  })

  it('gives none either where a person agrees to it in another window', async () => {
    await inWorker(() => twice.putOther())
    const second = await wallet.extension.open('/popup/approve.html')
    await second.getByText('Review', { exact: true }).waitFor()
    await expect
      .poll(async () => (await second.locator('main').innerText()).replace(/\s/g, ''))
      .toContain(THIEF)
    await agree(second)
    await second.getByRole('button', { name: 'Review again' }).waitFor()
    await inWorker(() => twice.askAgain())
    const { answers } = await inWorker(() => twice)
    expect(answers['other content, agreed to in another window']).toEqual(REFUSED)
    expect(wallet.node.freeBalance(keyOf(BOB)) - before).toBe(TAO)
    expect(wallet.node.freeBalance(keyOf(THIEF))).toBe(0n)
  })
})
