/** Sells everything that is staked with one validator: for TAO, or for stake on root. */
import { literal, type Of, object } from '../codec.ts'
import { Address } from '../domain/address.ts'
import type { Finding } from '../domain/description.ts'
import { isRefused, stakeIn } from '../domain/price.ts'
import { type Rao, ROOT, rao } from '../domain/units.ts'
import { defineOperation } from './define.ts'
import type { Exit } from './fact-shapes.ts'
import { feeFindings, type Purse, purseOf } from './fee-rules.ts'
import { blocked, caution, note } from './findings.ts'

const Params = object({ hotkey: Address, into: literal(['tao', 'root']) })
type Params = Of<typeof Params>

export const unstakeAll = defineOperation({
  id: 'unstake-all',
  params: Params,
  calls: {
    'SubtensorModule.unstake_all': object({ hotkey: Address }),
    'SubtensorModule.unstake_all_alpha': object({ hotkey: Address }),
  },
  build: ({ hotkey, into }) => ({
    name: into === 'tao' ? 'SubtensorModule.unstake_all' : 'SubtensorModule.unstake_all_alpha',
    args: { hotkey },
  }),
  parse: ({ name, args }): Params => ({
    hotkey: args.hotkey,
    into: name === 'SubtensorModule.unstake_all' ? 'tao' : 'root',
  }),
  asks: ({ hotkey }, signer) => ({
    ...purseOf(signer),
    exits: { fact: 'exitQuotes', of: { coldkey: signer, hotkey } },
    least: { fact: 'minStake', of: undefined },
  }),
  describe: ({ hotkey, into }) => ({
    verb: 'Unstake all',
    sentence:
      into === 'tao'
        ? [
            'Unstake everything from ',
            { address: hotkey },
            ', on every subnet and on ',
            { netuid: ROOT },
            '.',
          ]
        : [
            'Sell all alpha staked with ',
            { address: hotkey },
            ' and stake what it brings on ',
            { netuid: ROOT },
            ', with the same validator.',
          ],
    rows: [
      { label: 'Validator', value: [{ address: hotkey }] },
      { label: 'Price limit', value: ['None: whatever the prices are then'] },
      {
        label: 'Left out',
        value: [
          'What is locked, too little, or on a subnet that does not trade; the chain says nothing of it',
        ],
      },
    ],
  }),
  warns: () => [
    caution('no-limit', ['Everything is sold without a limit price, at whatever the prices are then.']),
  ],
  risks: ({ into }, facts) => {
    const moving = facts.exits.filter((exit) => leaves(exit, into, facts.least))
    if (moving.length === 0)
      return [blocked('nothing-leaves', ['Nothing staked with this validator can be unstaked this way now.'])]
    return [...feeFromStake(facts, facts.exits), ...stayingFindings(into, facts)]
  },
  form: {
    title: 'Unstake all',
    about: 'One call for every position with a validator. It has no price limit; unstaking one by one has.',
    fields: {
      validator: { kind: 'validator', label: 'From validator', own: true },
      root: {
        kind: 'toggle',
        label: 'Stake it on root instead',
        hint: 'Sells alpha alone, and stakes the TAO on root with the same validator.',
      },
    },
    draft: ({ validator, root }): Params => ({ hotkey: validator, into: root ? 'root' : 'tao' }),
    finish: (draft) => draft,
    spends: () => rao(0n),
    trades: ({ into }, { exits, least }) =>
      exits
        .filter((exit) => leaves(exit, into, least))
        .map(({ netuid, alpha, quote }) => ({
          gives: stakeIn(netuid, alpha),
          gets: { rao: quote.tao },
          fee: stakeIn(netuid, quote.alphaFee),
          impact: 0,
        })),
  },
})

/** What the chain skips it skips silently (SubtensorModule.unstake_all, spec 424). */
function leaves({ netuid, alpha, available, quote, open }: Exit, into: Params['into'], least: Rao): boolean {
  if (into === 'root' && netuid === ROOT) return false
  return open && alpha > 0n && alpha <= available && !isRefused(quote) && quote.tao >= least
}

interface Known extends Purse {
  readonly exits: readonly Exit[]
  readonly least: Rao
}

function stayingFindings(into: Params['into'], { exits, least }: Known): readonly Finding[] {
  const staying = exits.filter(
    (exit) => !leaves(exit, into, least) && !(into === 'root' && exit.netuid === ROOT),
  )
  return staying.map(({ netuid, alpha, available, open }) =>
    note(`stays-${netuid}`, [
      stakeIn(netuid, alpha),
      !open
        ? ' stays: that subnet does not trade.'
        : alpha > available
          ? ' stays: part of it is locked.'
          : ' stays: it is too little, or its pool refuses it. Unstaked by itself it may go.',
    ]),
  )
}

/** In alpha the fee is paid from the one subnet that is concerned, and not at all where there are more (spec 424). */
function feeFromStake(purse: Purse, exits: readonly Exit[]): readonly Finding[] {
  const lacking = feeFindings(purse)
  const [one, ...others] = exits.filter(({ open }) => open)
  if (lacking.length === 0 || purse.held !== undefined || one === undefined || others.length > 0)
    return lacking
  const { own, deposit, fee } = purse
  if (own.free + own.reserved < deposit || one.quote.tao < fee) return lacking
  return [
    note('alpha-fee', [
      'There is too little TAO for the network fee of ',
      { rao: fee },
      ', so the chain takes it from this stake, and gives none of it back.',
    ]),
  ]
}
