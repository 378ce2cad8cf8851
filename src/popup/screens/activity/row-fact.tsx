/** One row of a description: an address in full, an amount to the last digit. */
import type { Span } from '#shared/domain/description.ts'
import { WholeAddress } from '../../ui/address-view.tsx'
import { type Names, Spans } from '../../ui/spans.tsx'

/** Of an address nothing is left out: it is there to be compared. */
export function RowFact({
  label,
  value,
  names,
}: {
  readonly label: string
  readonly value: readonly Span[]
  readonly names: Names
}) {
  const only = value.length === 1 ? value[0] : undefined
  if (typeof only !== 'object' || !('address' in only))
    return (
      <div className={isLong(value) ? 'fact tall' : 'fact'}>
        <dt>{label}</dt>
        <dd>
          <Spans spans={value} names={names} />
        </dd>
      </div>
    )
  const name = names(only.address)
  return (
    <div className="fact tall">
      <dt>
        {label}
        {name !== undefined && `: ${name}`}
      </dt>
      <dd>
        <WholeAddress address={only.address} />
      </dd>
    </div>
  )
}

/** What would be squeezed beside its label stands under it. */
function isLong(value: readonly Span[]): boolean {
  return value.some((span) => {
    const text = typeof span === 'string' ? span : 'code' in span ? span.code : ''
    return text.length > 32
  })
}
