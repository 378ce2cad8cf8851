/** What a transaction came to, as the biggest line of its screen, and beneath it what was done. */
import type { Span } from '#shared/domain/description.ts'
import { InlineSubnet, type Names, Spans } from '../../ui/spans.tsx'
import { PrivateBigAmount } from '../home/concealed.tsx'
import type { Result } from './result.ts'

export interface ResultLinesProps {
  readonly result: Result
  readonly names: Names
  /** Takes amounts out of a sentence where they are hidden. */
  readonly shown: (spans: readonly Span[]) => readonly Span[]
}

export function ResultLines({ result: { sign, money, beneath }, names, shown }: ResultLinesProps) {
  const [value, unit] = 'rao' in money ? ([money.rao, 'τ'] as const) : ([money.alpha, 'α'] as const)
  return (
    <section className="stack tight" aria-label="Result">
      <h2 className={sign === '+' ? 'result plus' : 'result'}>
        {sign !== undefined && <span className="sign">{sign}</span>}
        <PrivateBigAmount value={value} unit={unit} />
        {'netuid' in money && (
          <small>
            of <InlineSubnet netuid={money.netuid} names={names} isWithin />
          </small>
        )}
      </h2>
      {beneath.map((spans, at) => (
        <p key={at} className="came">
          <Spans spans={shown(spans)} names={names} />
        </p>
      ))}
    </section>
  )
}
