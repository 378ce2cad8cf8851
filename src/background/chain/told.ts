/** What happened, in words: a line for each thing that changed hands. */
import type { Address } from '#shared/domain/address.ts'
import type { Span } from '#shared/domain/description.ts'
import type { Effect, Leg } from '#shared/domain/outcome.ts'
import { averagePrice, stakeIn } from '#shared/domain/price.ts'
import { type AlphaRao, type Netuid, type Rao, ROOT } from '#shared/domain/units.ts'

type Line = readonly Span[]

/** @param signer whose the transaction is: of anybody else's stake it is said whose */
export function wordsOf(
  effects: readonly Effect[],
  legs: readonly Leg[] | undefined,
  signer: Address | undefined,
): readonly Line[] {
  return [...(legs === undefined ? [] : [summary(legs)]), ...effects.map((effect) => line(effect, signer))]
}

/** Of a batch that is all or nothing the chain tells the error of the call that failed, but not which that was. */
export function undone(calls: number): Line {
  return [
    `None of the ${calls} calls took effect: one of them failed, and what those before it did was undone. The error is that call’s.`,
  ]
}

function summary(legs: readonly Leg[]): Line {
  const done = legs.filter(({ kind }) => kind === 'done').length
  return [
    done === legs.length
      ? `${done === 2 ? 'Both' : `All ${done}`} calls were carried out.`
      : `${done} of ${legs.length} calls were carried out.`,
  ]
}

function line(effect: Effect, signer: Address | undefined): Line {
  switch (effect.kind) {
    case 'added':
      return effect.netuid === ROOT
        ? ['Staked ', { rao: effect.tao }, ' on root', ...whose(effect.coldkey, signer), '.']
        : [
            'Received ',
            held(effect),
            ' for ',
            { rao: effect.tao },
            ...rate(effect),
            ...whose(effect.coldkey, signer),
            '.',
          ]
    case 'removed':
      return effect.netuid === ROOT
        ? ['Took ', { rao: effect.tao }, ' from root', ...whose(effect.coldkey, signer), '.']
        : [
            'Received ',
            { rao: effect.tao },
            ' for ',
            held(effect),
            ...rate(effect),
            ...whose(effect.coldkey, signer),
            '.',
          ]
    case 'moved':
      return moved(effect, signer)
    case 'burned':
      return [held(effect), ' was destroyed', ...whose(effect.coldkey, signer), '.']
    case 'fee':
      return ['The network fee was paid with ', held(effect), ', worth ', { rao: effect.tao }, '.']
    case 'claimed':
      return ['What root had earned was claimed', ...whose(effect.coldkey, signer), '.']
  }
}

function held({ netuid, alpha }: { readonly netuid: Netuid; readonly alpha: AlphaRao }): Span {
  return stakeIn(netuid, alpha)
}

/** What each alpha cost or brought, fees and price impact in it. */
function rate({ tao, alpha }: { readonly tao: Rao; readonly alpha: AlphaRao }): Line {
  return alpha === 0n ? [] : [', ', { price: averagePrice(tao, alpha) }]
}

function moved(
  { from, to, gone, come }: Extract<Effect, { kind: 'moved' }>,
  signer: Address | undefined,
): Line {
  const left = held({ netuid: from.netuid, alpha: gone })
  const receiver = from.coldkey === to.coldkey ? [] : [' of ', { address: to.coldkey }]
  if (from.netuid === to.netuid)
    return [left, ' is now with ', { address: to.hotkey }, ...receiver, ...whose(from.coldkey, signer), '.']
  const reached = held({ netuid: to.netuid, alpha: come })
  return [
    'Received ',
    reached,
    ' for ',
    left,
    ', with ',
    { address: to.hotkey },
    ...receiver,
    ...whose(from.coldkey, signer),
    '.',
  ]
}

function whose(coldkey: Address, signer: Address | undefined): Line {
  return signer === undefined || coldkey === signer ? [] : [', from the stake of ', { address: coldkey }]
}
