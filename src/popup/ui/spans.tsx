/** A description as elements: the operation says what is meant, this says how it looks. */
import { tidyName } from '#shared/domain/account.ts'
import type { Address } from '#shared/domain/address.ts'
import type { Span } from '#shared/domain/description.ts'
import type { Netuid } from '#shared/domain/units.ts'
import { InlineAddress, WholeAddress } from './address-view.tsx'
import { BriefAmount, WholeAmount } from './amount.tsx'

/** How this wallet calls an address, if it knows it; and what a subnet calls itself, where that is known. */
export interface Names {
  (address: Address): string | undefined
  readonly subnet?: (netuid: Netuid) => string | undefined
}

export interface SpansProps {
  readonly spans: readonly Span[]
  readonly names?: Names | undefined
  /** Amounts to a few digits, where there is one line for all of it. What is agreed to is never rounded. */
  readonly isBrief?: boolean
}

export function Spans({ spans, names, isBrief = false }: SpansProps) {
  const Digits = isBrief ? BriefAmount : WholeAmount
  return spans.map((span, at) => <Part key={at} span={span} names={names} Digits={Digits} />)
}

interface PartProps {
  readonly span: Span
  readonly names: Names | undefined
  readonly Digits: typeof WholeAmount
}

function Part({ span, names, Digits }: PartProps) {
  if (typeof span === 'string') return span
  if ('rao' in span) return <Digits value={span.rao} />
  if ('alpha' in span)
    return (
      <>
        <Digits value={span.alpha} unit="α" /> of <InlineSubnet netuid={span.netuid} names={names} isWithin />
      </>
    )
  if ('address' in span) {
    if (span.unlike !== undefined) return <WholeAddress address={span.address} unlike={span.unlike} />
    return <InlineAddress address={span.address} name={names?.(span.address)} />
  }
  if ('price' in span)
    return (
      <>
        <Digits value={span.price} /> per α
      </>
    )
  if ('code' in span) return <code>{span.code}</code>
  return <InlineSubnet netuid={span.netuid} names={names} />
}

/** More letters of a name than a sentence has room for. */
const LONG = 32

interface InlineSubnetProps {
  readonly netuid: Netuid
  readonly names: Names | undefined
  /** In the middle of a sentence. */
  readonly isWithin?: boolean
}

/** `Chutes (SN64)`: anybody may name a subnet as he likes, so its number stands last, and is ours. */
export function InlineSubnet({ netuid, names, isWithin = false }: InlineSubnetProps) {
  if (netuid === 0) return isWithin ? 'root' : 'Root'
  const name = tidyName(names?.subnet?.(netuid) ?? '')
  if (name === '') return `${isWithin ? 'subnet' : 'Subnet'} ${netuid}`
  return (
    <>
      <bdi>{name.length > LONG ? `${name.slice(0, LONG - 1)}…` : name}</bdi> (SN{netuid})
    </>
  )
}
