/** Calls that stake, move stake, give it away or lock it. */
import { boolean, object, optional } from '../codec.ts'
import { Address } from '../domain/address.ts'
import type { Finding, Span } from '../domain/description.ts'
import { stakeIn } from '../domain/price.ts'
import { AlphaRao, MOST_RAO, Netuid, Rao, RaoPerAlpha } from '../domain/units.ts'
import { caution, danger, note } from '../operations/findings.ts'
import { ratioSpans } from '../operations/swap-stake.ts'
import { DESTROYS } from './funds.ts'
import { type Bound, boundOf, LESS_FEE, leastOf, stakeComes, taoComes } from './least.ts'
import { given } from './reading.ts'
import { always, type Change, changes, comes, leaves, type Rule, type Rules, type Scene } from './rule.ts'

const Limit = { limit_price: RaoPerAlpha, allow_partial: boolean }
const Purchase = { hotkey: Address, netuid: Netuid, amount_staked: Rao }
const Sale = { hotkey: Address, netuid: Netuid, amount_unstaked: AlphaRao }
const Legs = { origin_netuid: Netuid, destination_netuid: Netuid, alpha_amount: AlphaRao }
const Gift = object({ destination_coldkey: Address, hotkey: Address, ...Legs })
const GiftToHotkey = object({
  destination_coldkey: Address,
  origin_hotkey: Address,
  destination_hotkey: Address,
  ...Legs,
})
const Alpha = object({ hotkey: Address, amount: AlphaRao, netuid: Netuid })

interface Bought {
  readonly netuid: Netuid
  readonly amount_staked: Rao
}
interface Sold {
  readonly netuid: Netuid
  readonly amount_unstaked: AlphaRao
}
interface Swapped {
  readonly origin_netuid: Netuid
  readonly destination_netuid: Netuid
  readonly alpha_amount: AlphaRao
}

/** Root is staked as TAO, one to one; of a subnet what comes is counted when it runs. */
function bought({ netuid, amount_staked: spent }: Bought, limit?: Bound): readonly Change[] {
  const least = limit && leastOf(spent, limit, true)
  const price = boundOf(limit, true)
  const at: readonly Span[] =
    price === undefined ? [', as its price is then'] : [', at no more than ', { price }, ' and the swap fee']
  return [
    leaves({ rao: spent }),
    netuid === 0 ? comes({ rao: spent }, ', staked on root') : stakeComes(netuid, least, ...at),
  ]
}

function sold({ netuid, amount_unstaked: alpha }: Sold, limit?: Bound): readonly Change[] {
  const least = limit && leastOf(alpha, limit, false)
  const stake = stakeIn(netuid, alpha)
  return [leaves('Stake: ', stake), netuid === 0 ? comes(stake) : taoComes(least, limit)]
}

/** The chain cuts the amount to the position, so that the largest number says all of it (SubtensorModule, spec 424). */
function upTo(netuid: Netuid, alpha: AlphaRao): readonly Span[] {
  return alpha === MOST_RAO ? ['all of it on ', { netuid }] : [stakeIn(netuid, alpha)]
}

function swapped(legs: Swapped, limit?: Bound): readonly Change[] {
  const { origin_netuid: from, destination_netuid: into, alpha_amount: alpha } = legs
  if (from === into) return [changes('Where this stake is: ', ...upTo(from, alpha))]
  const least = limit && leastOf(alpha, limit, false)
  const ratio = boundOf(limit, false)
  const at: readonly Span[] =
    ratio === undefined
      ? [', as prices are then']
      : [': at least ', ...ratioSpans(ratio, from, into), LESS_FEE]
  return [leaves('Stake: ', ...upTo(from, alpha)), stakeComes(into, least, ...at)]
}

const EVERYTHING: readonly Change[] = [
  leaves('All stake with the validator'),
  comes('TAO, as prices are then'),
]

const EVERYTHING_UNLIMITED = caution('no-limit', [
  'Everything is sold without a limit price, at whatever the prices are then.',
])

