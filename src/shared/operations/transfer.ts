/** Sends TAO to another account. */
import { boolean, literal, type Of, object, union } from '../codec.ts'
import { Address } from '../domain/address.ts'
import type { Finding } from '../domain/description.ts'
import { type Balance, spendable } from '../domain/portfolio.ts'
import { Rao, rao } from '../domain/units.ts'
import { Account, account } from './arguments.ts'
import { defineOperation } from './define.ts'
import { heldFindings, purseOf } from './fee-rules.ts'
import { recipientFindings } from './rules.ts'

const Exact = object({ dest: Account, value: Rao })

/** `all` is settled by the chain when it runs: whatever is free then. */
const Amount = union('kind', [
  object({ kind: literal('exactly'), rao: Rao }),
  object({ kind: literal('all') }),
])
const Params = object({ to: Address, amount: Amount, keepAlive: boolean })
type Params = Of<typeof Params>

export const transfer = defineOperation({
  id: 'transfer',
  params: Params,
  calls: {
    'Balances.transfer_allow_death': Exact,
    'Balances.transfer_keep_alive': Exact,
    'Balances.transfer_all': object({ dest: Account, keep_alive: boolean }),
  },
  build: ({ to, amount, keepAlive }) => {
    const dest = account(to)
    if (amount.kind === 'all') return { name: 'Balances.transfer_all', args: { dest, keep_alive: keepAlive } }
    return {
      name: keepAlive ? 'Balances.transfer_keep_alive' : 'Balances.transfer_allow_death',
      args: { dest, value: amount.rao },
    }
  },
  parse: (call): Params =>
    call.name === 'Balances.transfer_all'
      ? { to: call.args.dest.value, amount: { kind: 'all' }, keepAlive: call.args.keep_alive }
      : {
          to: call.args.dest.value,
          amount: { kind: 'exactly', rao: call.args.value },
          keepAlive: call.name === 'Balances.transfer_keep_alive',
        },
  asks: ({ to }, signer) => ({
    ...purseOf(signer),
    theirs: { fact: 'balance', of: to },
    who: { fact: 'acquaintance', of: to },
  }),
  describe: ({ to, amount, keepAlive }) => ({
    verb: 'Send',
    sentence: [
      'Send ',
      ...(amount.kind === 'exactly'
        ? [{ rao: amount.rao }]
        : [keepAlive ? 'all TAO but the minimum balance' : 'all TAO of this account']),
      ' to ',
      { address: to },
      '.',
    ],
    rows: [
      { label: 'To', value: [{ address: to }] },
      ...(amount.kind === 'exactly'
        ? [{ label: 'Amount', value: [{ rao: amount.rao }] }]
        : [{ label: 'Amount', value: ['Everything, as counted when it runs'] }]),
      {
        label: 'Keeps your account alive',
        value: [keepAlive ? 'Yes' : 'No: it may be closed, and up to 0.0000005 TAO of dust lost'],
      },
    ],
  }),
  warns: ({ amount, keepAlive }) => (amount.kind === 'all' && !keepAlive ? [EMPTIES] : []),
  risks: (params, facts, signer) => [
    ...heldFindings(facts),
    ...recipientFindings(params.to, signer, facts.who),
    ...amountFindings(params, facts),
  ],
  form: {
    title: 'Send TAO',
    fields: {
      to: { kind: 'address', label: 'To' },
      amount: { kind: 'amount', label: 'Amount' },
      close: {
        kind: 'toggle',
        label: 'Let the account be closed',
        hint: 'Allows sending the last of it. Otherwise 0.0000005 TAO stays, which keeps the account open.',
      },
    },
    draft: ({ to, amount, close }): Params => ({
      to,
      amount: amount === 'max' ? { kind: 'all' } : { kind: 'exactly', rao: amount.exactly },
      keepAlive: !close,
    }),
    // Emptying the account is left to the chain (transfer_all); a maximum that keeps it alive is an exact,
    // reviewable amount: what can be spent, less the fee (reference: pallet_balances, spec 424).
    finish: (draft, { amount, close }, { own, deposit, fee }): Params =>
      amount === 'max' && !close
        ? { ...draft, amount: { kind: 'exactly', rao: remaining(spendable(own, deposit), fee) } }
        : draft,
    spends: ({ amount, keepAlive }, { own, deposit, fee }) =>
      amount.kind === 'exactly' ? amount.rao : remaining(spendable(own, keepAlive ? deposit : rao(0n)), fee),
    most: ({ keepAlive }, { own, deposit, fee }) =>
      remaining(spendable(own, keepAlive ? deposit : rao(0n)), fee),
  },
})

interface AmountFacts {
  readonly own: Balance
  readonly theirs: Balance
  readonly deposit: Rao
  readonly fee: Rao
}

function remaining(have: Rao, cost: bigint): Rao {
  return rao(have > cost ? have - cost : 0n)
}

const EMPTIES: Finding = {
  id: 'empties',
  level: 'danger',
  field: 'close',
  type: 'EMPTY',
  text: [
    'This takes all TAO from the account and closes it. Stake stays, but without TAO it cannot be moved.',
  ],
}

/** The fee is taken first and always leaves the existential deposit (subtensor `ChargeTransactionPayment`, spec 424). */
function amountFindings(
  { amount, keepAlive }: Params,
  { own, theirs, deposit, fee }: AmountFacts,
): readonly Finding[] {
  if (own.free < fee + deposit)
    return [
      {
        id: 'no-fee',
        level: 'danger',
        field: 'amount',
        blocks: true,
        text: ['There is not enough TAO here to pay the network fee of ', { rao: fee }, '.'],
      },
    ]
  if (amount.kind === 'all') return []
  const left = own.free - fee - amount.rao
  const most = remaining(spendable(own, keepAlive ? deposit : rao(0n)), fee)
  if (amount.rao > most)
    return [
      {
        id: 'insufficient',
        level: 'danger',
        field: 'amount',
        blocks: true,
        text: keepAlive
          ? [
              'More than you can send: at most ',
              { rao: most },
              ' after the fee, so that the account stays open.',
            ]
          : ['More than you can send: at most ', { rao: most }, ' after the fee.'],
      },
    ]
  const newcomer = theirs.free + theirs.reserved === 0n && amount.rao < deposit
  return [
    ...(newcomer
      ? [
          {
            id: 'below-deposit',
            level: 'danger',
            field: 'amount',
            blocks: true,
            text: ['A new account must receive at least ', { rao: deposit }, ', or the chain refuses it.'],
          } as const,
        ]
      : []),
    ...(!keepAlive && left === 0n ? [EMPTIES] : []),
    ...(!keepAlive && left > 0n && left < deposit
      ? [
          {
            id: 'empties',
            level: 'danger',
            field: 'close',
            type: 'EMPTY',
            text: ['What is left is below the minimum balance: the account is closed and the rest is lost.'],
          } as const,
        ]
      : []),
  ]
}
