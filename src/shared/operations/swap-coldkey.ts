/** Carries out a coldkey swap that was announced: everything goes to the new key. */
import { type Of, object } from '../codec.ts'
import { Address, keyHash } from '../domain/address.ts'
import { printTime } from '../domain/blocks.ts'
import type { Finding } from '../domain/description.ts'
import { rao } from '../domain/units.ts'
import { defineOperation } from './define.ts'
import type { AnnouncedSwap, Standing } from './fact-shapes.ts'
import { feeFindings, freePurseOf } from './fee-rules.ts'
import { blocked, grave } from './findings.ts'

const Params = object({ to: Address })
type Params = Of<typeof Params>

export const swapColdkey = defineOperation({
  id: 'swap-coldkey',
  params: Params,
  calls: { 'SubtensorModule.swap_coldkey_announced': object({ new_coldkey: Address }) },
  build: ({ to }) => ({ name: 'SubtensorModule.swap_coldkey_announced', args: { new_coldkey: to } }),
  parse: ({ args }): Params => ({ to: args.new_coldkey }),
  asks: ({ to }, signer) => ({
    ...freePurseOf(signer),
    announced: { fact: 'coldkeySwap', of: signer },
    standing: { fact: 'standing', of: to },
    best: { fact: 'best', of: undefined },
  }),
  describe: ({ to }) => ({
    verb: 'Hand over',
    sentence: ['Hand everything this account holds over to ', { address: to }, '.'],
    rows: [
      { label: 'New account', value: [{ address: to }] },
      {
        label: 'What goes',
        value: [
          'All TAO that is not reserved, all stake with its locks, hotkeys, subnets, identity and settings',
        ],
      },
      { label: 'What stays', value: ['What is reserved for proxies, announcements and multisigs'] },
    ],
  }),
  warns: () => [
    grave('key-swap', 'SWAP', [
      'Everything goes to the new account, and this one is closed. There is no way back.',
    ]),
  ],
  risks: ({ to }, facts) => [...feeFindings(facts, 'to'), ...swapFindings(to, facts)],
  form: {
    title: 'Hand the account over',
    about: 'Carries out what was announced.',
    fields: { to: { kind: 'address', label: 'New account' } },
    draft: ({ to }): Params => ({ to }),
    finish: (draft) => draft,
    spends: () => rao(0n),
  },
})

interface Known {
  readonly announced: AnnouncedSwap | undefined
  readonly standing: Standing
  readonly best: number
}

/** The order of the chain's own checks (SubtensorModule.swap_coldkey_announced, spec 424). */
function swapFindings(to: Address, { announced, standing, best }: Known): readonly Finding[] {
  if (announced === undefined)
    return [blocked('not-announced', ['No swap of this account is announced. Announce it first.'])]
  if (announced.disputed) return [blocked('disputed', ['The swap is disputed: the account is frozen.'])]
  if (announced.hash !== keyHash(to))
    return [blocked('other-key', ['This is not the account that was announced.'], 'to')]
  if (best < announced.executableAt)
    return [
      blocked('too-early', [
        `It can be carried out from block ${announced.executableAt} on, in about ${printTime(announced.executableAt - best)}.`,
      ]),
    ]
  if (standing.isHotkey)
    return [blocked('is-hotkey', ['The new account is a hotkey: it cannot take over.'], 'to')]
  if (standing.staked)
    return [
      blocked('has-staked', ['The new account has staked before: only a fresh one can take over.'], 'to'),
    ]
  return []
}
