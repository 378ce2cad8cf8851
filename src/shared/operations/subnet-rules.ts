/** Where stake goes: a subnet that is there and trades, and a validator that earns something in it. */
import type { Finding } from '../domain/description.ts'
import { type Netuid, ROOT } from '../domain/units.ts'
import type { HotkeyState, SubnetState } from './fact-shapes.ts'
import { blocked, caution, note } from './findings.ts'

export function subnetFindings(
  subnet: SubnetState | undefined,
  netuid: Netuid,
  field?: string,
): readonly Finding[] {
  if (subnet === undefined) return [blocked('no-subnet', ['This chain has no ', { netuid }, '.'], field)]
  if (!subnet.open)
    return [
      blocked(
        'not-started',
        [{ netuid }, ' has not started trading: until its owner starts it, nothing goes in or out.'],
        field,
      ),
    ]
  return []
}

const WHOLE_TAKE = 65_535

/** `18%`, `9.5%`: parts of 65,535, to a hundredth of a percent. */
export function printTake(take: number): string {
  return `${((take / WHOLE_TAKE) * 100).toFixed(2).replace(/\.?0+$/, '')}%`
}

/** Anybody may be staked to who has an owner; a validator without a seat earns nothing (SubtensorModule, spec 424). */
export function validatorFindings(
  { owner, registered, take }: HotkeyState,
  netuid: Netuid,
  field?: string,
): readonly Finding[] {
  if (owner === undefined)
    return [blocked('no-validator', ['The chain does not know this validator.'], field)]
  return [
    ...(registered || netuid === ROOT
      ? []
      : [
          caution(
            'no-seat',
            ['This validator has no seat on ', { netuid }, ': what is staked with it there earns nothing.'],
            field,
          ),
        ]),
    ...(take > 0
      ? [note('take', [`This validator keeps ${printTake(take)} of what your stake earns.`], field)]
      : []),
  ]
}
