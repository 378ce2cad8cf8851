/** A site's payload as bytes: what is signed, and the extrinsic that is given back, in the order of the runtime's own extensions. */
import { Bytes, compact, u32 } from '@polkadot-api/substrate-bindings'
import { publicKeyOf } from '../domain/address.ts'
import { fromHex, join, sameBytes } from '../domain/bytes.ts'
import type { SitePayload } from '../domain/site-payload.ts'
import { refuseField } from '../domain/site-refusal.ts'
import type { Extension } from './metadata.ts'

type Part = (payload: SitePayload) => Uint8Array

interface Writer {
  /** What travels in the extrinsic, and what is only signed. */
  readonly explicit?: Part
  readonly implied?: Part
}

/** What each extension writes (spec 424). One that is not here must write nothing. */
const WRITERS: ReadonlyMap<string, Writer> = new Map<string, Writer>([
  ['CheckSpecVersion', { implied: ({ spec }) => u32.enc(spec) }],
  ['CheckTxVersion', { implied: ({ txVersion }) => u32.enc(txVersion) }],
  ['CheckGenesis', { implied: ({ genesis }) => fromHex(genesis) }],
  ['CheckMortality', { explicit: ({ era }) => fromHex(era), implied: ({ blockHash }) => fromHex(blockHash) }],
  ['CheckNonce', { explicit: ({ nonce }) => compact.enc(nonce) }],
  ['ChargeTransactionPayment', { explicit: ({ tip }) => compact.enc(tip) }],
  [
    'CheckMetadataHash',
    {
      explicit: ({ metadataHash }) => Uint8Array.of(metadataHash === null ? 0 : 1),
      implied: ({ metadataHash }) =>
        metadataHash === null ? Uint8Array.of(0) : join(Uint8Array.of(1), fromHex(metadataHash)),
    },
  ],
])

/**
 * The page's list must be the runtime's, name by name: whatever it leaves out it would leave out of the signature as well.
 * @throws RefusedRequest `R_EXT_TYPE`, `R_EXT_LIST` or `R_MODE`
 */
export function checkSiteExtensions(payload: SitePayload, extensions: readonly Extension[]): void {
  const isStranger = ({ id, isEmpty }: Extension): boolean => !isEmpty && !WRITERS.has(id)
  if (extensions.some(isStranger)) refuseField('R_EXT_TYPE', 'signedExtensions')
  const names = extensions.map(({ id }) => id)
  const isSame =
    names.length === payload.extensions.length && names.every((name, at) => name === payload.extensions[at])
  const carriesDigest = names.includes('CheckMetadataHash')
  if (payload.metadataHash !== null && !carriesDigest) refuseField('R_MODE', 'mode')
  if (!isSame) refuseField('R_EXT_LIST', 'signedExtensions')
}

/** Call, what travels, what is implied. Over 256 bytes their hash is signed (`signingBytes`). */
export function sitePayloadBytes(payload: SitePayload): Uint8Array {
  return join(
    fromHex(payload.call),
    explicitBytes(payload),
    ...payload.extensions.map((name) => WRITERS.get(name)?.implied?.(payload) ?? NOTHING),
  )
}

const NOTHING = new Uint8Array()

function explicitBytes(payload: SitePayload): Uint8Array {
  return join(...payload.extensions.map((name) => WRITERS.get(name)?.explicit?.(payload) ?? NOTHING))
}

const SIGNATURE_KINDS = { ed25519: 0, sr25519: 1 } as const

/** The signature as a page wants it: its kind, then its 64 bytes (`MultiSignature`). */
export function multiSignature(signature: Uint8Array, scheme: keyof typeof SIGNATURE_KINDS): Uint8Array {
  return join(Uint8Array.of(SIGNATURE_KINDS[scheme]), signature)
}

/** The signed extrinsic (version 4) with its length, for a page that takes one. */
export function siteExtrinsic(payload: SitePayload, signature: Uint8Array): Uint8Array {
  return Bytes().enc(
    join(
      Uint8Array.of(0x84, 0),
      publicKeyOf(payload.address),
      signature,
      explicitBytes(payload),
      fromHex(payload.call),
    ),
  )
}

/**
 * Whether an extrinsic says what was asked: no client looks before it broadcasts. Read from its bytes, apart from how it was
 * made; the mode alone may differ.
 */
export function isExtrinsicOf(extrinsic: Uint8Array, asked: SitePayload): boolean {
  const body = Bytes().dec(extrinsic.slice())
  if (!sameBytes(Bytes().enc(body), extrinsic)) return false
  const head = join(Uint8Array.of(0x84, 0), publicKeyOf(asked.address))
  const call = fromHex(asked.call)
  const terms = join(fromHex(asked.era), compact.enc(asked.nonce), compact.enc(asked.tip))
  const hasMode = asked.extensions.includes('CheckMetadataHash')
  const after = head.length + SIGNATURE_LENGTH
  return (
    body.length === after + terms.length + (hasMode ? 1 : 0) + call.length &&
    sameBytes(body.subarray(0, head.length), head) &&
    sameBytes(body.subarray(after, after + terms.length), terms) &&
    sameBytes(body.subarray(-call.length), call)
  )
}

/** Its kind and 64 bytes: neither scheme of this wallet writes more. */
const SIGNATURE_LENGTH = 65
