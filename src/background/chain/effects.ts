/** How positions changed, by the events of staking (SubtensorModule, spec 424). */
import { type Address, addressOfKey } from '#shared/domain/address.ts'
import type { Effect } from '#shared/domain/outcome.ts'
import { alphaRao, type Netuid, netuid, rao } from '#shared/domain/units.ts'
import { bigOf, keyIn, uintOf } from './decoded.ts'
import { type ChainEvent, fieldIn, listIn } from './events.ts'

type Of<K extends Effect['kind']> = Extract<Effect, { readonly kind: K }>

export function effectsOf(events: readonly ChainEvent[]): readonly Effect[] {
  const effects: Effect[] = []
  for (const event of events) {
    switch (event.name) {
      case 'SubtensorModule.StakeAdded':
        effects.push(...added(event))
        break
      case 'SubtensorModule.StakeRemoved':
        effects.push(...removed(event))
        break
      // Told after the two halves it is made of, which are not counted beside it.
      case 'SubtensorModule.StakeMoved':
      case 'SubtensorModule.StakeTransferred':
      case 'SubtensorModule.StakeSwapped':
        effects.push(...joined(effects))
        break
      case 'SubtensorModule.AlphaBurned':
      case 'SubtensorModule.AlphaRecycled':
        effects.push(...burned(event))
        break
      case 'SubtensorModule.TransactionFeePaidWithAlpha':
        paid(event, effects)
        break
      case 'SubtensorModule.RootClaimed':
        effects.push(...claimed(event))
        break
    }
  }
  return effects
}

function addressIn(value: unknown): Address {
  return addressOfKey(keyIn(value))
}

interface Place {
  readonly coldkey: Address
  readonly hotkey: Address
  readonly netuid: Netuid
}

function placeOf(coldkey: unknown, hotkey: unknown, subnet: unknown): Place {
  return { coldkey: addressIn(coldkey), hotkey: addressIn(hotkey), netuid: netuid(uintOf(subnet)) }
}

/** (coldkey, hotkey, tao with the fee, alpha, netuid, fee in rao) */
function added(event: ChainEvent): readonly Of<'added'>[] {
  const fields = listIn(event, 6)
  if (fields === undefined) return []
  const [coldkey, hotkey, tao, alpha, subnet, fee] = fields
  return [
    {
      kind: 'added',
      ...placeOf(coldkey, hotkey, subnet),
      tao: rao(bigOf(tao)),
      alpha: alphaRao(bigOf(alpha)),
      fee: rao(bigOf(fee)),
    },
  ]
}

/** (coldkey, hotkey, tao, alpha without the fee, netuid, fee in alpha) */
function removed(event: ChainEvent): readonly Of<'removed'>[] {
  const fields = listIn(event, 6)
  if (fields === undefined) return []
  const [coldkey, hotkey, tao, alpha, subnet, fee] = fields
  return [
    {
      kind: 'removed',
      ...placeOf(coldkey, hotkey, subnet),
      tao: rao(bigOf(tao)),
      alpha: alphaRao(bigOf(alpha) + bigOf(fee)),
      fee: alphaRao(bigOf(fee)),
    },
  ]
}

/** Takes the last two off the list and gives them as one; nothing where what was sold was not bought again. */
function joined(effects: Effect[]): readonly Of<'moved'>[] {
  const [from, to] = effects.slice(-2)
  if (from?.kind !== 'removed' || to?.kind !== 'added') return []
  effects.splice(-2)
  return [
    {
      kind: 'moved',
      from: { coldkey: from.coldkey, hotkey: from.hotkey, netuid: from.netuid },
      to: { coldkey: to.coldkey, hotkey: to.hotkey, netuid: to.netuid },
      gone: from.alpha,
      come: to.alpha,
      tao: from.tao,
    },
  ]
}

/** (coldkey, hotkey, alpha, netuid) */
function burned(event: ChainEvent): readonly Of<'burned'>[] {
  const fields = listIn(event, 4)
  if (fields === undefined) return []
  const [coldkey, hotkey, alpha, subnet] = fields
  return [{ kind: 'burned', ...placeOf(coldkey, hotkey, subnet), alpha: alphaRao(bigOf(alpha)) }]
}

/** The fee is sold like stake before the call runs, and this says that it was the fee: the sale becomes it. */
function paid(event: ChainEvent, effects: Effect[]): void {
  const [who, subnet] = [fieldIn(event, 'who'), fieldIn(event, 'netuid')]
  if (who === undefined || subnet === undefined) return
  const [coldkey, id] = [addressIn(who), uintOf(subnet)]
  const at = effects.findIndex(
    (effect) => effect.kind === 'removed' && effect.coldkey === coldkey && effect.netuid === id,
  )
  const sale = effects[at]
  if (sale?.kind !== 'removed') return
  const { hotkey, alpha, tao } = sale
  effects[at] = { kind: 'fee', coldkey, hotkey, netuid: sale.netuid, alpha, tao }
}

function claimed(event: ChainEvent): readonly Of<'claimed'>[] {
  const coldkey = fieldIn(event, 'coldkey')
  return coldkey === undefined ? [] : [{ kind: 'claimed', coldkey: addressIn(coldkey) }]
}
