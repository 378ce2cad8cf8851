/** Where a person can be in the wallet's own screens, as data. */
import type { AccountKey, Address } from '#shared/domain/address.ts'
import type { Origin } from '#shared/domain/site.ts'
import type { Netuid } from '#shared/domain/units.ts'
import type { Filled, TypedFields } from './screens/operation/typed.ts'
import type { ExitKept, RebalanceKept } from './screens/plan/terms.ts'

export type Place =
  | { readonly kind: 'home' }
  | { readonly kind: 'receive' }
  | { readonly kind: 'activity' }
  | { readonly kind: 'transaction'; readonly id: string }
  /** The form of an operation, perhaps with something in it, or as it stood when its review was opened. */
  | {
      readonly kind: 'operation'
      readonly operation: string
      readonly filled?: Filled
      readonly typed?: TypedFields
    }
  /** Everything that can be done, and what cannot and why. */
  | { readonly kind: 'possible' }
  | { readonly kind: 'value' }
  | {
      readonly kind: 'position'
      readonly coldkey: Address
      readonly hotkey: AccountKey
      readonly netuid: Netuid
    }
  /** A plan over many positions, perhaps as it stood when its review was opened. */
  | { readonly kind: 'plan'; readonly of: 'exit'; readonly exit?: ExitKept }
  | { readonly kind: 'plan'; readonly of: 'rebalance'; readonly rebalance?: RebalanceKept }
  | { readonly kind: 'subnets' }
  | { readonly kind: 'subnet'; readonly netuid: Netuid }
  | { readonly kind: 'validators'; readonly netuid: Netuid }
  | { readonly kind: 'validator'; readonly netuid: Netuid; readonly hotkey: AccountKey }
  | { readonly kind: 'chain' }
  | { readonly kind: 'powers' }
  | { readonly kind: 'key-swap' }
  | { readonly kind: 'crowdloans' }
  | { readonly kind: 'contacts' }
  | { readonly kind: 'contact'; readonly address?: Address }
  | { readonly kind: 'settings' }
  | { readonly kind: 'accounts' }
  | { readonly kind: 'add-account' }
  | { readonly kind: 'account'; readonly address: Address }
  | { readonly kind: 'reveal'; readonly address: Address }
  | { readonly kind: 'network' }
  | { readonly kind: 'password' }
  | { readonly kind: 'sites' }
  | { readonly kind: 'site'; readonly origin: Origin }
