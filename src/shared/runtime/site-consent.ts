/** What agreeing to a site's request stands for. Room and background make it each from their own copy of the request. */
import { fromHex, type Hash, toHex } from '../domain/bytes.ts'
import type { MessageConsent, PayloadConsent } from '../domain/extrinsic.ts'
import { wrapMessage } from '../domain/site-message.ts'
import { lifeOf } from '../domain/site-payload.ts'
import { addsDigest, type MessageRequest, type PayloadRequest } from '../domain/site-request.ts'
import { sitePayloadBytes } from './site-bytes.ts'

/** `digest` is that of the metadata the call was read with: it is signed where the wallet adds it to the page's own payload. */
export function consentToPayload(
  request: Pick<PayloadRequest, 'origin' | 'payload' | 'checksMetadata'>,
  digest: Hash,
): PayloadConsent {
  const payload = addsDigest(request) ? { ...request.payload, metadataHash: digest } : request.payload
  const life = lifeOf(payload.era)
  return {
    kind: 'payload',
    account: payload.address,
    genesis: payload.genesis,
    spec: payload.spec,
    txVersion: payload.txVersion,
    call: payload.call,
    tip: payload.tip,
    nonce: payload.nonce,
    era: life?.kind === 'mortal' ? life.period : null,
    metadataHash: payload.metadataHash,
    requester: { kind: 'site', origin: request.origin },
    payload: toHex(sitePayloadBytes(payload)),
  }
}

export function consentToMessage({
  origin,
  message,
}: Pick<MessageRequest, 'origin' | 'message'>): MessageConsent {
  return {
    kind: 'message',
    account: message.address,
    bytes: toHex(wrapMessage(fromHex(message.data))),
    requester: { kind: 'site', origin },
  }
}
