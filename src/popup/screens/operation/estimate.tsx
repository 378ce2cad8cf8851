/** The card of an estimate: what would come of it, what it costs and leaves, and as of which block. */
import type { ReactNode } from 'react'
import type { Failure } from '#shared/domain/errors.ts'
import type { Rao } from '#shared/domain/units.ts'
import { WholeAmount } from '../../ui/amount.tsx'
import { FailureNote } from '../../ui/failure.tsx'
import { Note } from '../../ui/note.tsx'
import { Fact, Facts } from '../../ui/row.tsx'
import { PrivateAmount } from '../home/concealed.tsx'

export interface EstimateProps {
  readonly fee: Rao | null | undefined
  readonly after: Rao | null | undefined
  /** Whether it is of what stands in the form now. */
  readonly isCurrent: boolean
  readonly isReady: boolean
  readonly failure: Failure | undefined
  /** Which block it is of, in words. */
  readonly asOf: string
  readonly children: ReactNode
}

/** Read out once for each change of a form; a new block alone says nothing. */
export const READY = 'The estimate is ready.'

export function Estimate({ fee, after, isCurrent, isReady, failure, asOf, children }: EstimateProps) {
  const look = isCurrent ? '' : 'old'
  return (
    <section className="card quote" aria-label="Estimate" aria-busy={!isCurrent && failure === undefined}>
      <div className={look}>{children}</div>
      <Facts>
        <Fact label="Network fee">
          <Figure value={fee} look={look} whole />
        </Fact>
        <Fact label="Left after this">
          <Figure value={after} look={look} />
        </Fact>
      </Facts>
      <span className="unseen" aria-live="polite">
        {isReady && READY}
      </span>
      <p className="as-of-block">{asOf}</p>
    </section>
  )
}

/** Why there is none. */
export function NoEstimate({
  isOffline,
  failure,
}: Pick<EstimateProps, 'failure'> & { readonly isOffline: boolean }) {
  if (isOffline || failure?.code === 'offline')
    return (
      <Note level="caution">
        No node answers: there is no estimate, and nothing can be sent until one does.
      </Note>
    )
  return failure !== undefined && <FailureNote failure={failure} />
}

interface FigureProps {
  /** Null or undefined while it is not known, which is not nothing. */
  readonly value: Rao | null | undefined
  readonly look: string
  readonly whole?: boolean
}

export function Figure({ value, look, whole = false }: FigureProps) {
  if (value == null)
    return (
      <span className="faint">
        <span aria-hidden>–</span>
        <span className="unseen">not known yet</span>
      </span>
    )
  return (
    <span className={look}>{whole ? <WholeAmount value={value} /> : <PrivateAmount value={value} />}</span>
  )
}
