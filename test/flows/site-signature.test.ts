/** A site's transaction from its page to its signature: the whole background, the real room and a devnet. */
import { describe, expect, it } from 'vitest'
import type { Devnet } from '../../devnet/start.ts'
import { publicKeyOf } from '../../src/shared/domain/address.ts'
import { isOf } from '../../src/shared/domain/approval.ts'
import { toHex } from '../../src/shared/domain/bytes.ts'
import { bob } from '../build/devnet-chain.ts'
import { forEachTest } from '../build/journeys.ts'
import { ALICE, answerOf } from '../build/room.ts'
import { P0 } from '../build/site-requests.ts'
import type { TestWallet } from '../build/wallet.ts'
import { aWebPage, type Injected } from '../build/web-page.ts'

let devnet: Devnet
let wallet: TestWallet
let site: Injected
forEachTest(
  async (made) => {
    devnet = made.devnet
    wallet = made.wallet
    await wallet.wallet.seen('chain', ({ kind }) => kind === 'online')
    const asked = aWebPage(wallet.machine).enable('A dApp')
    answerOf(await wallet.approve.ask['approvals.connect']({ id: (await waiting()).id, accounts: [ALICE] }))
    site = await asked
  },
  { isOneNode: true },
)

async function waiting() {
  const all = await wallet.wallet.seen('approvals', (each) =>
    each.some(({ state }) => state.kind === 'pending'),
  )
  const found = all.find(({ state }) => state.kind === 'pending')
  if (found === undefined) throw new Error('nothing waits')
  return found
}

/** In mode 1 with a digest, made for the devnet as it is now. */
function payload(metadataHash: string) {
  const { genesis } = devnet
  return {
    ...P0,
    address: ALICE,
    genesisHash: genesis,
    era: '0x00',
    blockHash: genesis,
    nonce: '0x00',
    method: `0x050300${toHex(publicKeyOf(bob.address)).slice(2)}02286bee`,
    mode: 1,
    metadataHash,
    withSignedTransaction: true,
  }
}

/** What the review reads of what waits. */
async function read() {
  const { approval, metadata } = answerOf(
    await wallet.approve.ask['approvals.material']({ id: (await waiting()).id }),
  )
  if (!isOf(approval, 'payload')) throw new Error('no transaction')
  const { id, request } = approval
  const review = answerOf(
    await wallet.approve.room['room.describeSite']({ id, request, metadata, ruled: null }),
  )
  return { id, review }
}

/** And what the window sends with a person's word. */
async function decide(verdict: boolean): Promise<void> {
  const {
    id,
    review: { digest, metadataHash },
  } = await read()
  if (verdict) answerOf(await wallet.approve.room['room.consent']({ id, digest, verdict }))
  answerOf(await wallet.approve.ask['approvals.decide']({ id, verdict, digest, metadataHash }))
}

const digest = (): string => toHex(devnet.digest ?? new Uint8Array())

describe('a transaction with a digest of its metadata', () => {
  it('8.4-52 that is the runtime’s is signed, and given back whole with the same signature (MDH-2, SIG-15, SIG-16)', async () => {
    const asked = site.signer.signPayload(payload(digest())) as Promise<{
      signature: string
      signedTransaction: string
    }>
    await decide(true)
    const { signature, signedTransaction } = await asked
    expect(signature).toMatch(/^0x01[0-9a-f]{128}$/)
    expect(signedTransaction).toContain(signature.slice(2))
  })
  it('8.4-52 that differs by one bit is turned away as that (MDH-2, E_MDHASH)', async () => {
    const last = Number.parseInt(digest().slice(-1), 16)
    const other = `${digest().slice(0, -1)}${(last ^ 1).toString(16)}`
    const heard = site.signer.signPayload(payload(other)).catch((cause: unknown) => cause)
    await decide(false)
    const cause = await heard
    expect(cause).toBeInstanceOf(Error)
    expect(cause).toMatchObject({ message: 'Metadata hash mismatch', code: -32602 })
  })
  it('8.3-36 is read as before when its page has given metadata of its own (MET-2)', async () => {
    const reviews: unknown[] = []
    for (const genesisHash of [undefined, devnet.genesis]) {
      const meta = { genesisHash, specVersion: 424, tokenDecimals: 0, tokenSymbol: 'CENT', types: {} }
      if (genesisHash !== undefined) expect(await site.metadata.provide(meta)).toBe(false)
      void site.signer.signPayload(payload(digest())).catch(() => undefined)
      reviews.push((await read()).review)
      await decide(false)
    }
    expect(reviews[0]).toMatchObject({ description: { verb: 'Send' } })
    expect(reviews[1]).toEqual(reviews[0])
  })
  it('that a person rejects is cancelled', async () => {
    const heard = site.signer.signPayload(payload(digest())).catch((cause: unknown) => cause)
    await decide(false)
    expect(await heard).toMatchObject({ message: 'Cancelled', code: 4001 })
  })
})
