/** How much more or less is owned, with its sign and its colour. In TAO: a share would take what came in for a gain. */
import { BriefAmount } from '../../ui/amount.tsx'

/** @param value rao */
export function ByHowMuch({ value }: { readonly value: bigint }) {
  if (value === 0n) return <span className="muted">no change</span>
  const [tone, sign] = value > 0n ? ['good', '+'] : ['bad', '−']
  return (
    <span className={tone}>
      {sign}
      <BriefAmount value={value < 0n ? -value : value} />
    </span>
  )
}
