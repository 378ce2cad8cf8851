/** Puts TAO behind a validator: on root as it is, on a subnet by buying its alpha. */
import { boolean, type Of, object, optional } from '../codec.ts'
import { Address } from '../domain/address.ts'
import type { Finding } from '../domain/description.ts'
import { alphaFor, grossOf, isRefused, type SwapQuote, stakeIn } from '../domain/price.ts'
import { Netuid, Rao, RaoPerAlpha, ROOT, rao } from '../domain/units.ts'
import { defineOperation } from './define.ts'
import type { Pool } from './fact-shapes.ts'
import { mostToSpend, purseOf, spendFindings } from './fee-rules.ts'
import { blocked } from './findings.ts'
import { tradedSide } from './flow.ts'
import { Limit, limitRows, purchaseLimit } from './limit-choice.ts'
import { subnetFindings, validatorFindings } from './subnet-rules.ts'
import {
  impactFindings,
  purchaseImpact,
  purchaseLimitFindings,
  refusedFinding,
  unlimitedFindings,
} from './trade-rules.ts'

const Params = object({ hotkey: Address, netuid: Netuid, amount: Rao, limit: optional(Limit) })
type Params = Of<typeof Params>

const Stake = { hotkey: Address, netuid: Netuid, amount_staked: Rao }

export const addStake = defineOperation({
  id: 'add-stake',
  params: Params,
  calls: {
    'SubtensorModule.add_stake': object(Stake),
    'SubtensorModule.add_stake_limit': object({ ...Stake, limit_price: RaoPerAlpha, allow_partial: boolean }),
  },
  build: ({ hotkey, netuid, amount, limit }) => {
    const args = { hotkey, netuid, amount_staked: amount }
    return limit === undefined
      ? { name: 'SubtensorModule.add_stake', args }
      : {
          name: 'SubtensorModule.add_stake_limit',
          args: { ...args, limit_price: limit.price, allow_partial: limit.allowPartial },
        }
  },
  parse: ({ name, args }): Params => ({
    hotkey: args.hotkey,
    netuid: args.netuid,
    amount: args.amount_staked,
    limit:
      name === 'SubtensorModule.add_stake_limit'
        ? { price: args.limit_price, allowPartial: args.allow_partial }
        : undefined,
  }),
  asks: ({ hotkey, netuid, amount }, signer) => ({
    ...purseOf(signer),
    price: { fact: 'price', of: netuid },
    quote: { fact: 'buyQuote', of: { netuid, spend: amount } },
    least: { fact: 'minStake', of: undefined },
    swapFee: { fact: 'swapFee', of: netuid },
    pool: { fact: 'pool', of: netuid },
    subnet: { fact: 'subnet', of: netuid },
    validator: { fact: 'hotkey', of: { hotkey, netuid } },
  }),
  describe: ({ hotkey, netuid, amount, limit }) => ({
    verb: 'Stake',
    sentence: [
      'Stake ',
      { rao: amount },
      ' with ',
      { address: hotkey },
      ' on ',
      { netuid },
      ...(limit === undefined ? ['.'] : [', at no more than ', { price: limit.price }, '.']),
    ],
    rows: [
      { label: 'Validator', value: [{ address: hotkey }] },
      { label: 'Subnet', value: [{ netuid }] },
      { label: 'Amount', value: [{ rao: amount }] },
      ...(netuid === ROOT && limit === undefined
        ? []
        : limitRows(
            'Highest price',
            limit && { value: [{ price: limit.price }], allowPartial: limit.allowPartial },
          )),
    ],
  }),
  warns: ({ netuid, limit }) => unlimitedFindings(limit, netuid),
  risks: ({ netuid, amount, limit }, facts) => {
    const barred = subnetFindings(facts.subnet, netuid, 'subnet')
    if (barred.length > 0) return barred
    const { price: spot, quote } = facts
    return [
      ...validatorFindings(facts.validator, netuid, 'validator'),
      ...spendFindings(amount, facts, 'amount'),
      ...purchaseFindings({ netuid, spend: amount, ...facts }),
      ...(limit === undefined ? [] : purchaseLimitFindings({ netuid, spot, limit, quote })),
      ...impactFindings(purchaseImpact(quote, spot), 'amount'),
    ]
  },
  form: {
    title: 'Stake',
    about:
      'TAO staked on root stays TAO. On a subnet it buys the subnet’s alpha, whose price moves. Either earns while it is staked, and can be taken out at any time.',
    fields: {
      subnet: { kind: 'subnet', label: 'Subnet' },
      validator: { kind: 'validator', label: 'Validator', of: 'subnet' },
      amount: { kind: 'amount', label: 'Amount' },
      limit: { kind: 'limit', label: 'Price limit', of: 'subnet' },
    },
    draft: ({ subnet, validator, amount }): Params => ({
      hotkey: validator,
      netuid: subnet,
      amount: amount === 'max' ? rao(0n) : amount.exactly,
    }),
    finish: (draft, { amount, limit }, facts): Params => ({
      ...draft,
      amount: amount === 'max' ? mostToSpend(facts) : draft.amount,
      limit: purchaseLimit(limit, draft.netuid, facts.price),
    }),
    spends: ({ amount }) => amount,
    most: (_params, facts) => mostToSpend(facts),
    trades: ({ netuid, amount, limit }, { quote, price }) =>
      isRefused(quote)
        ? []
        : [
            {
              gives: { rao: amount },
              gets: stakeIn(netuid, quote.alpha),
              fee: { rao: quote.taoFee },
              impact: purchaseImpact(quote, price),
              ...(netuid !== ROOT && { spot: price }),
              // Each alpha costs the limit at most; a part that fits may be any.
              ...(limit !== undefined && {
                limit: limit.price,
                ...(!limit.allowPartial && {
                  atLeast: stakeIn(netuid, alphaFor(quote.tao, limit.price)),
                }),
              }),
            },
          ],
    flow: (params, { quote, price: spot }) => {
      const to = tradedSide(params, quote.alpha, { quote, spot })
      return { to, free: -params.amount, reaches: to.pool.price }
    },
  },
})

interface Bought {
  readonly netuid: Netuid
  readonly spend: Rao
  readonly quote: SwapQuote
  readonly least: Rao
  readonly swapFee: number
  readonly pool: Pool
}

/** The chain compares what is left after the swap fee with its minimum, and then asks the pool (SubtensorModule, spec 424). */
function purchaseFindings({ netuid, spend, quote, least, swapFee, pool }: Bought): readonly Finding[] {
  const enough = grossOf(least, swapFee)
  if (isRefused(quote) ? spend < enough : quote.tao < least)
    return [
      blocked(
        'below-minimum',
        ['Too little: the least that can be staked here is ', { rao: enough }, '.'],
        'amount',
      ),
    ]
  if (!isRefused(quote)) return []
  return [refusedFinding({ netuid, amount: spend, into: pool.tao, from: pool.alpha, isPurchase: true })]
}
