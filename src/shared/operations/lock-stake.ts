/** Locks alpha in favour of a hotkey: it stays staked and earns, and cannot leave the subnet. */
import { type Of, object } from '../codec.ts'
import { Address } from '../domain/address.ts'
import type { Finding } from '../domain/description.ts'
import { stakeIn } from '../domain/price.ts'
import { AlphaRao, alphaRao, Netuid, rao } from '../domain/units.ts'
import { defineOperation } from './define.ts'
import type { Availability, StakeLock } from './fact-shapes.ts'
import { feeFindings, purseOf } from './fee-rules.ts'
import { blocked, caution } from './findings.ts'
import { subnetFindings } from './subnet-rules.ts'
import { stakeSpans } from './way.ts'

const Params = object({ hotkey: Address, netuid: Netuid, amount: AlphaRao })
type Params = Of<typeof Params>

export const lockStake = defineOperation({
  id: 'lock-stake',
  params: Params,
  calls: { 'SubtensorModule.lock_stake': Params },
  build: (params) => ({ name: 'SubtensorModule.lock_stake', args: params }),
  parse: ({ args }): Params => args,
  asks: ({ netuid }, signer) => ({
    ...purseOf(signer),
    subnet: { fact: 'subnet', of: netuid },
    availability: { fact: 'availability', of: { coldkey: signer, netuid } },
    lock: { fact: 'lock', of: { coldkey: signer, netuid } },
  }),
  describe: ({ hotkey, netuid, amount }) => ({
    verb: 'Lock',
    sentence: ['Lock ', ...stakeSpans(netuid, amount), ' for ', { address: hotkey }, '.'],
    rows: [
      { label: 'For hotkey', value: [{ address: hotkey }] },
      { label: 'Subnet', value: [{ netuid }] },
      { label: 'Amount', value: [stakeIn(netuid, amount)] },
    ],
  }),
  warns: () => [
    // UnlockRate, spec 424: 934,866 blocks, so that half is free after about ninety days.
    caution('locks', [
      'What is locked cannot be unstaked, swapped or spent, on whichever validator it lies. It comes free slowly, half of it in about three months; not at all while the lock is perpetual.',
    ]),
  ],
  risks: (params, facts) => [
    ...feeFindings(facts),
    ...subnetFindings(facts.subnet, params.netuid, 'position'),
    ...lockingFindings(params, facts),
  ],
  form: {
    title: 'Lock stake',
    about:
      'Alpha locked for a hotkey gives it conviction, which can make it the owner of the subnet. It goes on earning.',
    fields: {
      position: { kind: 'position', label: 'Position', root: false },
      amount: { kind: 'alpha', label: 'Amount', of: 'position' },
    },
    draft: ({ position, amount }): Params => ({
      ...position,
      amount: amount === 'max' ? alphaRao(0n) : amount.exactly,
    }),
    finish: (draft, { amount }, facts): Params => ({
      ...draft,
      amount: amount === 'max' ? free(facts.availability) : draft.amount,
    }),
    spends: () => rao(0n),
    most: (_params, { availability }) => free(availability),
  },
})

function free({ total, locked }: Availability): AlphaRao {
  return alphaRao(total > locked ? total - locked : 0n)
}

/** One lock for a coldkey and subnet, which names one hotkey (LockHotkeyMismatch, InsufficientStakeForLock, spec 424). */
function lockingFindings(
  { hotkey, netuid, amount }: Params,
  { availability, lock }: { readonly availability: Availability; readonly lock: StakeLock | undefined },
): readonly Finding[] {
  if (lock !== undefined && lock.hotkey !== hotkey)
    return [
      blocked(
        'other-lock',
        [
          'There is a lock for another hotkey already, ',
          { address: lock.hotkey },
          '. Lock for that one, or move the lock first.',
        ],
        'position',
      ),
    ]
  if (amount === 0n) return [blocked('nothing', ['Nothing would be locked: give an amount.'], 'amount')]
  if (amount <= free(availability)) return []
  return [
    blocked(
      'more-than-free',
      ['More than is there unlocked: at most ', stakeIn(netuid, free(availability)), '.'],
      'amount',
    ),
  ]
}
