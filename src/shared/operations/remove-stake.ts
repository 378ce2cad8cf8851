/** Takes stake out: from root as it is, from a subnet by selling its alpha for TAO. */
import { boolean, literal, type Of, object, optional, union } from '../codec.ts'
import { Address } from '../domain/address.ts'
import { isRefused, type SwapQuote, stakeIn, worthOf } from '../domain/price.ts'
import { AlphaRao, alphaRao, lesser, Netuid, RaoPerAlpha, ROOT, rao } from '../domain/units.ts'
import { defineOperation } from './define.ts'
import type { Exit } from './fact-shapes.ts'
import { purseOf, stakeFeeFindings } from './fee-rules.ts'
import { tradedSide } from './flow.ts'
import { Limit, limitRows, saleLimit } from './limit-choice.ts'
import { holdingFindings, lockFindings, saleFindings, uncappedFindings } from './position-rules.ts'
import { subnetFindings } from './subnet-rules.ts'
import { impactFindings, saleImpact, saleLimitFindings, unlimitedFindings } from './trade-rules.ts'
import { stakeSpans } from './way.ts'

/** `all` is counted by the chain when it runs; within a limit it is all or nothing. */
const Sale = union('kind', [
  object({ kind: literal('part'), alpha: AlphaRao, limit: optional(Limit) }),
  object({ kind: literal('all'), limit: optional(RaoPerAlpha) }),
])
type Sale = Of<typeof Sale>
const Params = object({ hotkey: Address, netuid: Netuid, sale: Sale })
type Params = Of<typeof Params>

const Part = { hotkey: Address, netuid: Netuid, amount_unstaked: AlphaRao }

