/** Gives stake to another account. It stays with its validator; its owner is another. */
import { type Of, object } from '../codec.ts'
import { Address } from '../domain/address.ts'
import type { Finding } from '../domain/description.ts'
import { stakeIn } from '../domain/price.ts'
import { type Netuid, rao } from '../domain/units.ts'
import { defineOperation } from './define.ts'
import type { Availability, StakeLock, SubnetState, SwapLegs } from './fact-shapes.ts'
import { blocked, caution } from './findings.ts'
import { movementAsks, movementFindings, movementTrades } from './movement.ts'
import { recipientFindings } from './rules.ts'
import { unlimitedFindings } from './trade-rules.ts'
import { Gift, giftIn, quantitySpans, typedQuantity, unlimitedRows, WayArgs, wayArgs } from './way.ts'

const Params = object({ ...Gift, hotkey: Address })
type Params = Of<typeof Params>

export const transferStake = defineOperation({
  id: 'transfer-stake',
  params: Params,
  calls: {
    'SubtensorModule.transfer_stake': object({
      destination_coldkey: Address,
      hotkey: Address,
      ...WayArgs,
    }),
  },
  build: ({ to, hotkey, from, into, quantity }) => ({
    name: 'SubtensorModule.transfer_stake',
    args: { destination_coldkey: to, hotkey, ...wayArgs({ from, to: into, quantity }) },
  }),
  parse: ({ args }): Params => ({ ...giftIn(args), hotkey: args.hotkey }),
  asks: ({ to, hotkey, from, into, quantity }, signer) => ({
    ...movementAsks({ hotkey, from, to: into, quantity }, signer),
    who: { fact: 'acquaintance', of: to },
    lock: { fact: 'lock', of: { coldkey: signer, netuid: from } },
    theirLock: { fact: 'lock', of: { coldkey: to, netuid: into } },
    takesLocked: { fact: 'takesLocked', of: to },
  }),
  describe: ({ to, hotkey, from, into, quantity }) => ({
    verb: 'Give away',
    sentence: [
      'Give ',
      ...quantitySpans(quantity, from),
      ' to ',
      { address: to },
      ...(from === into ? ['.'] : [', swapped for stake on ', { netuid: into }, '.']),
    ],
    rows: [
      { label: 'To account', value: [{ address: to }] },
      { label: 'Stays with validator', value: [{ address: hotkey }] },
      ...unlimitedRows({ from, to: into, quantity }),
    ],
  }),
  warns: ({ from, into }) => [
    caution('gives-away', ['The stake is not yours afterwards, and only its new owner can give it back.']),
    ...(from === into ? [] : unlimitedFindings(undefined, from === 0 ? into : from)),
  ],
  risks: (params, facts, signer) => {
    const { to, from, into, quantity } = params
    return [
      ...recipientFindings(to, signer, facts.who),
      ...transferFindings(params, facts),
      ...movementFindings({ from, to: into, quantity }, facts),
      ...(from === into ? carriedLock(from, facts) : []),
    ]
  },
  form: {
    title: 'Send stake',
    about: 'The stake changes its owner and nothing else: it keeps its subnet and its validator.',
    fields: {
      to: { kind: 'address', label: 'To' },
      position: { kind: 'position', label: 'From' },
      amount: { kind: 'alpha', label: 'Amount', of: 'position' },
    },
    draft: ({ to, position, amount }): Params => ({
      to,
      hotkey: position.hotkey,
      from: position.netuid,
      into: position.netuid,
      quantity: typedQuantity(amount),
    }),
    finish: (draft) => draft,
    spends: () => rao(0n),
    most: (_params, { legs }) => legs.stake,
    trades: ({ from, into, quantity }, facts) => movementTrades({ from, to: into, quantity }, facts),
  },
})

interface Toggles {
  readonly fromSubnet: SubnetState | undefined
  readonly toSubnet: SubnetState | undefined
}

/** TransferToggle of both subnets (TransferDisallowed, spec 424). */
function transferFindings({ from, into }: Params, { fromSubnet, toSubnet }: Toggles): readonly Finding[] {
  const closed = fromSubnet?.transfers === false ? from : toSubnet?.transfers === false ? into : undefined
  if (closed === undefined) return []
  return [
    blocked(
      'no-transfers',
      [
        { netuid: closed },
        ' does not let stake go to another account. It can be unstaked, and the TAO sent.',
      ],
      'position',
    ),
  ]
}

interface Locks {
  readonly legs: SwapLegs
  readonly availability: Availability
  readonly lock: StakeLock | undefined
  readonly theirLock: StakeLock | undefined
  readonly takesLocked: boolean
}

/** What is locked goes with its lock, to who takes it and has no lock for another hotkey (SubtensorModule, spec 424). */
function carriedLock(
  netuid: Netuid,
  { legs, availability, lock, theirLock, takesLocked }: Locks,
): readonly Finding[] {
  const { available } = availability
  if (legs.moved <= available) return []
  if (!takesLocked)
    return [
      blocked(
        'locked-refused',
        [
          'Part of it is locked, and that account takes no locked stake. At most ',
          stakeIn(netuid, available),
          ' is free.',
        ],
        'amount',
      ),
    ]
  if (theirLock !== undefined && theirLock.hotkey !== lock?.hotkey)
    return [
      blocked(
        'other-lock',
        [
          'Part of it is locked, and that account has a lock for another hotkey, ',
          { address: theirLock.hotkey },
          '. At most ',
          stakeIn(netuid, available),
          ' is free.',
        ],
        'amount',
      ),
    ]
  return [caution('carries-lock', ['Part of it is locked, and stays locked with its new owner.'], 'amount')]
}
