/** The two plans there are, each with a screen of its own. */
import { Exit } from './exit-screen.tsx'
import { Rebalance } from './rebalance-screen.tsx'
import type { ExitKept, RebalanceKept } from './terms.ts'

export interface PlanProps {
  readonly of: 'exit' | 'rebalance'
  readonly exit?: ExitKept | undefined
  readonly rebalance?: RebalanceKept | undefined
}

export function Plan({ of, exit, rebalance }: PlanProps) {
  return of === 'exit' ? <Exit kept={exit} /> : <Rebalance kept={rebalance} />
}
