/** What a hostile worker gets signed: what was agreed to, once, and nothing else. */

import { signatureVerify } from '@polkadot/util-crypto'
import { base64 } from '@scure/base'
import type { Page, Worker } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { encode } from '#shared/codec.ts'
import type { Address } from '#shared/domain/address.ts'
import { addressOf } from '#shared/domain/address.ts'
import type { ApprovalId } from '#shared/domain/approval.ts'
import { fromHex, type Hash, type Hex } from '#shared/domain/bytes.ts'
import type { Proposal } from '#shared/domain/extrinsic.ts'
import type { Rao } from '#shared/domain/units.ts'
import { APPROVE_PAGE, WALLET_PAGE } from '#shared/protocol/places.ts'
import { vaultApproveMethods } from '#shared/protocol/vault-contract.ts'
import { finneyMetadata, hasFinney } from '../../fixtures/finney.ts'
import { type Build, buildExtension, type Extension, launch } from '../extension.ts'
import { addRoomClient } from '../room-client.ts'

/** A port another window opened, as the test below leaves it in a window. */
declare function kept(name: string, input: unknown): Promise<unknown>

// Accounts A and B of the provider vectors: sr25519 //Alice and ed25519 //Bob of the development phrase.
const ALICE = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY' as Address
const BOB = addressOf(fromHex('0xd17c2d7823ebf260fd138f2d7e27d114c0145d968b5ff5006125f2414fadae69'))
const PHRASE = 'bottom drive obey lake curtain smoke basket hold race lonely fit walk'
const FINNEY = '0x2f0555cc76fc2840a25a6ea3b9637146806f1f44b090c175ffde2a7e5ab36c03' as Hash
const BLOCK = 'bee8f5fbd3c80b2c1731447baf322e7aefad67c5b52fe9dec093e0909d7efac4'
const DIGEST = '80de37ca8c53ddbf9835d5123af60e0ef5015b3d039a6ffee0ccbb41966c864f'
// transfer_keep_alive of 1 TAO to //Alice.
const TRANSFER = '0x050300d43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d02286bee' as Hex
// Vector A.5 of the provider's specification and its signature by account B.
const PAYLOAD = `${TRANSFER}e5031c0001a801000001000000${FINNEY.slice(2)}${BLOCK}01${DIGEST}`
const SIGNATURE =
  '0x989dd86248483d3b3c9f1f177a31533fd68a71b8f282de9deabdafba7c6279fae4076c6b04bad39e136b4af878e6044cc9e62107b5fc6c68bae0c3d65aad3c09'

const proposal: Proposal = {
  account: BOB,
  genesis: FINNEY,
  spec: 424,
  txVersion: 1,
  call: TRANSFER,
  tip: 0n as Rao,
  era: 64,
  requester: { kind: 'wallet' },
  checksMetadata: true,
}

let build: Build
let extension: Extension
let worker: Worker
let approve: Page
let ids = 0

beforeAll(async () => {
  build = await buildExtension('hostile')
  extension = await launch(build.folder)
  worker = await extension.worker()
  const wallet = await addRoomClient(await extension.open(WALLET_PAGE))
  const made = await wallet.evaluate(async (words) => {
    const source = { kind: 'words' as const, words, password: '' }
    const first = { source, derivation: { path: '//Alice', scheme: 'sr25519' as const }, name: 'Alice' }
    const second = { source, derivation: { path: '//Bob', scheme: 'ed25519' as const }, name: 'Bob' }
    const created = await room.wallet.call['room.create']({
      password: 'walnut orbit seven quiet',
      autoLockMinutes: 15,
      first,
    })
    return created.ok && (await room.wallet.call['room.addSecret'](second)).ok
  }, PHRASE)
  expect(made).toBe(true)
  approve = await addRoomClient(await extension.open(APPROVE_PAGE))
})
afterAll(async () => {
  await extension.close()
  await build.remove()
})

/** Reviews and decides in the approval window; gives the approval's id. */
async function decided(verdict: boolean, account: Address = BOB): Promise<string> {
  const id = (++ids).toString(16).padStart(32, '0') as ApprovalId
  const consented = await approve.evaluate(
    async ({ id, proposal, metadata, verdict }) => {
      const review = await room.approve.call['room.describe']({ id, proposal, metadata })
      if (!review.ok) return review
      return room.approve.call['room.consent']({ id, digest: review.value.digest, verdict })
    },
    { id, proposal: { ...proposal, account }, metadata: base64.encode(finneyMetadata()), verdict },
  )
  expect(consented).toMatchObject({ ok: true })
  return id
}

const sign = (input: { id: string; account?: string; payload?: string }): Promise<unknown> =>
  worker.evaluate(
    (command) => chrome.runtime.sendMessage({ to: 'bridge', name: 'room.sign', input: command }),
    {
      account: BOB as string,
      payload: PAYLOAD,
      ...input,
    },
  )
const REFUSED = { ok: false, error: { code: 'refused', details: { why: 'the vault room' } } }

