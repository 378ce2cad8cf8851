/** Announces that another key takes the account over, which begins a wait of days. */
import { type Of, object } from '../codec.ts'
import { keyHash } from '../domain/address.ts'
import { printBlocks, printTime } from '../domain/blocks.ts'
import { Hash } from '../domain/bytes.ts'
import type { Finding } from '../domain/description.ts'
import { rao } from '../domain/units.ts'
import { defineOperation } from './define.ts'
import type { AnnouncedSwap, Known, SwapTerms } from './fact-shapes.ts'
import { feeFindings, freePurseOf, spendFindings } from './fee-rules.ts'
import { blocked, caution, danger, grave, note } from './findings.ts'

const Params = object({ hash: Hash })
type Params = Of<typeof Params>

export const announceColdkeySwap = defineOperation({
  id: 'announce-coldkey-swap',
  params: Params,
  calls: { 'SubtensorModule.announce_coldkey_swap': object({ new_coldkey_hash: Hash }) },
  build: ({ hash }) => ({ name: 'SubtensorModule.announce_coldkey_swap', args: { new_coldkey_hash: hash } }),
  parse: ({ args }): Params => ({ hash: args.new_coldkey_hash }),
  asks: ({ hash }, signer) => ({
    ...freePurseOf(signer),
    known: { fact: 'known', of: hash },
    announced: { fact: 'coldkeySwap', of: signer },
    terms: { fact: 'coldkeySwapTerms', of: undefined },
    best: { fact: 'best', of: undefined },
  }),
  describe: ({ hash }) => ({
    verb: 'Announce',
    sentence: ['Announce that another key takes over everything this account holds.'],
    rows: [
      { label: 'Fingerprint of the new key', value: [{ code: hash }] },
      {
        label: 'Until it is carried out',
        value: [
          'This account can send nothing but the swap itself, a dispute, and, later, a new announcement or its withdrawal',
        ],
      },
    ],
  }),
  warns: () => [
    // InitialColdkeySwapAnnouncementDelay 36,000 and ReannouncementDelay 7,200 blocks, spec 424.
    grave('key-swap', 'SWAP', [
      'All TAO, all stake and every hotkey go to the new key after about five days. For about six days nothing takes this back; a dispute freezes the account instead.',
    ]),
  ],
  risks: (_params, facts) => [
    ...(facts.announced === undefined
      ? spendFindings(facts.terms.cost, facts, 'to')
      : feeFindings(facts, 'to')),
    ...knownFindings(facts.known),
    ...againFindings(facts),
  ],
  form: {
    title: 'Move to a new key',
    about:
      'For a key that may be known to others, or an account that should have new words. The new account must never have staked. Remove proxies first: what is reserved for them stays behind.',
    fields: { to: { kind: 'address', label: 'New account' } },
    draft: ({ to }): Params => ({ hash: keyHash(to) }),
    finish: (draft) => draft,
    spends: (_params, { announced, terms }) => (announced === undefined ? terms.cost : rao(0n)),
  },
})

/** The new key must be fresh, or the swap fails after the wait (ColdKeyAlreadyAssociated, NewColdKeyIsHotkey, spec 424). */
function knownFindings(known: Known | undefined): readonly Finding[] {
  if (known === undefined)
    return [
      danger(
        'unknown-key',
        [
          'Taokey does not know whose fingerprint this is. Add the account to yours or to your contacts first, so that it can be checked: a wrong one costs six days.',
        ],
        'to',
      ),
    ]
  const { address, staked, isHotkey } = known
  if (isHotkey)
    return [blocked('is-hotkey', [{ address }, ' is a hotkey: it cannot take an account over.'], 'to')]
  if (staked)
    return [
      blocked('has-staked', [{ address }, ' has staked before: only a fresh account can take over.'], 'to'),
    ]
  return [note('known-key', ['It is the fingerprint of ', { address }, '.'], 'to')]
}

function againFindings({
  announced,
  terms,
  best,
}: {
  readonly announced: AnnouncedSwap | undefined
  readonly terms: SwapTerms
  readonly best: number
}): readonly Finding[] {
  if (announced === undefined)
    return [
      note('terms', [
        'It costs ',
        { rao: terms.cost },
        `, which is not given back, and can be carried out after ${printBlocks(terms.wait)}.`,
      ]),
    ]
  if (announced.disputed)
    return [blocked('disputed', ['The swap of this account is disputed: the account is frozen.'])]
  const again = announced.executableAt + terms.rest
  if (best < again)
    return [
      blocked('too-early', [
        `A swap is announced already. It can be changed from block ${again} on, in about ${printTime(again - best)}.`,
      ]),
    ]
  return [caution('replaces', ['This replaces the swap that is announced, and the wait begins again.'])]
}
