/** Amounts that may be hidden: then no digit of them is in the page, not even in a title. */
import type { Span } from '#shared/domain/description.ts'
import { Amount, type AmountProps, BigAmount } from '../../ui/amount.tsx'
import { usePreference } from './preferences.ts'

const DOTS = '••••'

export function PrivateAmount(props: AmountProps) {
  return usePreference('hide-amounts') ? <Hidden unit={props.unit} /> : <Amount {...props} />
}

export function PrivateBigAmount(props: AmountProps) {
  if (!usePreference('hide-amounts')) return <BigAmount {...props} />
  return (
    <div className="amount big">
      <Hidden unit={props.unit} />
    </div>
  )
}

/** The same length for every amount: the dots tell nothing. */
function Hidden({ unit = 'τ' }: Pick<AmountProps, 'unit'>) {
  return (
    <span className="amount">
      <span className="unit">{unit}</span>
      <span aria-hidden>{DOTS}</span>
      <span className="unseen">hidden</span>
    </span>
  )
}

/** A sentence as the title of a row: without its full stop. */
export function asTitle(spans: readonly Span[]): readonly Span[] {
  return spans.map((span, at) =>
    typeof span === 'string' && at === spans.length - 1 ? span.replace(/\.$/, '') : span,
  )
}

/** A sentence without its amounts. */
export function concealed(spans: readonly Span[]): readonly Span[] {
  return spans.map((span) =>
    typeof span === 'string' || !('rao' in span || 'alpha' in span)
      ? span
      : `${'rao' in span ? 'τ' : 'α'} ${DOTS}`,
  )
}
