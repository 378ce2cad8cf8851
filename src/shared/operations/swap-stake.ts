/** Takes stake to another subnet with the same validator: sold in the one, bought in the other, in one call. */
import { boolean, type Of, object, optional } from '../codec.ts'
import { Address } from '../domain/address.ts'
import type { Finding, Span } from '../domain/description.ts'
import { isRefused, stakeIn, swapLimit } from '../domain/price.ts'
import { lesser, Netuid, RaoPerAlpha, rao } from '../domain/units.ts'
import { defineOperation } from './define.ts'
import type { LimitChoice } from './fields.ts'
import { blocked, caution } from './findings.ts'
import { limitRows } from './limit-choice.ts'
import {
  type MovementFacts,
  movementAsks,
  movementFindings,
  movementTrades,
  ratioAfter,
  ratioOf,
  withinFree,
} from './movement.ts'
import { movementFlow } from './movement-flow.ts'
import { validatorFindings } from './subnet-rules.ts'
import { unlimitedFindings } from './trade-rules.ts'
import {
  Quantity,
  quantityRow,
  quantitySpans,
  subnetRows,
  typedQuantity,
  WayArgs,
  wayArgs,
  wayIn,
} from './way.ts'

/** The least of the destination that one alpha of the origin must bring, times 10⁹; 0 bounds nothing (spec 424). */
const Ratio = object({ ratio: RaoPerAlpha, allowPartial: boolean })
const Params = object({
  hotkey: Address,
  from: Netuid,
  to: Netuid,
  quantity: Quantity,
  limit: optional(Ratio),
})
type Params = Of<typeof Params>

const Swap = { hotkey: Address, ...WayArgs }

export const swapStake = defineOperation({
  id: 'swap-stake',
  params: Params,
  calls: {
    'SubtensorModule.swap_stake': object(Swap),
    'SubtensorModule.swap_stake_limit': object({ ...Swap, limit_price: RaoPerAlpha, allow_partial: boolean }),
  },
  build: ({ hotkey, limit, ...way }) => {
    const args = { hotkey, ...wayArgs(way) }
    return limit === undefined
      ? { name: 'SubtensorModule.swap_stake', args }
      : {
          name: 'SubtensorModule.swap_stake_limit',
          args: { ...args, limit_price: limit.ratio, allow_partial: limit.allowPartial },
        }
  },
  parse: ({ name, args }): Params => ({
    hotkey: args.hotkey,
    ...wayIn(args),
    limit:
      name === 'SubtensorModule.swap_stake_limit'
        ? { ratio: args.limit_price, allowPartial: args.allow_partial }
        : undefined,
  }),
  asks: (params, signer) => ({
    ...movementAsks(params, signer),
    validator: { fact: 'hotkey', of: { hotkey: params.hotkey, netuid: params.to } },
  }),
  describe: ({ hotkey, from, to, quantity, limit }) => ({
    verb: 'Swap',
    sentence: [
      'Swap ',
      ...quantitySpans(quantity, from),
      ' for stake on ',
      { netuid: to },
      ', with ',
      { address: hotkey },
      ...(limit === undefined || limit.ratio === 0n
        ? ['.']
        : [', for at least ', ...ratioSpans(limit.ratio, from, to), '.']),
    ],
    rows: [
      { label: 'Validator', value: [{ address: hotkey }] },
      ...subnetRows({ from, to }),
      quantityRow(quantity, from),
      ...limitRows(
        'Lowest price',
        limit && {
          value:
            limit.ratio === 0n ? [stakeIn(to, limit.ratio), ': no limit'] : ratioSpans(limit.ratio, from, to),
          allowPartial: limit.allowPartial,
        },
      ),
    ],
  }),
  warns: ({ from, to, limit }) =>
    unlimitedFindings(limit?.ratio === 0n ? undefined : limit, from === 0 ? to : from),
  risks: (params, facts) =>
    params.from === params.to
      ? [blocked('same', ['It is there already: choose another subnet.'], 'subnet')]
      : [
          ...movementFindings(params, facts),
          ...validatorFindings(facts.validator, params.to, 'subnet'),
          ...ratioFindings(params, facts),
        ],
  form: {
    title: 'Swap to another subnet',
    about:
      'The stake is sold where it is and bought where it goes, with the same validator, for one swap fee.',
    fields: {
      position: { kind: 'position', label: 'From' },
      subnet: { kind: 'subnet', label: 'To subnet' },
      amount: { kind: 'alpha', label: 'Amount', of: 'position' },
      limit: { kind: 'limit', label: 'Price limit', of: 'position' },
    },
    draft: ({ position, subnet, amount }): Params => ({
      hotkey: position.hotkey,
      from: position.netuid,
      to: subnet,
      quantity: typedQuantity(amount),
    }),
    finish: (draft, { limit }, facts): Params => ({
      ...draft,
      quantity: withinFree(draft.quantity, facts.legs, facts.availability),
      limit: ratioFrom(limit, draft, facts),
    }),
    spends: () => rao(0n),
    most: (_params, { legs, availability }) => lesser(legs.stake, availability.available),
    trades: (params, facts) => movementTrades(params, facts),
    flow: (params, facts) => movementFlow({ ...params, newHotkey: params.hotkey }, facts),
  },
})

/** The ratio times 10⁹ is just as much of the destination, in its smallest unit, for one whole alpha of the origin. */
export function ratioSpans(ratio: RaoPerAlpha, from: Netuid, to: Netuid): readonly Span[] {
  return [
    stakeIn(to, ratio),
    from === 0 ? ' for each TAO' : ' for each α of ',
    ...(from === 0 ? [] : [{ netuid: from }]),
  ]
}

/** A price is given as how much of the destination one of the origin must bring. */
function ratioFrom(
  choice: LimitChoice,
  { from, to }: Pick<Params, 'from' | 'to'>,
  { fromPrice, toPrice }: MovementFacts,
): Params['limit'] {
  if (choice.kind === 'none') return undefined
  const { allowPartial } = choice
  if (choice.kind === 'price') return { ratio: choice.price, allowPartial }
  const legs = [
    { netuid: from, spot: fromPrice },
    { netuid: to, spot: toPrice },
  ] as const
  return { ratio: swapLimit(...legs, choice.basisPoints), allowPartial }
}

function ratioFindings({ from, to, limit }: Params, facts: MovementFacts): readonly Finding[] {
  if (limit === undefined || limit.ratio === 0n) return []
  const { sale, purchase } = facts.legs
  const now = ratioOf(facts)
  if (limit.ratio > now)
    return [
      blocked(
        'limit-passed',
        [
          'Now it would bring ',
          ...ratioSpans(now, from, to),
          ', and the limit asks for ',
          ...ratioSpans(limit.ratio, from, to),
          ': nothing could be swapped within it. Set it lower, or wait.',
        ],
        'limit',
      ),
    ]
  if (isRefused(sale) || isRefused(purchase) || now === 0n) return []
  if (ratioAfter(facts) >= limit.ratio) return []
  return [
    caution(
      'limit-too-near',
      [
        'Swapping all of it would move the prices to about your limit of ',
        ...ratioSpans(limit.ratio, from, to),
        limit.allowPartial
          ? ' and past it: only the part that fits would be swapped.'
          : ' and past it: it would fail as a whole. Allow a part, take less, or set the limit lower.',
      ],
      'limit',
    ),
  ]
}
