/** Puts stake behind another validator. Within a subnet nothing is sold; into another it is sold and bought. */
import { type Of, object } from '../codec.ts'
import { Address } from '../domain/address.ts'
import { Netuid, rao } from '../domain/units.ts'
import { defineOperation } from './define.ts'
import { blocked } from './findings.ts'
import { movementAsks, movementFindings, movementTrades } from './movement.ts'
import { movementFlow } from './movement-flow.ts'
import { validatorFindings } from './subnet-rules.ts'
import { unlimitedFindings } from './trade-rules.ts'
import { Quantity, quantitySpans, typedQuantity, unlimitedRows, WayArgs, wayArgs, wayIn } from './way.ts'

const Params = object({
  hotkey: Address,
  newHotkey: Address,
  from: Netuid,
  to: Netuid,
  quantity: Quantity,
})
type Params = Of<typeof Params>

export const moveStake = defineOperation({
  id: 'move-stake',
  params: Params,
  calls: {
    'SubtensorModule.move_stake': object({
      origin_hotkey: Address,
      destination_hotkey: Address,
      ...WayArgs,
    }),
  },
  build: ({ hotkey, newHotkey, ...way }) => ({
    name: 'SubtensorModule.move_stake',
    args: { origin_hotkey: hotkey, destination_hotkey: newHotkey, ...wayArgs(way) },
  }),
  parse: ({ args }): Params => ({
    hotkey: args.origin_hotkey,
    newHotkey: args.destination_hotkey,
    ...wayIn(args),
  }),
  asks: (params, signer) => ({
    ...movementAsks(params, signer),
    validator: { fact: 'hotkey', of: { hotkey: params.newHotkey, netuid: params.to } },
  }),
  describe: ({ hotkey, newHotkey, from, to, quantity }) => ({
    verb: 'Move',
    sentence: [
      'Move ',
      ...quantitySpans(quantity, from),
      ' from ',
      { address: hotkey },
      ' to ',
      { address: newHotkey },
      ...(from === to ? ['.'] : [', into ', { netuid: to }, '.']),
    ],
    rows: [
      { label: 'From validator', value: [{ address: hotkey }] },
      { label: 'To validator', value: [{ address: newHotkey }] },
      ...unlimitedRows({ from, to, quantity }),
    ],
  }),
  warns: ({ from, to }) => (from === to ? [] : unlimitedFindings(undefined, from === 0 ? to : from)),
  risks: (params, facts) =>
    params.hotkey === params.newHotkey && params.from === params.to
      ? [blocked('same', ['It is there already: choose another validator.'], 'validator')]
      : [...movementFindings(params, facts), ...validatorFindings(facts.validator, params.to, 'validator')],
  form: {
    title: 'Change validator',
    about: 'The stake keeps its subnet and its amount: within a subnet nothing is sold.',
    fields: {
      position: { kind: 'position', label: 'From' },
      validator: { kind: 'validator', label: 'To validator', of: 'position' },
      amount: { kind: 'alpha', label: 'Amount', of: 'position' },
    },
    draft: ({ position, validator, amount }): Params => ({
      hotkey: position.hotkey,
      newHotkey: validator,
      from: position.netuid,
      to: position.netuid,
      quantity: typedQuantity(amount),
    }),
    finish: (draft) => draft,
    spends: () => rao(0n),
    most: (_params, { legs }) => legs.stake,
    trades: (params, facts) => movementTrades(params, facts),
    flow: (params, facts) => movementFlow(params, facts),
  },
})
