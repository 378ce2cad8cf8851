/** Calls that give a hotkey's weight to others, or change what it keeps. */
import { list, object, pair } from '../codec.ts'
import { Address } from '../domain/address.ts'
import { Netuid, Rao } from '../domain/units.ts'
import { U16 } from '../operations/arguments.ts'
import { caution, danger } from '../operations/findings.ts'
import { given } from './reading.ts'
import { always, power, type Rule, type Rules } from './rule.ts'

const Children = object({ hotkey: Address, netuid: Netuid, children: list(pair(Rao, Address)) })
/** All of a hotkey's weight, of which each child gets a part (u64, spec 424). */
const WHOLE = (1n << 64n) - 1n

const Take = object({ hotkey: Address, take: U16 })
const take: Rule = {
  says: given(Take, ({ hotkey }) => ({
    verb: 'Set',
    sentence: ['Change the take of ', { address: hotkey }, '.'],
  })),
  finds: always(caution('take', ['It changes what a validator keeps of what its stakers earn.'])),
}

/** SubtensorModule, spec 424. */
export const WEIGHT: Rules = {
  'SubtensorModule.set_children': {
    says: given(Children, ({ hotkey, netuid, children }) => ({
      verb: 'Delegate',
      sentence: [
        `Give the weight of ${children.length === 1 ? 'its stake' : 'its stake, in parts,'} on `,
        { netuid },
        ' from ',
        { address: hotkey },
        children.length === 0 ? ' to nobody.' : ' to ',
        ...children.flatMap(([, child], at) => [...(at === 0 ? [] : [', ']), { address: child }]),
        ...(children.length === 0 ? [] : ['.']),
      ],
    })),
    changes: given(Children, ({ children }) =>
      children.map(([part, child]) =>
        power({ address: child }, ` gets ${percent(part)} % of the hotkey’s weight`),
      ),
    ),
    finds: given(Children, ({ children }) => {
      const sum = children.reduce((all, [part]) => all + part, 0n)
      const text = ['Other hotkeys decide with that weight, and earn with it.']
      return [sum * 2n > WHOLE ? danger('children', text) : caution('children', text)]
    }),
    isOdd: true,
  },
  'SubtensorModule.set_childkey_take': {
    ...take,
    says: given(object({ hotkey: Address, netuid: Netuid, take: U16 }), ({ hotkey, netuid }) => ({
      verb: 'Set',
      sentence: ['Change the take of ', { address: hotkey }, ' as a child on ', { netuid }, '.'],
    })),
  },
  'SubtensorModule.decrease_take': take,
  'SubtensorModule.increase_take': take,
}

function percent(part: bigint): string {
  const hundredths = (part * 10_000n + WHOLE / 2n) / WHOLE
  const rest = (hundredths % 100n).toString().padStart(2, '0')
  return rest === '00' ? `${hundredths / 100n}` : `${hundredths / 100n}.${rest}`
}
