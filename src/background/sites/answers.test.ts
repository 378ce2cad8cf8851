import { describe, expect, it } from 'vitest'
import type { Approval, ApprovalId } from '#shared/domain/approval.ts'
import type { Hash, Hex } from '#shared/domain/bytes.ts'
import type { SiteRefusal } from '#shared/domain/site-refusal.ts'
import { aMessageRequest, aPayloadRequest, DAPP } from '../../../test/build/site-requests.ts'
import { answerOf, errorOf } from './answers.ts'

const CONNECT: Approval['request'] = { kind: 'connect', origin: DAPP, replies: [], claimed: '' }
const said = (state: Approval['state'], request: Approval['request'] = aMessageRequest()) =>
  answerOf({
    id: '00'.repeat(16) as ApprovalId,
    network: 'local',
    request,
    askedAt: 0,
    expiresAt: 1,
    state,
  })
const refused = (code: number, message: string) => ({ ok: false, error: { code, message } })
const rejected = (why: Extract<Approval['state'], { kind: 'rejected' }>['why']) =>
  ({ kind: 'rejected', why }) as const

describe('what a page hears of a decision', () => {
  it('is nothing while there is none', () => {
    expect(said({ kind: 'pending' })).toBeUndefined()
  })
  it('is a signature, with a whole transaction only where one was made', () => {
    const signature = '0xab' as Hex
    expect(said({ kind: 'answered', signature, at: 1 })).toEqual({ ok: true, value: '{"signature":"0xab"}' })
    expect(said({ kind: 'answered', signature, transaction: '0xcd' as Hex, at: 1 })).toEqual({
      ok: true,
      value: '{"signature":"0xab","signedTransaction":"0xcd"}',
    })
  })
  it('is nothing but that it may see accounts, of connecting', () => {
    expect(said({ kind: 'connected' }, CONNECT)).toEqual({ ok: true, value: 'null' })
  })
  it.each([
    ['user', 4001, 'Connection request was rejected by the user.'],
    ['closed', 4001, 'Connection request was cancelled by the user.'],
    ['expired', 4001, 'Request expired'],
    ['blocked', 4100, `The source ${DAPP} is not allowed to interact with this extension`],
  ] as const)('is why, of connecting: %s', (why, code, message) => {
    expect(said(rejected(why), CONNECT)).toEqual(refused(code, message))
  })
  it.each([
    ['user', 4001, 'Cancelled'],
    ['closed', 4001, 'Cancelled'],
    ['gone', 4001, 'Cancelled'],
    ['lock', 4001, 'Cancelled'],
    ['switch', 4001, 'Cancelled'],
    ['expired', 4001, 'Request expired'],
    ['revoked', 4100, `The source ${DAPP} has not been enabled yet`],
    ['blocked', 4100, `The source ${DAPP} is not allowed to interact with this extension`],
    ['digest', -32602, 'Metadata hash mismatch'],
  ] as const)('is why, of signing: %s', (why, code, message) => {
    expect(said(rejected(why))).toEqual(refused(code, message))
    expect(said(rejected(why), aPayloadRequest())).toEqual(refused(code, message))
  })
  it('8.6-82 names both runtimes when the network went on', () => {
    expect(said({ kind: 'outdated', live: 425 }, aPayloadRequest())).toEqual(
      refused(4902, 'Runtime version mismatch: payload is for 424, network is at 425. Reload the page.'),
    )
  })
  it('is that it came too late, of a signature nobody took', () => {
    expect(said({ kind: 'undelivered' })).toEqual(refused(4001, 'Request expired'))
  })
})

describe('what a page hears of a refusal', () => {
  it.each([
    [{ code: 'R_GENESIS', genesis: '0x12' as Hash }, 4902, 'Unknown network: 0x12'],
    [
      { code: 'R_SPEC', asked: 423, live: 424 },
      4902,
      'Runtime version mismatch: payload is for 423, network is at 424. Reload the page.',
    ],
    [{ code: 'R_METADATA', spec: 423 }, 4902, 'Metadata for spec 423 is not available'],
    [{ code: 'R_MDHASH' }, -32602, 'Metadata hash mismatch'],
    [{ code: 'R_ACCOUNT' }, 4100, `The source ${DAPP} is not allowed to interact with this account.`],
  ] as readonly (readonly [SiteRefusal, number, string])[])(
    '8.4-49 of %j is its own sentence',
    (refusal, code, message) => {
      expect(errorOf(refusal, DAPP)).toEqual({ code, message })
    },
  )
  it.each([
    ['R_CONFUSED', 'data'],
    ['R_EXT_LIST', 'signedExtensions'],
    ['R_EXT_TYPE', 'signedExtensions'],
    ['R_METHOD', 'method'],
    ['R_VERSION', 'version'],
    ['R_ASSET', 'assetId'],
    ['R_ERA', 'era'],
    ['R_MODE', 'mode'],
    ['R_SIZE', 'method'],
    ['R_TOO_DEEP', 'method'],
    ['R_FIELD', 'nonce'],
  ] as const)('of %s names the field', (code, field) => {
    expect(errorOf({ code, field }, DAPP)).toEqual({ code: -32602, message: `Invalid request: ${field}` })
  })
})
