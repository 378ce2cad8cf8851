/** Takes back the power of another key to act for the account. */
import { rao } from '../domain/units.ts'
import { argumentsOf, Power, PowerArguments, powerIn } from './add-proxy.ts'
import { defineOperation } from './define.ts'
import { feeFindings, purseOf } from './fee-rules.ts'
import { blocked } from './findings.ts'
import { proxyWords } from './proxy-types.ts'
import { visible } from './visible.ts'

export const removeProxy = defineOperation({
  id: 'remove-proxy',
  params: Power,
  calls: { 'Proxy.remove_proxy': PowerArguments },
  build: (power) => ({ name: 'Proxy.remove_proxy', args: argumentsOf(power) }),
  parse: ({ args }) => powerIn(args),
  asks: (_power, signer) => ({
    ...purseOf(signer),
    proxies: { fact: 'proxies', of: signer },
  }),
  describe: ({ delegate, type, delay }) => {
    const words = proxyWords(type)
    return {
      verb: 'Take back',
      sentence: [
        'Let ',
        { address: delegate },
        words === undefined || words.reach === 'nothing'
          ? ' no longer act for this account.'
          : ` no longer act for this account. It could ${words.may}.`,
      ],
      rows: [
        { label: 'Key', value: [{ address: delegate }] },
        { label: 'Kind of power', value: [{ code: visible(type) }] },
        { label: 'Delay', value: [delay === 0 ? 'None' : `${delay} blocks`] },
      ],
    }
  },
  warns: () => [],
  risks: ({ delegate, type, delay }, { proxies, ...purse }) => [
    ...feeFindings(purse),
    ...(proxies.entries.some(
      (each) => each.delegate === delegate && each.type === type && each.delay === delay,
    )
      ? []
      : [blocked('no-power', ['It has no such power over this account.'], 'proxy')]),
  ],
  form: {
    title: 'Take a power back',
    about: 'The key can do nothing more for this account, and its deposit is free again.',
    fields: { proxy: { kind: 'proxy', label: 'Key and power' } },
    draft: ({ proxy }): Power => proxy,
    finish: (draft) => draft,
    spends: () => rao(0n),
  },
})
