/** Buys a share of a validator's basket of alpha. */
import { type Of, object } from '../codec.ts'
import { Address } from '../domain/address.ts'
import { Rao, ROOT, rao } from '../domain/units.ts'
import { defineOperation } from './define.ts'
import { mostToSpend, purseOf, spendFindings } from './fee-rules.ts'
import { blocked, caution } from './findings.ts'
import { validatorFindings } from './subnet-rules.ts'

const Params = object({ hotkey: Address, amount: Rao })
type Params = Of<typeof Params>

export const stakeIntoBasket = defineOperation({
  id: 'stake-into-basket',
  params: Params,
  calls: { 'SubtensorModule.stake_into_basket': object({ hotkey: Address, amount_staked: Rao }) },
  since: 441,
  build: ({ hotkey, amount }) => ({
    name: 'SubtensorModule.stake_into_basket',
    args: { hotkey, amount_staked: amount },
  }),
  parse: ({ args }): Params => ({ hotkey: args.hotkey, amount: args.amount_staked }),
  asks: ({ hotkey }, signer) => ({
    ...purseOf(signer),
    least: { fact: 'minStake', of: undefined },
    validator: { fact: 'hotkey', of: { hotkey, netuid: ROOT } },
  }),
  describe: ({ hotkey, amount }) => ({
    verb: 'Buy in',
    sentence: ['Put ', { rao: amount }, ' into the basket of ', { address: hotkey }, '.'],
    rows: [
      { label: 'Validator', value: [{ address: hotkey }] },
      { label: 'Amount', value: [{ rao: amount }] },
      { label: 'Price limit', value: ['None: whatever the prices are then'] },
    ],
  }),
  warns: () => [
    caution('no-limit', [
      'It buys alpha of several subnets without a price limit, and what it is worth moves with their prices.',
    ]),
  ],
  risks: ({ amount }, facts) => [
    ...validatorFindings(facts.validator, ROOT, 'validator'),
    ...spendFindings(amount, facts, 'amount'),
    ...(amount < facts.least
      ? [blocked('below-minimum', ['Too little: at least ', { rao: facts.least }, '.'], 'amount')]
      : []),
  ],
  form: {
    title: 'Buy into a basket',
    about:
      'A validator’s basket holds alpha of the subnets it chose. A share of it is sold again by claiming.',
    fields: {
      validator: { kind: 'validator', label: 'Validator' },
      amount: { kind: 'amount', label: 'Amount' },
    },
    draft: ({ validator, amount }): Params => ({
      hotkey: validator,
      amount: amount === 'max' ? rao(0n) : amount.exactly,
    }),
    finish: (draft, { amount }, facts): Params => ({
      ...draft,
      amount: amount === 'max' ? mostToSpend(facts) : draft.amount,
    }),
    spends: ({ amount }) => amount,
    most: (_params, facts) => mostToSpend(facts),
  },
})
