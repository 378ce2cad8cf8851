/** A description as elements: the operation says what is meant, this says how it looks. */
import type { Address } from '#shared/domain/address.ts'
import type { Span } from '#shared/domain/description.ts'
import { InlineAddress } from './address-view.tsx'
import { WholeAmount } from './amount.tsx'

/** How this wallet calls an address, if it knows it. */
export type Names = (address: Address) => string | undefined

export interface SpansProps {
  readonly spans: readonly Span[]
  readonly names?: Names | undefined
}

export function Spans({ spans, names }: SpansProps) {
  return spans.map((span, at) => <Part key={at} span={span} names={names} />)
}

/** Every digit: what is agreed to is never rounded. */
function Part({ span, names }: { readonly span: Span; readonly names: Names | undefined }) {
  if (typeof span === 'string') return span
  if ('rao' in span) return <WholeAmount value={span.rao} />
  if ('alpha' in span)
    return (
      <>
        <WholeAmount value={span.alpha} unit="α" /> of subnet {span.netuid}
      </>
    )
  if ('address' in span) return <InlineAddress address={span.address} name={names?.(span.address)} />
  if ('price' in span)
    return (
      <>
        <WholeAmount value={span.price} /> per α
      </>
    )
  if ('code' in span) return <code>{span.code}</code>
  return span.netuid === 0 ? 'Root' : `Subnet ${span.netuid}`
}
