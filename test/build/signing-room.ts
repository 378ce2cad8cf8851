/** A vault room with two accounts, and one transfer of mainnet that is described, agreed to and signed in it. */
import { base64 } from '@scure/base'
import { addressOf } from '../../src/shared/domain/address.ts'
import type { ApprovalId } from '../../src/shared/domain/approval.ts'
import { fromHex, type Hash, type Hex, toHex } from '../../src/shared/domain/bytes.ts'
import type { Proposal } from '../../src/shared/domain/extrinsic.ts'
import type { Rao } from '../../src/shared/domain/units.ts'
import { finneyMetadata, hasFinney } from '../fixtures/finney.ts'
import { alice, answerOf, aRoom, PASSWORD, random, type TestRoom } from './room.ts'

// Account B of the provider vectors: ed25519 //Bob of the development phrase.
export const BOB = addressOf(fromHex('0xd17c2d7823ebf260fd138f2d7e27d114c0145d968b5ff5006125f2414fadae69'))
export const FINNEY = '0x2f0555cc76fc2840a25a6ea3b9637146806f1f44b090c175ffde2a7e5ab36c03' as Hash
export const BLOCK = '0xbee8f5fbd3c80b2c1731447baf322e7aefad67c5b52fe9dec093e0909d7efac4' as Hash
export const DIGEST = '0x80de37ca8c53ddbf9835d5123af60e0ef5015b3d039a6ffee0ccbb41966c864f' as Hash
// transfer_keep_alive of 1 TAO to //Alice (sr25519).
export const TRANSFER =
  '0x050300d43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d02286bee' as Hex
export const proposal: Proposal = {
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
// era 0xe503: 64 blocks, born at 62 of them; nonce 7. Vector A.5 of the provider's specification, and its signature.
export const PAYLOAD =
  `${TRANSFER}e5031c0001a801000001000000${FINNEY.slice(2)}${BLOCK.slice(2)}01${DIGEST.slice(2)}` as Hex
export const SIGNATURE =
  '0x989dd86248483d3b3c9f1f177a31533fd68a71b8f282de9deabdafba7c6279fae4076c6b04bad39e136b4af878e6044cc9e62107b5fc6c68bae0c3d65aad3c09'

export const metadata = hasFinney ? base64.encode(finneyMetadata()) : ''

export const anId = () => toHex(random(16)).slice(2) as ApprovalId

export async function anOpenRoom(): Promise<TestRoom> {
  const test = aRoom()
  await test.wallet['room.create']({ password: PASSWORD, autoLockMinutes: 15, first: alice })
  const derivation = { path: '//Bob', scheme: 'ed25519' as const }
  await test.wallet['room.addSecret']({ ...alice, derivation, name: 'Bob' })
  return test
}

export const describeIt = async (test: TestRoom, id: ApprovalId, change: Partial<Proposal> = {}) =>
  answerOf(await test.approve['room.describe']({ id, proposal: { ...proposal, ...change }, metadata }))

export async function agreed(test: TestRoom, change: Partial<Proposal> = {}): Promise<ApprovalId> {
  const id = anId()
  const { digest } = await describeIt(test, id, change)
  answerOf(await test.approve['room.consent']({ id, digest, verdict: true }))
  return id
}

export const sign = ({ room }: TestRoom, id: ApprovalId, payload: string = PAYLOAD, account: string = BOB) =>
  room.command({ name: 'room.sign', input: { id, account, payload } })

export const refusal = (why: string) => ({ ok: false, error: { code: 'refused', details: { why } } })
