/** What the fields of a form know beside what stands in them. */
import type { Account, Contact } from '#shared/domain/account.ts'
import type { NetworkId } from '#shared/domain/network.ts'
import type { StakePosition } from '#shared/domain/positions.ts'
import type { Names } from '../../ui/spans.tsx'
import type { Recipient } from '../activity/sent.ts'
import type { Quote } from './quoter.ts'
import type { TypedFields } from './typed.ts'

export interface FormContext {
  /** Whose form it is; undefined while there is no account. */
  readonly from: Account | undefined
  readonly network: NetworkId
  readonly typed: TypedFields
  /** The last one, of this form or of what it was a moment ago. */
  readonly quote: Quote | undefined
  /** The most its amount can be, after the fee; unknown while no chain answers. */
  readonly most: bigint | undefined
  /** Whether it is still the account the form was opened for. */
  readonly isAsOpened: boolean
  /** Every one that is known, of all accounts. */
  readonly positions: readonly StakePosition[]
  readonly names: Names
  readonly contacts: readonly Contact[]
  /** Those sent to last that have no name. */
  readonly recent: readonly Recipient[]
  /** Everybody of one's own but the one in front. */
  readonly others: readonly Account[]
}
