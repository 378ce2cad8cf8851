/** Changes how much of the dividends a validator keeps. Explained, not offered. */
import { literal, type Of, object } from '../codec.ts'
import { Address } from '../domain/address.ts'
import { U16 } from './arguments.ts'
import { defineOperation } from './define.ts'
import { note } from './findings.ts'
import { printTake } from './subnet-rules.ts'

const Params = object({ hotkey: Address, take: U16, way: literal(['up', 'down']) })
type Params = Of<typeof Params>
const Arguments = object({ hotkey: Address, take: U16 })

export const setTake = defineOperation({
  id: 'set-take',
  params: Params,
  calls: {
    'SubtensorModule.increase_take': Arguments,
    'SubtensorModule.decrease_take': Arguments,
  },
  build: ({ way, ...args }) => ({
    name: way === 'up' ? 'SubtensorModule.increase_take' : 'SubtensorModule.decrease_take',
    args,
  }),
  parse: ({ name, args }): Params => ({
    ...args,
    way: name === 'SubtensorModule.increase_take' ? 'up' : 'down',
  }),
  asks: () => ({}),
  describe: ({ hotkey, take, way }) => ({
    verb: 'Set',
    sentence: [
      `${way === 'up' ? 'Raise' : 'Lower'} what `,
      { address: hotkey },
      ` keeps of its stakers’ dividends to ${printTake(take)}.`,
    ],
    rows: [
      { label: 'Hotkey', value: [{ address: hotkey }] },
      { label: 'Take', value: [`${printTake(take)} (${take} of 65,535)`] },
    ],
  }),
  warns: () => [note('take-limits', ['At most 18%, and raised no more than once in thirty days.'])],
  risks: () => [],
})
