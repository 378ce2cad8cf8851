/** What a transaction that is final brought or took: the one amount it comes to, and what it is called now that it is over. */
import type { Address } from '#shared/domain/address.ts'
import type { Span } from '#shared/domain/description.ts'
import type { Effect } from '#shared/domain/outcome.ts'
import { stakeIn } from '#shared/domain/price.ts'
import type { TxRecord } from '#shared/domain/transaction.ts'
import { type AlphaRao, alphaRao, type Netuid, type Rao, ROOT, rao } from '#shared/domain/units.ts'
import { sentOf } from './sent.ts'
import { summaryOf } from './steps.ts'

export interface Result {
  /** Whether it came to the account or left it; absent where it is the account's own as before. */
  readonly sign?: '+' | '−' | undefined
  readonly money: { readonly rao: Rao } | { readonly alpha: AlphaRao; readonly netuid: Netuid }
  /** What was done, in a line or two. */
  readonly beneath: Lines
  /** What else the chain told. */
  readonly rest: Lines
}
type Lines = readonly (readonly Span[])[]

/**
 * By what the chain told once it was final and all of it was carried out: nothing of it is taken from what was hoped for.
 * A transfer has no effect of its own; one that was carried out sent the very amount that was signed.
 */
export function resultOf(tx: TxRecord): Result | undefined {
  const { state } = tx
  if (state.kind !== 'final' || state.outcome.kind !== 'done') return undefined
  const { effects = [], says = [], legs } = state.outcome
  const changes = effects.filter(({ kind }) => kind !== 'fee')
  const sent = sentOf(tx)
  if (sent !== undefined) {
    if (sent.amount === undefined || changes.length > 0) return undefined
    const beneath = [['Sent to ', { address: sent.to }, '.']]
    return { sign: '−', money: { rao: sent.amount }, beneath, rest: says }
  }
  const sum = sumOf(changes, tx.account)
  // Of several calls the first line says how many were carried out.
  const above = legs !== undefined ? 1 : says.length > FEW ? 0 : says.length
  return sum && { ...sum, beneath: says.slice(0, above), rest: says.slice(above) }
}

/** More lines would be a list above the steps. */
const FEW = 2

type Sum = Pick<Result, 'sign' | 'money'>

/** One amount for all of it; undefined where it is of several kinds or places, or of somebody else's stake. */
function sumOf(effects: readonly Effect[], account: Address): Sum | undefined {
  const sums = effects.map((effect) => changeOf(effect, account))
  const [first, ...rest] = sums
  return rest.reduce(joined, first)
}

function joined(a: Sum | undefined, b: Sum | undefined): Sum | undefined {
  if (a === undefined || b === undefined || a.sign !== b.sign) return undefined
  if ('rao' in a.money)
    return 'rao' in b.money ? { ...a, money: { rao: rao(a.money.rao + b.money.rao) } } : undefined
  if ('rao' in b.money || a.money.netuid !== b.money.netuid) return undefined
  return { ...a, money: { ...a.money, alpha: alphaRao(a.money.alpha + b.money.alpha) } }
}

function changeOf(effect: Effect, account: Address): Sum | undefined {
  switch (effect.kind) {
    case 'added':
      if (effect.coldkey !== account) return undefined
      return effect.netuid === ROOT
        ? { money: { rao: effect.tao } }
        : { sign: '+', money: { alpha: effect.alpha, netuid: effect.netuid } }
    case 'removed':
      return effect.coldkey === account ? { sign: '+', money: { rao: effect.tao } } : undefined
    case 'moved':
      return movedOf(effect, account)
    case 'burned':
      return effect.coldkey === account
        ? { sign: '−', money: stakeIn(effect.netuid, effect.alpha) }
        : undefined
    case 'fee':
    case 'claimed':
      return undefined
  }
}

function movedOf({ from, to, gone, come }: Extract<Effect, { kind: 'moved' }>, account: Address) {
  if (from.coldkey !== account) return undefined
  if (to.coldkey !== account) return { sign: '−', money: stakeIn(from.netuid, gone) } as const
  const money = stakeIn(to.netuid, come)
  return from.netuid === to.netuid ? { money } : ({ sign: '+', money } as const)
}

/** What is over, in the past; where there is no word of its own it is just done. */
const PAST: Readonly<Record<string, string>> = {
  Send: 'Sent',
  Stake: 'Staked',
  Unstake: 'Unstaked',
  'Unstake all': 'Unstaked',
  Move: 'Moved',
  Swap: 'Swapped',
  'Give away': 'Given away',
  Claim: 'Claimed',
}

/** The title of its screen: what is asked for while it may still happen, and how it ended once it has. */
export function titleOf({ state, description: { verb } }: TxRecord): string {
  if (state.kind === 'invalid' || state.kind === 'expired') return summaryOf(state).word
  if (state.kind !== 'final') return verb
  if (state.outcome.kind === 'done') return (Object.hasOwn(PAST, verb) ? PAST[verb] : undefined) ?? 'Done'
  return state.outcome.legs?.some(({ kind }) => kind === 'done') === true
    ? 'Partly done'
    : summaryOf(state).word
}
