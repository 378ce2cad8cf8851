// What each proxy type permits (runtime/src/lib.rs InstanceFilter, spec 424/425), by call name: one table that the pallet
// goes by and the runtime API tells.
import type { Outer } from '../runtime/declare.ts'

/** What must be true of the call's own arguments. */
type Condition =
  | { readonly kind: 'less'; readonly param: string; readonly limit: bigint }
  | { readonly kind: 'nested'; readonly pallet: string; readonly call: string }

/** Calls of one pallet: one of them, or without a name all. */
export interface Rule {
  readonly pallet: string
  readonly call?: string
  readonly condition?: Condition
}

export interface ProxyFilter {
  readonly mode: 'AllowAll' | 'DenyAll' | 'Allow' | 'Deny'
  readonly calls: readonly Rule[]
  /** Not of `calls`, though they are among them. */
  readonly exceptions: readonly Rule[]
}

const of = (pallet: string, calls: string): readonly Rule[] =>
  calls.split(' ').map((call) => ({ pallet, call }))
const all = (pallet: string): readonly Rule[] => [{ pallet }]

const STAKING = of(
  'SubtensorModule',
  'add_stake add_stake_limit remove_stake remove_stake_limit remove_stake_full_limit unstake_all unstake_all_alpha swap_stake swap_stake_limit move_stake',
)
const COLDKEY_SWAP = of(
  'SubtensorModule',
  'schedule_swap_coldkey swap_coldkey announce_coldkey_swap swap_coldkey_announced clear_coldkey_swap_announcement dispute_coldkey_swap reset_coldkey_swap',
)
const HOTKEY_SWAP = of('SubtensorModule', 'swap_hotkey swap_hotkey_v2')
const DISSOLVE = of('SubtensorModule', 'dissolve_network root_dissolve_network')
const PAID_REGISTRATION = of('SubtensorModule', 'burned_register root_register')
const IDENTITY = of('SubtensorModule', 'set_subnet_identity update_symbol')
const TRANSFER_STAKE = of('SubtensorModule', 'transfer_stake')
const ADMIN = { calls: all('AdminUtils'), exceptions: of('AdminUtils', 'sudo_set_sn_owner_hotkey') }

// Half a TAO, or half an alpha, for each call; there is no limit over all of them.
const SMALL = 500_000_000n
const small = (rules: readonly Rule[], param: string): readonly Rule[] =>
  rules.map((rule) => ({ ...rule, condition: { kind: 'less', param, limit: SMALL } }))

const allow = (calls: readonly Rule[], exceptions: readonly Rule[] = []): ProxyFilter => ({
  ...{ mode: 'Allow', calls, exceptions },
})
const deny = (...calls: readonly Rule[]): ProxyFilter => ({ mode: 'Deny', calls, exceptions: [] })

const NOTHING: ProxyFilter = { mode: 'DenyAll', calls: [], exceptions: [] }

const FILTERS: Readonly<Record<string, ProxyFilter>> = {
  Any: { mode: 'AllowAll', calls: [], exceptions: [] },
  Owner: allow([...ADMIN.calls, ...IDENTITY], ADMIN.exceptions),
  NonCritical: deny(...all('Sudo'), ...DISSOLVE, ...PAID_REGISTRATION, ...COLDKEY_SWAP),
  NonTransfer: deny(...all('Balances'), ...TRANSFER_STAKE, ...COLDKEY_SWAP),
  NonFungible: deny(
    ...all('Balances'),
    ...[...TRANSFER_STAKE, ...STAKING, ...PAID_REGISTRATION, ...COLDKEY_SWAP, ...HOTKEY_SWAP],
  ),
  Staking: allow([...STAKING, ...of('SubtensorModule', 'set_root_claim_type')]),
  Registration: allow(of('SubtensorModule', 'burned_register register register_limit')),
  Transfer: allow([
    ...of('Balances', 'transfer_keep_alive transfer_allow_death transfer_all'),
    ...TRANSFER_STAKE,
  ]),
  SmallTransfer: allow([
    ...small(of('Balances', 'transfer_keep_alive transfer_allow_death'), 'value'),
    ...small(TRANSFER_STAKE, 'alpha_amount'),
  ]),
  ChildKeys: allow(of('SubtensorModule', 'set_children set_childkey_take')),
  SudoUncheckedSetCode: allow([
    {
      ...{ pallet: 'Sudo', call: 'sudo_unchecked_weight' },
      condition: { kind: 'nested', pallet: 'System', call: 'set_code' },
    },
  ]),
  SwapHotkey: allow(HOTKEY_SWAP),
  SubnetLeaseBeneficiary: allow(
    [...of('SubtensorModule', 'start_call'), ...IDENTITY, ...ADMIN.calls],
    ADMIN.exceptions,
  ),
  RootClaim: allow(of('SubtensorModule', 'claim_root')),
}

/** Those that are not in the table are deprecated, and permit nothing. */
export const isDeprecated = (proxyType: string): boolean => FILTERS[proxyType] === undefined

export const filterOf = (proxyType: string): ProxyFilter => FILTERS[proxyType] ?? NOTHING

/** Whether a proxy of this type may make this call. */
export function permits(proxyType: string, call: Outer): boolean {
  const { mode, calls, exceptions } = filterOf(proxyType)
  if (mode === 'AllowAll' || mode === 'DenyAll') return mode === 'AllowAll'
  const fits = (rule: Rule): boolean => isOf(rule, call)
  return (mode === 'Allow') === (calls.some(fits) && !exceptions.some(fits))
}

function isOf({ pallet, call: name, condition }: Rule, call: Outer): boolean {
  if (call.type !== pallet || (name !== undefined && call.value.type !== name)) return false
  if (condition === undefined) return true
  const args = Object(call.value.value) as Readonly<Record<string, unknown>>
  if (condition.kind === 'less') {
    const amount = args[condition.param]
    return typeof amount === 'bigint' && amount < condition.limit
  }
  const inner = args['call'] as Outer | undefined
  return inner?.type === condition.pallet && inner.value.type === condition.call
}

/** Whether a proxy of type `one` may add or remove one of type `other`. */
export function isSuperset(one: string, other: string): boolean {
  if (one === other || one === 'Any') return true
  if (other === 'Any') return false
  if (one === 'NonTransfer') return other !== 'Transfer' && other !== 'SmallTransfer'
  return one === 'Transfer' && other === 'SmallTransfer'
}
