/** Web pages as the wallet knows them: by the origin the browser names, and by what a person lets each one see. */
import { list, literal, type Of, object, optional, shaped, text, uint, union } from '../codec.ts'
import { Address } from './address.ts'
import { SiteRules } from './site-rules.ts'

/** Scheme, host and port as the browser writes them: another port, scheme or subdomain is another site. */
export type Origin = string & { readonly origin: true }
// Pages of the web over TLS, and pages that this computer serves to itself.
const ORIGIN =
  /^(https:\/\/([a-z0-9._-]+|\[[0-9a-f:.]+\])|http:\/\/(localhost|127\.0\.0\.1|\[::1\]))(:[1-9]\d{0,4})?$/
export const Origin = shaped<Origin>(ORIGIN)

/** Undefined for a page that cannot use the wallet: another scheme, another computer without TLS, no origin at all. */
export function eligibleOrigin(origin: string | undefined): Origin | undefined {
  return origin !== undefined && origin.length <= 300 && ORIGIN.test(origin) ? (origin as Origin) : undefined
}

/** The one document that asked, and the id it asked under. An answer goes there or nowhere. */
export const ReplyAddress = object({ tabId: uint, documentId: text, id: text })
export type ReplyAddress = Of<typeof ReplyAddress>

/** Times in ms since 1970. `accounts` may name some that are gone since. */
export const Site = union('kind', [
  object({
    kind: literal('connected'),
    origin: Origin,
    accounts: list(Address),
    since: uint,
    used: uint,
    /** Absent where a person set none: everything is reviewed, and nothing more. */
    rules: optional(SiteRules),
  }),
  object({ kind: literal('blocked'), origin: Origin, since: uint }),
])
export type Site = Of<typeof Site>
export const Sites = list(Site)

/** What a site calls itself is shown as its claim, and no longer than this. */
export const CLAIM_LIMIT = 64
