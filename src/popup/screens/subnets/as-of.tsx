/** Of which block a list is, and whether that is old. */
import { useTopic } from '../../use-topic.ts'
import { printAge, printBlock, STALE_AFTER_MS } from '../home/standing.ts'
import { useNow } from '../home/use-now.ts'

export interface AsOfProps {
  readonly of: { readonly block: { readonly number: number }; readonly readAt: number } | undefined
  /** What the list holds. */
  readonly what: string
}

export function AsOf({ of, what }: AsOfProps) {
  const chain = useTopic('chain')
  const now = useNow()
  const isOffline = chain?.kind !== 'online' && chain?.kind !== undefined
  if (of === undefined)
    return (
      <p className="as-of-block">{isOffline ? 'No node answers: nothing read yet' : 'Reading the chain…'}</p>
    )
  const age = Math.max(0, now - of.readAt)
  return (
    <p className="as-of-block">
      {what} · block {printBlock(of.block.number)}
      {age >= STALE_AFTER_MS && `, ${printAge(age)}`}
      {isOffline && ', offline'}
    </p>
  )
}
