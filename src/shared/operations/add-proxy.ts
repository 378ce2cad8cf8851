/** Lets another key act for the account. */
import { type Of, object, text } from '../codec.ts'
import { Address } from '../domain/address.ts'
import { printBlocks } from '../domain/blocks.ts'
import type { Finding } from '../domain/description.ts'
import { less, rao } from '../domain/units.ts'
import { Account, account, Name, name, U32 } from './arguments.ts'
import { defineOperation } from './define.ts'
import type { Acquaintance, Proxies, ProxyTypeState } from './fact-shapes.ts'
import { purseOf, spendFindings } from './fee-rules.ts'
import { blocked, caution, danger, grave, note } from './findings.ts'
import { proxyWords } from './proxy-types.ts'
import { lookalikeText } from './rules.ts'
import { visible } from './visible.ts'

export const Power = object({ delegate: Address, type: text, delay: U32 })
export type Power = Of<typeof Power>

/** The arguments of both Proxy.add_proxy and remove_proxy (spec 424). */
export const PowerArguments = object({ delegate: Account, proxy_type: Name, delay: U32 })

export function powerIn(args: Of<typeof PowerArguments>): Power {
  return { delegate: args.delegate.value, type: args.proxy_type.type, delay: args.delay }
}

export function argumentsOf({ delegate, type, delay }: Power): Of<typeof PowerArguments> {
  return { delegate: account(delegate), proxy_type: name(type), delay }
}

export const addProxy = defineOperation({
  id: 'add-proxy',
  params: Power,
  calls: { 'Proxy.add_proxy': PowerArguments },
  build: (power) => ({ name: 'Proxy.add_proxy', args: argumentsOf(power) }),
  parse: ({ args }) => powerIn(args),
  asks: ({ delegate }, signer) => ({
    ...purseOf(signer),
    proxies: { fact: 'proxies', of: signer },
    types: { fact: 'proxyTypes', of: undefined },
    who: { fact: 'acquaintance', of: delegate },
  }),
  describe: ({ delegate, type, delay }) => {
    const words = proxyWords(type)
    return {
      verb: 'Give power',
      sentence: [
        'Let ',
        { address: delegate },
        words === undefined
          ? ' act for this account in a way Taokey does not know.'
          : words.reach === 'nothing'
            ? ' hold a power that does nothing any more.'
            : ` act for this account: it may ${words.may}.`,
      ],
      rows: [
        { label: 'Key', value: [{ address: delegate }] },
        { label: 'Kind of power', value: [{ code: visible(type) }] },
        { label: 'Without', value: [words?.not ?? 'Nothing that is worth telling'] },
        {
          label: 'Delay',
          value: [
            delay === 0
              ? 'None: it acts at once, without asking again'
              : `Each call is announced ${printBlocks(delay)} before, and can be refused until then`,
          ],
        },
      ],
    }
  },
  warns: ({ type }) => warned(type),
  risks: (power, facts, signer) => [
    ...spendFindings(depositFor(facts.proxies), facts, 'delegate'),
    ...powerFindings(power, { ...facts, signer }),
  ],
  form: {
    title: 'Let another key act',
    about: 'A proxy signs with its own key what counts as yours. A deposit is reserved as long as it stands.',
    fields: {
      delegate: { kind: 'address', label: 'Key' },
      type: { kind: 'proxy-type', label: 'What it may do' },
      delay: {
        kind: 'blocks',
        label: 'Delay',
        hint: 'How long before it acts each call must be announced. 300 blocks are about an hour.',
      },
    },
    draft: ({ delegate, type, delay }): Power => ({ delegate, type, delay }),
    finish: (draft) => draft,
    spends: (_power, { proxies }) => depositFor(proxies),
  },
})

/** ProxyDepositBase with the first, ProxyDepositFactor with each: reserved, and given back when the proxy is removed. */
function depositFor({ entries, deposit, base, each }: Proxies) {
  const whole = rao(base + each * BigInt(entries.length + 1))
  return less(whole, deposit)
}

function warned(type: string): readonly Finding[] {
  const words = proxyWords(type)
  if (words === undefined)
    return [
      grave('gives-power', 'POWER', [
        'Taokey does not know what the power called ',
        { code: visible(type) },
        ' reaches. It may be everything.',
      ]),
    ]
  switch (words.reach) {
    case 'takes':
      return [
        grave('gives-power', 'POWER', [`Whoever holds that key may ${words.may}. Nobody asks you again.`]),
      ]
    case 'risks':
    case 'little':
      return [
        grave('gives-power', 'POWER', ['This lets another key act for the account, without asking again.']),
      ]
    case 'nothing':
      return [
        caution('dead-power', [
          'This power does nothing on the chain any more. Its deposit is reserved all the same.',
        ]),
      ]
  }
}

interface Known {
  readonly proxies: Proxies
  readonly types: readonly ProxyTypeState[]
  readonly who: Acquaintance
  readonly signer: Address
}

/** The pallet's own refusals: NoSelfProxy, Duplicate, TooMany (Proxy, spec 424). */
function powerFindings(
  { delegate, type, delay }: Power,
  { proxies, types, who, signer }: Known,
): readonly Finding[] {
  if (delegate === signer) return [blocked('self', ['An account cannot be its own proxy.'], 'delegate')]
  if (!types.some((each) => each.name === type))
    return [blocked('no-type', ['This runtime has no such kind of power.'], 'type')]
  if (
    proxies.entries.some((each) => each.delegate === delegate && each.type === type && each.delay === delay)
  )
    return [blocked('same', ['It has just this power already.'], 'delegate')]
  if (proxies.entries.length >= proxies.most)
    return [
      blocked('too-many', [`An account may have ${proxies.most} proxies: remove one first.`], 'delegate'),
    ]
  return [
    ...(types.some((each) => each.name === type && each.deprecated)
      ? [caution('dead-power', ['This power does nothing on the chain any more.'], 'type')]
      : []),
    ...(who.lookalike === undefined
      ? []
      : [danger('lookalike', lookalikeText(delegate, who.lookalike), 'delegate')]),
    ...(who.own || who.name !== undefined
      ? []
      : [
          caution(
            'stranger',
            ['None of your accounts and contacts. Compare all of it with where you got it.'],
            'delegate',
          ),
        ]),
    note('deposit', ['Reserved while it stands: ', { rao: depositFor(proxies) }, '.']),
  ]
}
