/** Plans: several operations that are agreed to at once. */

import { rao } from './units.ts'

/** As many as are asked about at once without being a burden to a public node: each costs a simulation or two. */
export const MOST_LEGS = 40

/** What a part of a position must bring, and what stake that moves must be worth (SubtensorModule.InitialMinStake, spec 424). */
export const LEAST_MOVED = rao(2_000_000n)
