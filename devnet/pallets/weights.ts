// What calls weigh, in picoseconds of ref-time. Fees follow from it: 0.0005 rao per picosecond.
import type { Outer } from '../runtime/declare.ts'

const READ = 25_000_000n
const WRITE = 100_000_000n

/** The base weight of an extrinsic (BlockWeights.base_extrinsic, normal class). */
export const BASE_EXTRINSIC = 108_157_000n

/**
 * The extensions together. The coldkey-swap guard and the others were seen to add about 34 000 rao on the real chain;
 * their exact weights are not known, so fees here are true to about 5 %.
 */
export const EXTENSIONS = 68_000_000n

// 31 714 rao and 2 832 rao a call, as weights.
export const BATCH_BASE = 63_428_000n
export const BATCH_ITEM = 5_664_000n
const PROXY_WRAPPER = 203_026_000n
/** What an approval weighs by itself: the stock pallet's. */
export const MULTISIG_WRAPPER = 45_000_000n + READ + WRITE

const rao = (fee: bigint): bigint => fee * 2_000n

// Balances: weights of the stock pallet. The others: fees measured for spec 425, turned back into weights.
const TABLE: Readonly<Record<string, bigint>> = {
  'System.remark': 680_000n,
  'System.remark_with_event': 7_000_000n,
  'Timestamp.set': 9_000_000n + 2n * READ + WRITE,
  'Balances.transfer_allow_death': 48_363_000n + READ + WRITE,
  'Balances.transfer_keep_alive': 38_159_000n + READ + WRITE,
  'Balances.transfer_all': 47_385_000n + READ + WRITE,
  'Balances.burn': 30_968_000n,
  'Proxy.add_proxy': rao(75_385n),
  'Proxy.remove_proxy': rao(75_385n),
  'Proxy.remove_proxies': rao(75_385n),
  'Multisig.cancel_as_multi': MULTISIG_WRAPPER,
  'Multisig.poke_deposit': MULTISIG_WRAPPER,
  'SubtensorModule.add_stake': rao(1_532_032n),
  'SubtensorModule.add_stake_limit': rao(1_626_502n),
  'SubtensorModule.add_stake_burn': rao(1_746_154n),
  'SubtensorModule.remove_stake': rao(1_284_599n),
  'SubtensorModule.remove_stake_limit': rao(1_357_848n),
  'SubtensorModule.remove_stake_full_limit': rao(1_364_646n),
  'SubtensorModule.unstake_all': rao(88_415n),
  'SubtensorModule.unstake_all_alpha': rao(2_137_936n),
  'SubtensorModule.move_stake': rao(695_530n),
  'SubtensorModule.transfer_stake': rao(666_770n),
  'SubtensorModule.swap_stake': rao(2_158_509n),
  'SubtensorModule.swap_stake_limit': rao(2_259_757n),
  'SubtensorModule.recycle_alpha': rao(548_569n),
  'SubtensorModule.burn_alpha': rao(434_482n),
  'SubtensorModule.claim_root': rao(469_499n),
  'SubtensorModule.set_root_claim_type': rao(234_141n),
  'SubtensorModule.set_coldkey_auto_stake_hotkey': rao(166_926n),
  'SubtensorModule.lock_stake': rao(420_497n),
  'SubtensorModule.move_lock': rao(549_909n),
  'SubtensorModule.announce_coldkey_swap': rao(223_624n),
  'SubtensorModule.swap_coldkey_announced': rao(1_356_578n),
  'SubtensorModule.dispute_coldkey_swap': rao(86_646n),
  'SubtensorModule.set_identity': rao(103_520n),
  'SubtensorModule.burned_register': rao(2_043_407n),
  'SubtensorModule.root_register': rao(1_089_467n),
  'SubtensorModule.swap_hotkey': rao(7_846_019n),
  'SubtensorModule.swap_hotkey_v2': rao(7_846_019n),
  'SubtensorModule.try_associate_hotkey': rao(200_168n),
  'SubtensorModule.set_childkey_take': rao(214_435n),
  'SubtensorModule.register_network': rao(3_038_562n),
  'MevShield.submit_encrypted': rao(103_611n),
  'MevShield.store_encrypted': rao(10_000_000n),
  'Crowdloan.contribute': rao(295_804n),
  'Crowdloan.withdraw': rao(280_129n),
}

// A call that was never measured.
const UNKNOWN = 50_000_000n + 2n * READ + 2n * WRITE

// Calls whose sender pays nothing (Pays::No), spec 424.
const FREE = new Set(
  [
    ...[
      'set_weights',
      'set_mechanism_weights',
      'batch_set_weights',
      'commit_weights',
      'commit_mechanism_weights',
    ],
    ...['batch_commit_weights', 'reveal_weights', 'reveal_mechanism_weights', 'batch_reveal_weights'],
    ...['commit_crv3_mechanism_weights', 'commit_timelocked_weights', 'commit_timelocked_mechanism_weights'],
    ...[
      'decrease_take',
      'increase_take',
      'serve_axon',
      'serve_axon_tls',
      'serve_prometheus',
      'associate_evm_key',
    ],
  ].map((name) => `SubtensorModule.${name}`),
).add('Commitments.set_commitment')

interface Carried {
  readonly calls?: readonly Outer[]
  readonly call?: Outer
  readonly main?: Outer
  readonly fallback?: Outer
  readonly max_weight?: { readonly ref_time: bigint }
}

const BATCHES = new Set(['Utility.batch', 'Utility.batch_all', 'Utility.force_batch'])
const total = (list: readonly Outer[]): bigint => list.reduce((sum, call) => sum + refTimeOf(call), 0n)

/** The declared ref-time of a call, calls inside it included. */
export function refTimeOf(call: Outer): bigint {
  const name = `${call.type}.${call.value.type}`
  const inner = (call.value.value ?? {}) as Carried
  if (BATCHES.has(name))
    return BATCH_BASE + BATCH_ITEM * BigInt(inner.calls?.length ?? 0) + total(inner.calls ?? [])
  if (name === 'Proxy.proxy' || name === 'Proxy.proxy_announced')
    return PROXY_WRAPPER + (inner.call ? refTimeOf(inner.call) : 0n)
  if (name === 'Utility.if_else') {
    const branches = [inner.main, inner.fallback].flatMap((branch) => (branch ? [refTimeOf(branch)] : []))
    return BATCH_BASE + branches.reduce((sum, each) => sum + each, 0n)
  }
  // What may be used by the call is paid for beforehand, by every approval.
  if (name === 'Multisig.as_multi' || name === 'Multisig.approve_as_multi')
    return MULTISIG_WRAPPER + (inner.max_weight?.ref_time ?? 0n)
  if (name === 'Multisig.as_multi_threshold_1')
    return MULTISIG_WRAPPER + (inner.call ? refTimeOf(inner.call) : 0n)
  if (name === 'Utility.as_derivative') return BATCH_BASE + (inner.call ? refTimeOf(inner.call) : 0n)
  return TABLE[name] ?? UNKNOWN
}

/** Whether the sender pays a fee. A batch is free only when every call in it is. */
export function paysFee(call: Outer): boolean {
  const name = `${call.type}.${call.value.type}`
  const inner = ((call.value.value ?? {}) as Carried).calls ?? []
  if (BATCHES.has(name)) return inner.length === 0 || inner.some(paysFee)
  return !FREE.has(name)
}
