/** Messages by which a site asks who somebody is (EIP-4361 and its like on other chains), held against the site that asks. */
import { type Address, addressOfAnyPrefix } from '../domain/address.ts'
import type { Finding } from '../domain/description.ts'
import { caution, danger, note } from '../operations/findings.ts'

export interface SignIn {
  readonly domain: string
  readonly account: string
  readonly uri: string | undefined
  readonly expires: number | undefined
}

/** Undefined for text that asks no such thing. */
export function readSignIn(text: string): SignIn | undefined {
  const [first = '', account = '', ...rest] = text.split(/\r?\n/)
  const asked = /^(?:[a-z][a-z0-9+.-]*:\/\/)?(\S+) wants you to sign in with your \S.* account:$/i.exec(
    first.trim(),
  )
  const domain = asked?.[1]
  if (domain === undefined) return undefined
  const lineOf = (name: string): string | undefined =>
    rest
      .find((line) => line.startsWith(`${name}: `))
      ?.slice(name.length + 2)
      .trim()
  const expires = Date.parse(lineOf('Expiration Time') ?? '')
  return {
    domain,
    account: account.trim(),
    uri: lineOf('URI'),
    expires: Number.isNaN(expires) ? undefined : expires,
  }
}

interface Asking {
  readonly origin: string
  readonly account: Address
  readonly now: number
}

/** A page that passes on what another site asks would be signed in there in the person's place. */
export function signInFindings(signIn: SignIn, { origin, account, now }: Asking): readonly Finding[] {
  const asked = [signIn.domain, ...(signIn.uri === undefined ? [] : [signIn.uri])]
  const stranger = asked.find((named) => hostIn(named) !== hostIn(origin))
  const named = addressOfAnyPrefix(signIn.account)
  return [
    stranger === undefined
      ? note('sign-in', ['It signs you in at ', { code: hostIn(origin) }, ', the site that asks.'])
      : {
          ...danger('other-site', [
            'This signs you in at ',
            { code: hostIn(stranger) },
            ', and it is ',
            { code: hostIn(origin) },
            ' that asks. Whoever has the signature can be you there.',
          ]),
          tick: true,
        },
    ...(named === account
      ? []
      : [danger('other-account', ['It names another account than the one that signs.'])]),
    ...(signIn.expires !== undefined && signIn.expires <= now
      ? [caution('sign-in-over', ['The time it is good for is over.'])]
      : []),
  ]
}

/** Web addresses in a text that are not the site's own: what is signed may be meant for another. */
export function otherSites(text: string, origin: string): readonly Finding[] {
  const hosts = [...text.matchAll(/\bhttps?:\/\/[^\s"'<>)]+/gi)].map(([url]) => hostIn(url))
  const others = [...new Set(hosts)].filter((host) => host !== hostIn(origin))
  const [first] = others
  return first === undefined
    ? []
    : [
        caution('names-other-site', [
          'The text names ',
          { code: first },
          ...(others.length > 1 ? [` and ${others.length - 1} more`] : []),
          ', which is not the site that asks.',
        ]),
      ]
}

/** Host and port, in small letters: without scheme, path, a name before it, or the port that goes without saying. */
function hostIn(named: string): string {
  const plain = named.toLowerCase()
  const [, scheme = ''] = /^([a-z][a-z0-9+.-]*):\/\//.exec(plain) ?? []
  const authority = plain.slice(scheme === '' ? 0 : scheme.length + 3).split(/[/?#\\]/)[0] ?? ''
  const host = authority.slice(authority.lastIndexOf('@') + 1)
  const usual = scheme === 'http' ? ':80' : ':443'
  return host.endsWith(usual) ? host.slice(0, -usual.length) : host
}
