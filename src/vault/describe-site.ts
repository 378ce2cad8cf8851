/** What a site asks to be signed, read from its bytes in this room: what the screen shows, and the consent it stands for. */

import { fromHex } from '#shared/domain/bytes.ts'
import type { Finding } from '#shared/domain/description.ts'
import { WalletError } from '#shared/domain/errors.ts'
import { consentDigest } from '#shared/domain/extrinsic.ts'
import { RefusedRequest } from '#shared/domain/site-refusal.ts'
import type { MessageRequest, PayloadRequest, SigningRequest } from '#shared/domain/site-request.ts'
import { type Asking, overRules, type Ruled } from '#shared/domain/site-rules.ts'
import type { SiteReview } from '#shared/protocol/vault-contract.ts'
import { askingOf, askingOfMessage } from '#shared/review/asking.ts'
import { explain } from '#shared/review/explain.ts'
import { explainMessage } from '#shared/review/message.ts'
import { siteTermFindings } from '#shared/review/terms.ts'
import { checkSiteExtensions } from '#shared/runtime/site-bytes.ts'
import { consentToMessage, consentToPayload } from '#shared/runtime/site-consent.ts'
import { localAccount } from './book.ts'
import { isAsBuiltIn } from './built-in-calls.ts'
import { checkPayload } from './consents.ts'
import { REPEATED, uncheckedFindings } from './describe.ts'
import type { OpenVault } from './envelope.ts'
import { isPinned } from './pinned.ts'
import type { KnownRuntime } from './runtimes.ts'

interface SiteAsked {
  request: SigningRequest
  isRepeated: boolean
  now: number
  /** The site's rules, where a person set some. */
  ruled: Ruled | null
}

/**
 * Builds the bytes the site's request stands for, reads them back apart from how they were built, and puts them in words.
 * @throws WalletError `not-found` for an account that cannot sign, `stale` for another runtime than the request's,
 * `unreadable` for bytes that are not exactly one call, `refused` for a list of extensions that is not the runtime's
 * @param known the runtime; a message is read without one as well
 */
export function describeSite(
  vault: OpenVault,
  { request, isRepeated, now, ruled }: SiteAsked,
  known: KnownRuntime | undefined,
): SiteReview {
  if (request.kind === 'message') return describeMessage(vault, { request, now, ruled }, known)
  if (known === undefined) throw new WalletError('unreadable', { why: 'no metadata' })
  return describePayload(vault, { request, isRepeated, ruled }, known)
}

function describePayload(
  vault: OpenVault,
  { request, isRepeated, ruled }: Omit<SiteAsked, 'request' | 'now'> & { request: PayloadRequest },
  { runtime, digest }: KnownRuntime,
): SiteReview {
  const { payload, checksMetadata } = request
  if (runtime.spec !== payload.spec || runtime.txVersion !== payload.txVersion)
    throw new WalletError('stale', { moved: 'runtime' })
  orRefused(() => checkSiteExtensions(payload, runtime.extensions))
  const bytes = fromHex(payload.call)
  const call = runtime.decodeCall(bytes)
  const consent = consentToPayload(request, digest)
  checkPayload(consent, fromHex(consent.payload))
  const shown = ownOf(vault, payload.address)
  const { description, steps, effects, findings } = explain(call, {
    signer: payload.address,
    own: shown.own.map(({ address }) => address),
    isSite: true,
  })
  const asking = askingOf(call, payload.address, payload.tip)
  const isOther = payload.metadataHash !== null && payload.metadataHash !== digest
  const isSafe = (consent.metadataHash !== null && checksMetadata) || isPinned(payload, digest)
  return {
    ...shown,
    description,
    steps,
    effects,
    findings: [
      ...findings,
      ...(isOther ? [OTHER_DIGEST] : []),
      ...(isSafe
        ? []
        : uncheckedFindings(payload, isAsBuiltIn(call, bytes), checksMetadata ? MODE_0 : undefined)),
      ...(isRepeated ? [REPEATED] : []),
      ...siteTermFindings({ ...consent, birth: request.birth }),
    ],
    consent,
    digest: consentDigest(consent),
    metadataHash: digest,
    callName: call.name,
    ...weighed(asking, ruled),
  }
}

/** The signature would count only on a chain that reads these bytes in another way than they were read here. */
const OTHER_DIGEST: Finding = {
  id: 'other-digest',
  level: 'refuse',
  text: ['The site made this with another description of the runtime than the one your node gives.'],
}

const MODE_0 = 'the site asked for a signature that the chain does not hold against them'

function describeMessage(
  vault: OpenVault,
  { request, now, ruled }: Omit<SiteAsked, 'request' | 'isRepeated'> & { request: MessageRequest },
  known: KnownRuntime | undefined,
): SiteReview {
  const consent = consentToMessage(request)
  const explanation = explainMessage(fromHex(consent.bytes), {
    account: consent.account,
    origin: request.origin,
    now,
    runtime: known?.runtime,
  })
  return {
    ...ownOf(vault, request.message.address),
    ...explanation,
    consent,
    digest: consentDigest(consent),
    metadataHash: known?.digest ?? null,
    callName: 'Message',
    ...weighed(askingOfMessage(fromHex(consent.bytes)), ruled),
  }
}

function weighed(asking: Asking, ruled: Ruled | null): Pick<SiteReview, 'spends' | 'over'> {
  return { spends: asking.spends, over: ruled === null ? [] : overRules(ruled, asking) }
}

function ownOf(vault: OpenVault, address: PayloadRequest['payload']['address']) {
  return {
    account: localAccount(vault, address),
    own: vault.sealed.accounts.map((each) => ({ address: each.address, name: each.name })),
  }
}

function orRefused(check: () => void): void {
  try {
    check()
  } catch (cause) {
    if (cause instanceof RefusedRequest)
      throw new WalletError('refused', { why: cause.refusal.code }, { cause })
    throw cause
  }
}