export const removeStake = defineOperation({
  id: 'remove-stake',
  params: Params,
  calls: {
    'SubtensorModule.remove_stake': object(Part),
    'SubtensorModule.remove_stake_limit': object({
      ...Part,
      limit_price: RaoPerAlpha,
      allow_partial: boolean,
    }),
    'SubtensorModule.remove_stake_full_limit': object({
      hotkey: Address,
      netuid: Netuid,
      limit_price: optional(RaoPerAlpha),
    }),
  },
  build: ({ hotkey, netuid, sale }) => {
    if (sale.kind === 'all')
      return {
        name: 'SubtensorModule.remove_stake_full_limit',
        args: { hotkey, netuid, limit_price: sale.limit },
      }
    const args = { hotkey, netuid, amount_unstaked: sale.alpha }
    return sale.limit === undefined
      ? { name: 'SubtensorModule.remove_stake', args }
      : {
          name: 'SubtensorModule.remove_stake_limit',
          args: { ...args, limit_price: sale.limit.price, allow_partial: sale.limit.allowPartial },
        }
  },
  parse: ({ name, args }): Params => {
    const at = { hotkey: args.hotkey, netuid: args.netuid }
    switch (name) {
      case 'SubtensorModule.remove_stake':
        return { ...at, sale: { kind: 'part', alpha: args.amount_unstaked } }
      case 'SubtensorModule.remove_stake_limit': {
        const limit = { price: args.limit_price, allowPartial: args.allow_partial }
        return { ...at, sale: { kind: 'part', alpha: args.amount_unstaked, limit } }
      }
      case 'SubtensorModule.remove_stake_full_limit':
        return { ...at, sale: { kind: 'all', limit: args.limit_price } }
    }
  },
  asks: ({ hotkey, netuid, sale }, signer) => ({
    ...purseOf(signer),
    price: { fact: 'price', of: netuid },
    quote: { fact: 'sellQuote', of: { netuid, sell: sale.kind === 'part' ? sale.alpha : alphaRao(0n) } },
    exit: { fact: 'exitQuote', of: { coldkey: signer, hotkey, netuid } },
    least: { fact: 'minStake', of: undefined },
    swapFee: { fact: 'swapFee', of: netuid },
    pool: { fact: 'pool', of: netuid },
    subnet: { fact: 'subnet', of: netuid },
    availability: { fact: 'availability', of: { coldkey: signer, netuid } },
  }),
  describe: ({ hotkey, netuid, sale }) => {
    const limit = limitOf(sale)
    return {
      verb: 'Unstake',
      sentence: [
        'Unstake ',
        ...(sale.kind === 'all' ? ['all there is on ', { netuid }] : stakeSpans(netuid, sale.alpha)),
        ' from ',
        { address: hotkey },
        ...(limit === undefined ? ['.'] : [', at no less than ', { price: limit.price }, '.']),
      ],
      rows: [
        { label: 'Validator', value: [{ address: hotkey }] },
        { label: 'Subnet', value: [{ netuid }] },
        {
          label: 'Amount',
          value:
            sale.kind === 'all' ? ['Everything, as counted when it runs'] : [stakeIn(netuid, sale.alpha)],
        },
        ...(netuid === ROOT && limit === undefined
          ? []
          : limitRows(
              'Lowest price',
              limit && { value: [{ price: limit.price }], allowPartial: limit.allowPartial },
            )),
      ],
    }
  },
  warns: ({ netuid, sale }) => unlimitedFindings(sale.limit, netuid),
  risks: ({ netuid, sale }, facts) => {
    const barred = subnetFindings(facts.subnet, netuid, 'position')
    if (barred.length > 0) return barred
    const { price: spot, exit, availability } = facts
    const stake = exit.alpha
    const { amount, quote } = soldBy(sale, facts)
    const paying = stakeFeeFindings(facts, { netuid, stake, price: spot }, 'amount')
    const leaving = { netuid, amount, stake }
    const impossible = [...holdingFindings(leaving), ...lockFindings(leaving, availability)]
    if (impossible.length > 0) return [...paying, ...impossible]
    const limit = limitOf(sale)
    return [
      ...paying,
      ...saleFindings({ ...leaving, ...facts, quote, spot }),
      ...(limit === undefined ? [] : saleLimitFindings({ netuid, spot, limit, quote })),
      ...(limit === undefined || sale.kind === 'all' ? [] : uncappedFindings(leaving, facts, spot)),
      ...impactFindings(saleImpact(quote, spot), 'amount'),
    ]
  },
  form: {
    title: 'Unstake',
    about: 'The TAO is yours to spend in the same block. Alpha is sold to the subnet’s pool for it.',
    fields: {
      position: { kind: 'position', label: 'From' },
      amount: { kind: 'alpha', label: 'Amount', of: 'position' },
      limit: { kind: 'limit', label: 'Price limit', of: 'position' },
    },
    draft: ({ position, amount }): Params => ({
      ...position,
      sale: amount === 'max' ? { kind: 'all' } : { kind: 'part', alpha: amount.exactly },
    }),
    // The whole of a position is left to the chain to count, unless something of it must stay or only a part may fit.
    finish: ({ hotkey, netuid, sale }, { amount, limit: choice }, { price, exit, availability }): Params => {
      const limit = saleLimit(choice, netuid, price)
      const canAllLeave = availability.available >= exit.alpha
      if (amount === 'max' && canAllLeave && limit?.allowPartial !== true)
        return { hotkey, netuid, sale: { kind: 'all', limit: limit?.price } }
      const alpha = sale.kind === 'part' ? sale.alpha : lesser(exit.alpha, availability.available)
      return { hotkey, netuid, sale: { kind: 'part', alpha, limit } }
    },
    spends: () => rao(0n),
    most: (_params, { exit, availability }) => lesser(exit.alpha, availability.available),
    trades: ({ netuid, sale }, { price: spot, ...facts }) => {
      const { amount, quote } = soldBy(sale, facts)
      const limit = limitOf(sale)
      if (isRefused(quote)) return []
      return [
        {
          gives: stakeIn(netuid, amount),
          gets: { rao: quote.tao },
          fee: stakeIn(netuid, quote.alphaFee),
          impact: saleImpact(quote, spot),
          ...(netuid !== ROOT && { spot }),
          ...(limit !== undefined && {
            limit: limit.price,
            ...(!limit.allowPartial && { atLeast: { rao: worthOf(quote.alpha, limit.price) } }),
          }),
        },
      ]
    },
    flow: (params, { price: spot, ...facts }) => {
      const { amount, quote } = soldBy(params.sale, facts)
      const from = tradedSide(params, amount, { quote, spot })
      return { from, free: quote.tao, reaches: from.pool.price }
    },
  },
})

/** How much would be sold, and for what. */
function soldBy(
  sale: Sale,
  { exit, quote }: { readonly exit: Exit; readonly quote: SwapQuote },
): { readonly amount: AlphaRao; readonly quote: SwapQuote } {
  return sale.kind === 'all' ? { amount: exit.alpha, quote: exit.quote } : { amount: sale.alpha, quote }
}

/** Everything within a limit is all or nothing. */
function limitOf(sale: Sale): Limit | undefined {
  if (sale.kind === 'part') return sale.limit
  return sale.limit === undefined ? undefined : { price: sale.limit, allowPartial: false }
}
