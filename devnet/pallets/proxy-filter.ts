// What each proxy type permits (runtime/src/lib.rs InstanceFilter, spec 424/425), by call name.
import type { Outer } from '../runtime/declare.ts'

interface Permission {
  readonly allows: (name: string, call: Outer) => boolean
}

const names = (pallet: string, calls: string): ReadonlySet<string> =>
  new Set(calls.split(' ').map((call) => `${pallet}.${call}`))

const STAKING = names(
  'SubtensorModule',
  'add_stake add_stake_limit remove_stake remove_stake_limit remove_stake_full_limit unstake_all unstake_all_alpha swap_stake swap_stake_limit move_stake',
)
const COLDKEY_SWAP = names(
  'SubtensorModule',
  'schedule_swap_coldkey swap_coldkey announce_coldkey_swap swap_coldkey_announced clear_coldkey_swap_announcement dispute_coldkey_swap reset_coldkey_swap',
)
const HOTKEY_SWAP = names('SubtensorModule', 'swap_hotkey swap_hotkey_v2')
const DISSOLVE = names('SubtensorModule', 'dissolve_network root_dissolve_network')
const PAID_REGISTRATION = names('SubtensorModule', 'burned_register root_register')
const REGISTRATION = names('SubtensorModule', 'burned_register register register_limit')
const TRANSFERS = names('Balances', 'transfer_keep_alive transfer_allow_death transfer_all')
const CHILD_KEYS = names('SubtensorModule', 'set_children set_childkey_take')
const IDENTITY = names('SubtensorModule', 'set_subnet_identity update_symbol')
const TRANSFER_STAKE = 'SubtensorModule.transfer_stake'

// Half a TAO, or half an alpha, for each call; there is no limit over all of them.
const SMALL = 500_000_000n

const isAdmin = (name: string): boolean =>
  name.startsWith('AdminUtils.') && name !== 'AdminUtils.sudo_set_sn_owner_hotkey'

function isSmall(name: string, call: Outer): boolean {
  const args = (call.value.value ?? {}) as { readonly value?: unknown; readonly alpha_amount?: unknown }
  const amount = name === TRANSFER_STAKE ? args.alpha_amount : args.value
  const kind = name === TRANSFER_STAKE || (TRANSFERS.has(name) && name !== 'Balances.transfer_all')
  return kind && typeof amount === 'bigint' && amount < SMALL
}

function isSetCodeBySudo(name: string, call: Outer): boolean {
  const inner = (call.value.value as { readonly call?: Outer } | undefined)?.call
  return name === 'Sudo.sudo_unchecked_weight' && inner?.type === 'System' && inner.value.type === 'set_code'
}

const NOTHING: Permission = { allows: () => false }

const PERMISSIONS: Readonly<Record<string, Permission>> = {
  Any: { allows: () => true },
  Owner: { allows: (name) => isAdmin(name) || IDENTITY.has(name) },
  NonCritical: {
    allows: (name) =>
      !name.startsWith('Sudo.') &&
      !DISSOLVE.has(name) &&
      !PAID_REGISTRATION.has(name) &&
      !COLDKEY_SWAP.has(name),
  },
  NonTransfer: {
    allows: (name) => !name.startsWith('Balances.') && name !== TRANSFER_STAKE && !COLDKEY_SWAP.has(name),
  },
  NonFungible: {
    allows: (name) =>
      !name.startsWith('Balances.') &&
      name !== TRANSFER_STAKE &&
      !STAKING.has(name) &&
      !PAID_REGISTRATION.has(name) &&
      !COLDKEY_SWAP.has(name) &&
      !HOTKEY_SWAP.has(name),
  },
  Staking: { allows: (name) => STAKING.has(name) || name === 'SubtensorModule.set_root_claim_type' },
  Registration: { allows: (name) => REGISTRATION.has(name) },
  Transfer: { allows: (name) => TRANSFERS.has(name) || name === TRANSFER_STAKE },
  SmallTransfer: { allows: isSmall },
  ChildKeys: { allows: (name) => CHILD_KEYS.has(name) },
  SudoUncheckedSetCode: { allows: isSetCodeBySudo },
  SwapHotkey: { allows: (name) => HOTKEY_SWAP.has(name) },
  SubnetLeaseBeneficiary: {
    allows: (name) => name === 'SubtensorModule.start_call' || IDENTITY.has(name) || isAdmin(name),
  },
  RootClaim: { allows: (name) => name === 'SubtensorModule.claim_root' },
}

/** Whether a proxy of this type may make this call. Deprecated types permit nothing. */
export const permits = (proxyType: string, call: Outer): boolean =>
  (PERMISSIONS[proxyType] ?? NOTHING).allows(`${call.type}.${call.value.type}`, call)

/** Whether a proxy of type `one` may add or remove one of type `other`. */
export function isSuperset(one: string, other: string): boolean {
  if (one === other || one === 'Any') return true
  if (other === 'Any') return false
  if (one === 'NonTransfer') return other !== 'Transfer' && other !== 'SmallTransfer'
  return one === 'Transfer' && other === 'SmallTransfer'
}
