/** What is agreed to of a plan as a whole: how far prices may move, what becomes of the rest when one leg fails, the shield. */
import type { Address } from '#shared/domain/address.ts'
import type { Netuid } from '#shared/domain/units.ts'

export interface Terms {
  /** Percent, as typed. */
  readonly tolerance: string
  readonly whole: boolean
  readonly shield: boolean
}

/** Half a percent, as everywhere; and one leg that fails does not keep the others. */
export const USUAL: Terms = { tolerance: '0.5', whole: false, shield: true }

/** What is taken out, as it stood when its review was opened. */
export interface ExitKept {
  readonly terms: Terms
  /** The ids of positions that were not ticked. */
  readonly left: readonly string[]
  readonly sweepsDust: boolean
}

/** Shares, as they stood when their review was opened: by place, in percent as typed. */
export interface RebalanceKept {
  readonly terms: Terms
  readonly shares: Readonly<Record<string, string>>
  readonly added: readonly { readonly hotkey: Address; readonly netuid: Netuid }[]
}
