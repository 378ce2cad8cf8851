/** Whether an account can pay: the network fee, and what a call takes beside it. */
import type { Address } from '../domain/address.ts'
import type { Finding } from '../domain/description.ts'
import { type Balance, spendable } from '../domain/portfolio.ts'
import { alphaFor, stakeIn } from '../domain/price.ts'
import { type AlphaRao, less, type Netuid, type Rao, type RaoPerAlpha } from '../domain/units.ts'
import type { AnnouncedSwap } from './fact-shapes.ts'
import { blocked, note } from './findings.ts'

export interface Purse {
  readonly own: Balance
  readonly deposit: Rao
  readonly fee: Rao
  /** The announced swap of the account's key, which holds back every call but its own. */
  readonly held?: AnnouncedSwap | undefined
}

/** The questions whose answers are the purse of a call that a coldkey swap lets through. */
export function freePurseOf(signer: Address) {
  return {
    own: { fact: 'balance', of: signer },
    deposit: { fact: 'existentialDeposit', of: undefined },
    fee: { fact: 'fee', of: undefined },
  } as const
}

/** The same for any other call. */
export function purseOf(signer: Address) {
  return { ...freePurseOf(signer), held: { fact: 'coldkeySwap', of: signer } } as const
}

/** What can be spent beside the fee while the account stays open. */
export function mostToSpend({ own, deposit, fee }: Purse): Rao {
  return less(spendable(own, deposit), fee)
}

/** The fee is taken first and always leaves the existential deposit (subtensor `ChargeTransactionPayment`, spec 424). */
function canPayFee({ own, deposit, fee }: Purse): boolean {
  return own.free >= fee + deposit
}

export function feeFindings(purse: Purse, field?: string): readonly Finding[] {
  if (purse.held !== undefined) return heldFindings(purse)
  if (canPayFee(purse)) return []
  return [
    blocked(
      'no-fee',
      ['There is not enough TAO here to pay the network fee of ', { rao: purse.fee }, '.'],
      field,
    ),
  ]
}

/** ColdkeySwapAnnounced and ColdkeySwapDisputed, said by the pool as custom errors 0 and 21 (SubtensorModule, spec 424). */
export function heldFindings({ held }: Pick<Purse, 'held'>): readonly Finding[] {
  if (held === undefined) return []
  return [
    blocked('in-swap', [
      held.disputed
        ? 'This account is frozen: the swap of its key is disputed. Nothing can be sent until that is decided.'
        : 'A swap of this account to another key is announced: until it is done or withdrawn nothing else can be sent.',
    ]),
  ]
}

/** For a call that takes TAO: the fee, and then the amount. */
export function spendFindings(spend: Rao, purse: Purse, field: string): readonly Finding[] {
  const lacking = feeFindings(purse, field)
  if (lacking.length > 0) return lacking
  const most = mostToSpend(purse)
  if (spend <= most) return []
  return [
    blocked(
      'insufficient',
      ['More than there is: at most ', { rao: most }, ' after the fee, so that the account stays open.'],
      field,
    ),
  ]
}

export interface PayingStake {
  readonly netuid: Netuid
  readonly stake: AlphaRao
  readonly price: RaoPerAlpha
}

/** The alpha that pays the fee where TAO does not: floor(fee / price), one to one on root. Undefined where TAO pays. */
export function alphaFee(purse: Purse, { price }: Pick<PayingStake, 'price'>): AlphaRao | undefined {
  return canPayFee(purse) ? undefined : alphaFor(purse.fee, price)
}

/**
 * For a call whose fee may come from the stake it concerns: where TAO does not suffice, the chain sells that much of it,
 * without a swap fee and without giving back what was too much. The account must exist for it (spec 424).
 */
export function stakeFeeFindings(purse: Purse, paying: PayingStake, field?: string): readonly Finding[] {
  const inAlpha = alphaFee(purse, paying)
  if (inAlpha === undefined || purse.held !== undefined) return feeFindings(purse, field)
  const { own, deposit, fee } = purse
  if (own.free + own.reserved < deposit)
    return [
      blocked('no-account', [
        'This account holds no TAO, and the chain takes nothing from an account it does not know. Send it at least ',
        { rao: deposit },
        ' first.',
      ]),
    ]
  if (paying.stake < inAlpha || paying.price === 0n) return feeFindings(purse, field)
  return [
    note(
      'alpha-fee',
      [
        'There is too little TAO for the network fee of ',
        { rao: fee },
        ', so the chain takes about ',
        stakeIn(paying.netuid, inAlpha),
        ' of this stake for it, and gives none of that back.',
      ],
      field,
    ),
  ]
}