describe.runIf(hasFinney)('a worker', () => {
  it('gets the signature that was agreed to, and the same one again', async () => {
    const id = await decided(true)
    const value = { signature: SIGNATURE, scheme: 'ed25519' }
    expect(await sign({ id })).toEqual({ ok: true, value })
    expect(await sign({ id })).toEqual({ ok: true, value })
  })

  it('gets one of an sr25519 account that another implementation accepts', async () => {
    const id = await decided(true, ALICE)
    const answer = await sign({ id, account: ALICE })
    expect(answer).toMatchObject({ ok: true, value: { scheme: 'sr25519' } })
    const { value } = answer as { value: { signature: string } }
    expect(signatureVerify(fromHex(PAYLOAD), value.signature, ALICE).isValid).toBe(true)
  })

  it('gets none for other bytes under the same approval', async () => {
    const id = await decided(true)
    const other = PAYLOAD.replace('02286bee', '02286bef')
    expect(await sign({ id, payload: other })).toEqual(REFUSED)
    expect(await sign({ id })).toMatchObject({ ok: true })
    const laterNonce = PAYLOAD.replace('e5031c', 'e50320')
    expect(await sign({ id, payload: laterNonce })).toEqual(REFUSED)
  })

  it('gets none of another account', async () => {
    expect(await sign({ id: await decided(true), account: ALICE })).toEqual(REFUSED)
  })

  it('gets none of what was rejected', async () => {
    expect(await sign({ id: await decided(false) })).toMatchObject({ ok: false })
  })

  it('gets none of another thing shown again under an approval that was decided', async () => {
    const id = await decided(true)
    const again = await approve.evaluate(
      async ({ id, proposal, metadata }) => {
        const review = await room.approve.call['room.describe']({ id, proposal, metadata })
        if (!review.ok) return review
        return room.approve.call['room.consent']({ id, digest: review.value.digest, verdict: true })
      },
      {
        id: id as ApprovalId,
        proposal: { ...proposal, tip: 1n as Rao },
        metadata: base64.encode(finneyMetadata()),
      },
    )
    expect(again).toMatchObject({ ok: false, error: { code: 'refused' } })
    const withTip = PAYLOAD.replace('e5031c00', 'e5031c04')
    expect(await sign({ id, payload: withTip })).toEqual(REFUSED)
    expect(await sign({ id })).toMatchObject({ ok: true, value: { signature: SIGNATURE } })
  })

  it('gets none under an approval nobody was asked for', async () => {
    expect(await sign({ id: 'ff'.repeat(16) })).toMatchObject({ ok: false })
  })

  it('gets none by the port of a window that has closed, which another window had kept', async () => {
    const id = (++ids).toString(16).padStart(32, '0') as ApprovalId
    const closing = await addRoomClient(await extension.open(APPROVE_PAGE))
    const input = { id, proposal, metadata: base64.encode(finneyMetadata()) }
    // The window of `approve` takes hold of the other's port, and has the room read an approval over it.
    const shown: unknown = await approve.evaluate(
      async ([path, input]) => {
        const view = chrome.extension
          .getViews()
          .find((each) => each !== window && each.location.pathname === path && 'room' in each)
        const opened = await (view as typeof globalThis | undefined)?.room.openRoomPort()
        if (opened?.ok !== true) throw new Error('no port')
        const said: unknown[] = []
        opened.value.onMessage((message) => said.push(message))
        const call = async (name: string, input: unknown, patience = 20): Promise<unknown> => {
          const before = said.length
          opened.value.post({ kind: 'call', id: before + 1, name, input })
          for (let looks = 0; looks < patience && said.length === before; looks += 1)
            await new Promise((done) => setTimeout(done, 50))
          return said[before] ?? 'silence'
        }
        Object.assign(globalThis, { kept: call })
        // This one is answered, whatever reading a whole runtime takes.
        return call('room.describe', input, 600)
      },
      [APPROVE_PAGE, encode(vaultApproveMethods['room.describe'].input, input) as unknown] as const,
    )
    const { digest } = (shown as { result: { value: { digest: Hash } } }).result.value
    await closing.close()
    const consent = { id, digest, verdict: true }
    const overKept = (name: string, input: unknown) =>
      approve.evaluate(([name, input]) => kept(name, input), [name, input] as const)
    // Silence alone would show nothing: what hears the answers is gone with its window. The signature tells.
    expect(await overKept('room.consent', consent)).toBe('silence')
    // Nor does it help to ask over the own port, which was not shown that approval.
    const own = await approve.evaluate((consent) => room.approve.call['room.consent'](consent), consent)
    expect(own).toMatchObject({ ok: false, error: { code: 'stale' } })
    expect(await sign({ id })).toEqual(REFUSED)
  })

  it('gets none after a lock, not even what it had before', async () => {
    const id = await decided(true)
    expect(await sign({ id })).toMatchObject({ ok: true })
    await worker.evaluate(() => chrome.runtime.sendMessage({ to: 'bridge', name: 'room.lock', input: null }))
    await expect.poll(() => sign({ id })).toEqual({ ok: false, error: { code: 'locked' } })
  })
})
