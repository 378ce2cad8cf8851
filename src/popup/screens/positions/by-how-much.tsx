/**
 * How much more or less is owned, with its sign and its colour, and in what time. In TAO: a share would take what came in
 * for a gain.
 */
import { BriefAmount } from '../../ui/amount.tsx'
import type { Past } from './past.ts'
import { lengthWords } from './past-words.ts'

export function ByHowMuch({ past: { first, last } }: { readonly past: Past }) {
  return (
    <span>
      <Difference value={last.value - first.value} />
      <span className="muted"> in {lengthWords(last.at - first.at)}</span>
    </span>
  )
}

/** @param value rao */
function Difference({ value }: { readonly value: bigint }) {
  if (value === 0n) return <span className="muted">no change</span>
  const [tone, sign] = value > 0n ? ['good', '+'] : ['bad', '−']
  return (
    <span className={tone}>
      {sign}
      <BriefAmount value={value < 0n ? -value : value} />
    </span>
  )
}