type Given = Swapped & { readonly destination_coldkey: Address }

function handedOver({ destination_coldkey: to, ...legs }: Given): readonly Change[] {
  return [leaves('Stake: ', ...upTo(legs.origin_netuid, legs.alpha_amount), ', to ', { address: to })]
}

/** To an account of one's own nothing is given away. */
function giftFindings(gift: Given, { own }: Scene): readonly Finding[] {
  const { destination_coldkey: to, origin_netuid: from, destination_netuid: into, alpha_amount } = gift
  if (own.includes(to))
    return [note('gives-away', ['The stake goes to ', { address: to }, ', an account of yours.'])]
  return [
    danger('gives-away', [
      'This gives ',
      ...upTo(from, alpha_amount),
      ' away to ',
      { address: to },
      ...(from === into ? [] : [', on ', { netuid: into }]),
      '. Only its new owner can give it back.',
    ]),
  ]
}

const giving: Rule = {
  changes: (args) => given(Gift, handedOver)(args) ?? given(GiftToHotkey, handedOver)(args),
  finds: (args, scene) => {
    const findings = (gift: Given): readonly Finding[] => giftFindings(gift, scene)
    return given(Gift, findings)(args) ?? given(GiftToHotkey, findings)(args)
  },
  isOdd: true,
}

const destroyed = (verb: string, how: string): Rule => ({
  says: given(Alpha, ({ netuid, amount, hotkey }) => ({
    verb,
    sentence: [how, stakeIn(netuid, amount), ' with ', { address: hotkey }, '.'],
  })),
  changes: given(Alpha, ({ netuid, amount }) => [leaves('Stake: ', stakeIn(netuid, amount), ', destroyed')]),
  finds: always(DESTROYS),
  isOdd: true,
})

const BuyBack = object({ hotkey: Address, netuid: Netuid, amount: Rao, limit: optional(RaoPerAlpha) })
const Lock = object({ hotkey: Address, netuid: Netuid, amount: AlphaRao })

/** Root has no price: only what trades needs a limit. */
function unlimited(...subnets: readonly Netuid[]): readonly Finding[] {
  return subnets.every((netuid) => netuid === 0)
    ? []
    : [
        caution('no-limit', [
          'No limit price: it takes whatever the price is then, which others can move just before it.',
        ]),
      ]
}

const unlimitedBut = (price: RaoPerAlpha | undefined, netuid: Netuid) =>
  price === undefined ? unlimited(netuid) : []
const moved = ({ origin_netuid: from, destination_netuid: into }: Swapped): readonly Finding[] =>
  from === into ? [] : unlimited(from, into)

const Whole = object({ hotkey: Address, netuid: Netuid, limit_price: optional(RaoPerAlpha) })
const Move = object({ origin_hotkey: Address, destination_hotkey: Address, ...Legs })
const Swap = object({ hotkey: Address, ...Legs })

