/** The two plans there are, each with a screen of its own. */
import { Exit } from './exit-screen.tsx'
import type { ExitKept } from './terms.ts'

export interface PlanProps {
  readonly of: 'exit' | 'rebalance'
  readonly exit?: ExitKept | undefined
}

export function Plan({ exit }: PlanProps) {
  return <Exit kept={exit} />
}
