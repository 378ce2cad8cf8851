/** Where a person can be in the wallet's own screens, as data. */
import type { Address } from '#shared/domain/address.ts'
import type { OperationId } from '#shared/operations/index.ts'
import type { TypedFields } from './screens/operation/typed.ts'

export type Place =
  | { readonly kind: 'home' }
  | { readonly kind: 'receive' }
  | { readonly kind: 'activity' }
  | { readonly kind: 'transaction'; readonly id: string }
  /** The form of an operation, perhaps with a recipient, or as it stood when its review was opened. */
  | {
      readonly kind: 'operation'
      readonly operation: OperationId
      readonly to?: Address
      readonly typed?: TypedFields
    }
  | { readonly kind: 'contacts' }
  | { readonly kind: 'contact'; readonly address?: Address }
  | { readonly kind: 'settings' }
  | { readonly kind: 'accounts' }
  | { readonly kind: 'add-account' }
  | { readonly kind: 'account'; readonly address: Address }
  | { readonly kind: 'reveal'; readonly address: Address }
  | { readonly kind: 'network' }
  | { readonly kind: 'password' }