/** SubtensorModule, spec 424 and newer. */
export const STAKE: Rules = {
  'SubtensorModule.add_stake': {
    changes: given(object(Purchase), (call) => bought(call)),
    finds: given(object(Purchase), ({ netuid }) => unlimited(netuid)),
  },
  'SubtensorModule.add_stake_limit': {
    changes: given(object({ ...Purchase, ...Limit }), (call) => bought(call, call)),
    finds: given(object({ ...Purchase, ...Limit }), (call) => unlimitedBut(boundOf(call, true), call.netuid)),
  },
  'SubtensorModule.remove_stake': {
    changes: given(object(Sale), (call) => sold(call)),
    finds: given(object(Sale), ({ netuid }) => unlimited(netuid)),
  },
  'SubtensorModule.remove_stake_limit': {
    changes: given(object({ ...Sale, ...Limit }), (call) => sold(call, call)),
    finds: given(object({ ...Sale, ...Limit }), (call) => unlimitedBut(boundOf(call, false), call.netuid)),
  },
  'SubtensorModule.remove_stake_full_limit': {
    changes: given(Whole, ({ hotkey, netuid, limit_price }) => [
      leaves('All stake with ', { address: hotkey }, ' on ', { netuid }),
      taoComes(undefined, { limit_price }),
    ]),
    finds: given(Whole, (call) => unlimitedBut(boundOf(call, false), call.netuid)),
  },
  'SubtensorModule.unstake_all': { changes: () => EVERYTHING, finds: always(EVERYTHING_UNLIMITED) },
  'SubtensorModule.unstake_all_alpha': {
    changes: () => [
      leaves('All stake with the validator, but root’s'),
      comes('Stake on root, as prices are then'),
    ],
    finds: always(EVERYTHING_UNLIMITED),
  },
  'SubtensorModule.move_stake': { changes: given(Move, (call) => swapped(call)), finds: given(Move, moved) },
  'SubtensorModule.swap_stake': { changes: given(Swap, (call) => swapped(call)), finds: given(Swap, moved) },
  'SubtensorModule.swap_stake_limit': {
    changes: given(object({ hotkey: Address, ...Legs, ...Limit }), (call) => swapped(call, call)),
  },
  'SubtensorModule.transfer_stake': giving,
  'SubtensorModule.transfer_stake_and_hotkey': giving,
  'SubtensorModule.stake_into_basket': {
    changes: given(object({ hotkey: Address, amount_staked: Rao }), ({ amount_staked: spent }) => [
      leaves({ rao: spent }),
      comes('A share of the validator’s basket, as prices are then'),
    ]),
  },
  'SubtensorModule.burn_alpha': destroyed('Burn', 'Destroy '),
  'SubtensorModule.recycle_alpha': destroyed('Recycle', 'Give up for nothing '),
  'SubtensorModule.add_stake_burn': {
    says: given(BuyBack, ({ netuid, amount }) => ({
      verb: 'Buy and burn',
      sentence: ['Buy alpha of ', { netuid }, ' for ', { rao: amount }, ', and destroy it.'],
    })),
    changes: given(BuyBack, ({ amount }) => [leaves({ rao: amount }, ', for alpha that is destroyed')]),
    finds: always(DESTROYS),
    isOdd: true,
  },
  'SubtensorModule.lock_stake': {
    changes: given(Lock, ({ netuid, amount }) => [changes('Locked: ', stakeIn(netuid, amount))]),
    finds: always(
      caution('locks', ['What is locked comes free over months, and cannot be taken out before.']),
    ),
  },
  'SubtensorModule.set_perpetual_lock': {
    finds: given(object({ netuid: Netuid, enabled: boolean }), ({ enabled }) =>
      enabled
        ? [
            danger('locks', [
              'Nothing of what is locked there comes free any more, until this is turned off.',
            ]),
          ]
        : [],
    ),
    isOdd: true,
  },
  'SubtensorModule.set_reject_locked_alpha': {
    finds: given(object({ enabled: boolean }), ({ enabled }) =>
      enabled
        ? []
        : [caution('takes-locked', ['Others may send this account stake that is locked, and stays so.'])],
    ),
  },
  'SubtensorModule.add_collateral': {
    says: given(
      object({ netuid: Netuid, hotkey: Address, alpha: AlphaRao, limit_price: RaoPerAlpha }),
      ({ netuid, alpha, hotkey }) => ({
        verb: 'Lock',
        sentence: ['Put ', stakeIn(netuid, alpha), ' up as collateral of ', { address: hotkey }, '.'],
      }),
    ),
    finds: always(
      danger('locks', ['Collateral cannot be taken out again. Only what the hotkey earns frees it.']),
    ),
    isOdd: true,
  },
}

/** What a batch of staking is made of: anything else in it stands out. */
export function isStaking(name: string): boolean {
  return Object.hasOwn(STAKE, name) && STAKE[name]?.isOdd !== true
}
