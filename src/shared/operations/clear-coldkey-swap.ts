/** Withdraws the announcement of a coldkey swap, so that the account is free again. */
import { object } from '../codec.ts'
import { printTime } from '../domain/blocks.ts'
import type { Finding } from '../domain/description.ts'
import { rao } from '../domain/units.ts'
import { defineOperation } from './define.ts'
import type { AnnouncedSwap, SwapTerms } from './fact-shapes.ts'
import { feeFindings, freePurseOf } from './fee-rules.ts'
import { blocked } from './findings.ts'

const Params = object({})

export const clearColdkeySwap = defineOperation({
  id: 'clear-coldkey-swap',
  params: Params,
  calls: { 'SubtensorModule.clear_coldkey_swap_announcement': Params },
  build: () => ({ name: 'SubtensorModule.clear_coldkey_swap_announcement', args: {} }),
  parse: () => ({}),
  asks: (_params, signer) => ({
    ...freePurseOf(signer),
    announced: { fact: 'coldkeySwap', of: signer },
    terms: { fact: 'coldkeySwapTerms', of: undefined },
    best: { fact: 'best', of: undefined },
  }),
  describe: () => ({
    verb: 'Withdraw',
    sentence: ['Withdraw the announced swap of this account.'],
    rows: [
      { label: 'Afterwards', value: ['The account can send anything again; what announcing cost is gone'] },
    ],
  }),
  warns: () => [],
  risks: (_params, facts) => [...feeFindings(facts), ...clearFindings(facts)],
  form: {
    title: 'Withdraw a swap',
    about: 'The account keeps its key.',
    fields: {},
    draft: () => ({}),
    finish: (draft) => draft,
    spends: () => rao(0n),
  },
})

interface Known {
  readonly announced: AnnouncedSwap | undefined
  readonly terms: SwapTerms
  readonly best: number
}

/** ColdkeySwapClearTooEarly (SubtensorModule, spec 424). */
function clearFindings({ announced, terms, best }: Known): readonly Finding[] {
  if (announced === undefined) return [blocked('not-announced', ['No swap of this account is announced.'])]
  if (announced.disputed) return [blocked('disputed', ['The swap is disputed: the account is frozen.'])]
  const clearable = announced.executableAt + terms.rest
  if (best >= clearable) return []
  return [
    blocked('too-early', [
      `It can be withdrawn from block ${clearable} on, in about ${printTime(clearable - best)}. Until then only a dispute stops it.`,
    ]),
  ]
}
