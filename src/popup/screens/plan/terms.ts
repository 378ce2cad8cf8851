/** What is agreed to of a plan as a whole: how far prices may move, what becomes of the rest when one leg fails, the shield. */
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
