/** What a site asks a person for, as data with the addresses its answer goes to. */
import { boolean, list, literal, type Of, object, text, union } from '../codec.ts'
import { Origin, ReplyAddress } from './site.ts'
import { SiteMessage } from './site-message.ts'
import { SitePayload } from './site-payload.ts'

/** Documents that wait for the answer; one leaves the list when it has heard it. Several may wait to connect as one. */
const asked = { origin: Origin, replies: list(ReplyAddress) }

/** To see accounts. `claimed` is what the page calls itself, which anybody can write. */
const ConnectRequest = object({ kind: literal('connect'), ...asked, claimed: text })

/** To sign a transaction of the page's own making, byte for byte. */
export const PayloadRequest = object({
  kind: literal('payload'),
  ...asked,
  payload: SitePayload,
  /** Whether the runtime was seen to carry a metadata hash (probed, never assumed). */
  checksMetadata: boolean,
  /** Whether the node knows the block its life begins at; a node that is behind cannot say. */
  birth: literal(['seen', 'unseen']),
})
export type PayloadRequest = Of<typeof PayloadRequest>

/** To sign bytes that are no transaction. */
export const MessageRequest = object({ kind: literal('message'), ...asked, message: SiteMessage })
export type MessageRequest = Of<typeof MessageRequest>

/** What a review is made of; connecting signs nothing and has none. */
export const SigningRequest = union('kind', [PayloadRequest, MessageRequest])
export type SigningRequest = Of<typeof SigningRequest>

export const SiteRequest = union('kind', [ConnectRequest, PayloadRequest, MessageRequest])
export type SiteRequest = Of<typeof SiteRequest>

const DIGEST_CARRIER = 'CheckMetadataHash'

/**
 * Whether the wallet adds the metadata digest to what the page made without one: only where the chain checks it and the page
 * takes a whole transaction back, because its own would no longer fit the signature.
 */
export function addsDigest({
  payload,
  checksMetadata,
}: Pick<PayloadRequest, 'payload' | 'checksMetadata'>): boolean {
  return (
    payload.metadataHash === null &&
    payload.takesTransaction &&
    checksMetadata &&
    payload.extensions.includes(DIGEST_CARRIER)
  )
}
