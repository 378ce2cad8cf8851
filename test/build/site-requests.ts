/** What pages ask, as three families of clients write it: account B on Finney, spec 424, and the vectors others made of it. */
import type { Address } from '../../src/shared/domain/address.ts'
import type { Hash, Hex } from '../../src/shared/domain/bytes.ts'
import type { Origin } from '../../src/shared/domain/site.ts'
import { readSiteMessage } from '../../src/shared/domain/site-message.ts'
import { readSitePayload } from '../../src/shared/domain/site-payload.ts'
import type { MessageRequest, PayloadRequest } from '../../src/shared/domain/site-request.ts'

/** ed25519 //Bob of the development phrase. */
export const B = '5GoNkf6WdbxCFnPdAnYYQyCjAKPJgLNxXwPjwTh6DGg6gN3E' as Address
export const DAPP = 'https://dapp.example' as Origin
const FINNEY = '0x2f0555cc76fc2840a25a6ea3b9637146806f1f44b090c175ffde2a7e5ab36c03' as Hash
const BIRTH = '0xbee8f5fbd3c80b2c1731447baf322e7aefad67c5b52fe9dec093e0909d7efac4'
const METHOD = '0x050300d43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d02286bee'

const EXTENSIONS = [
  'CheckNonZeroSender',
  'CheckSpecVersion',
  'CheckTxVersion',
  'CheckGenesis',
  'CheckMortality',
  'CheckNonce',
  'CheckWeight',
  'ChargeTransactionPayment',
  'SudoTransactionExtension',
  'CheckShieldedTxValidity',
  'SubtensorTransactionExtension',
  'DrandPriority',
  'CheckMetadataHash',
]

/** As @polkadot/api writes it. */
export const P0 = {
  address: B as string,
  assetId: null,
  blockHash: BIRTH,
  blockNumber: '0x005b8d7e',
  era: '0xe503',
  genesisHash: FINNEY as string,
  metadataHash: null as string | null,
  method: METHOD,
  mode: 0,
  nonce: '0x00000007',
  signedExtensions: EXTENSIONS,
  specVersion: '0x000001a8',
  tip: '0x00000000000000000000000000000000',
  transactionVersion: '0x00000001',
  version: 4,
  withSignedTransaction: false,
}

/** Appendix A: bytes and signature of P0; of P0 that never expires, with a tip of 5; of P0 in mode 1. */
export const A1 = {
  bytes: `${METHOD}e5031c0000a801000001000000${FINNEY.slice(2)}${BIRTH.slice(2)}00` as Hex,
  signature:
    '0x006221c5f586c97173542103b4286effb8c433dc6531d8806c21f286cc10266be6443f96f1c274284475367bc66a4c754a53f43de2e5c5a9f3ecd8a4301fa46202',
}
export const A4 = {
  change: { era: '0x00', blockHash: FINNEY as string, tip: '0x05' },
  signature:
    '0x0054aeed7f8c81e453d89425b2f039d67e45132902e6273c1932bd06e4536cb75357fa59dc8cf0cc43d50e356a898f4ca91c5da3d475af34a9241935cb4a995e05',
}
export const A5 = {
  digest: '0x80de37ca8c53ddbf9835d5123af60e0ef5015b3d039a6ffee0ccbb41966c864f',
  signature:
    '0x00989dd86248483d3b3c9f1f177a31533fd68a71b8f282de9deabdafba7c6279fae4076c6b04bad39e136b4af878e6044cc9e62107b5fc6c68bae0c3d65aad3c09',
}
const TEST = '0x8f9cf856bf558a14440e75569c9e58594757048d7b3a84b5d25f6bd978263105'
/** Appendix D.1: harmless to look at; its call is a whole payload for mainnet, without end and with a tip of 500 TAO. */
export const D1 = {
  address: B as string,
  version: 4,
  signedExtensions: [] as readonly string[],
  genesisHash: TEST,
  blockHash: TEST,
  blockNumber: '0x00000001',
  era: '0xe503',
  nonce: '0x00',
  tip: '0x00',
  specVersion: '0x000001a8',
  transactionVersion: '0x01',
  method: `${METHOD}0000070088526a7400a801000001000000${FINNEY.slice(2)}${FINNEY.slice(2)}00`,
}
/** Appendix B.1: `hello`, in its wrap. */
export const B1 = {
  bytes: '0x3c42797465733e68656c6c6f3c2f42797465733e' as Hex,
  signature:
    '0xac6db9eaf24754369cd9c1a682ac42ffdb4868a8806da0528aa429b5186b3a734e95d902a77006ffa206062469a7c2026fd96c82c4983e2f8ed31b750e4c530b',
}

export function aPayloadRequest(change: object = {}, checksMetadata = true): PayloadRequest {
  const read = readSitePayload({ ...P0, ...change })
  if (!read.ok) throw new Error(read.error.code)
  return { kind: 'payload', origin: DAPP, replies: [], payload: read.value, checksMetadata, birth: 'seen' }
}

export function aMessageRequest(data = 'hello'): MessageRequest {
  const read = readSiteMessage({ address: B, data, type: 'bytes' })
  if (!read.ok) throw new Error(read.error.code)
  return { kind: 'message', origin: DAPP, replies: [], message: read.value }
}
